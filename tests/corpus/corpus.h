/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the corpus tests share: a copy of a folder of texts with one of them edited, the program run on it, and its audit
 * read as JSON. Nothing here includes a header of the program: the tests see it as any user does. */
#ifndef TESTS_CORPUS_H
#define TESTS_CORPUS_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

enum { DOCUMENTS = 5, EDITS = 4, EXPECTED = 4 };

typedef struct collection {
	const char *name;             /* as the test's output names it */
	const char *folder;           /* relative to the root of the sources */
	const char *files[DOCUMENTS]; /* the same five stories in the same order in every collection */
	char *texts[DOCUMENTS];
} collection;

typedef enum {
	NO_EDIT,
	ALL,  /* every `from` becomes `to` */
	ONE,  /* `from` stands once, and becomes `to` */
	DROP, /* the paragraph that begins with `from` goes */
	SWAP  /* the paragraphs that begin with `from` and `to` change places */
} edit_kind;

typedef struct edit {
	edit_kind kind;
	const char *from, *to;
} edit;

/* Reads the five texts; false if the folder is not there. */
bool collection_read(collection *c);
void collection_free(collection *c);
/* The text with the edits made, to be freed; NULL, with a message, if an edit does not fit the text. */
char *edit_text(const char *text, const edit edits[EDITS]);

/* Writes the collection into a new folder, document `doc` replaced by `text` (doc < 0: none), runs `program check` there and
 * returns its JSON audit; *raw, if not NULL, gets the bytes (to be freed). NULL, with a message, if the program fails. */
cJSON *audit_of(const char *program, const collection *c, int doc, const char *text, char **raw);

/* Readers of the audit; "" and 0 where a member is missing. */
const char *text_of(const cJSON *object, const char *member);
size_t items_of(const cJSON *object, const char *member);
/* The literal of a finding's suspect, "-" if it names none. */
const char *suspect_of(const cJSON *finding);
/* True if `finding` is what "RULE SEVERITY SUSPECT" says; SUSPECT is a literal, - for none, or * for any. */
bool finding_is(const cJSON *finding, const char *expected);
/* True if some relation has that rule and verdict, has `told` (NULL: whatever it told), and a claim in document `file` (or NULL). */
bool relation_is(const cJSON *audit, const char *rule, const char *verdict, const char *told, const char *file);

#endif
