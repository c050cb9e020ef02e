/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libnumerate: finds every figure in documents, works out what each claims, and says which cannot all be true.
 *
 *     numerate *n = numerate_new(NULL, NULL);
 *     numerate_add_path(n, "report.txt");
 *     if (numerate_audit(n) == NUMERATE_OK && numerate_findings(n, NUMERATE_ERROR) > 0)
 *             numerate_report(n, NUMERATE_TEXT, stdout);
 *     numerate_free(n);
 *
 * Everything belongs to the numerate object and lives until numerate_free or the next numerate_audit. An object is used by
 * one thread at a time; different objects are independent. Strings are UTF-8. The library prints nothing, opens no socket,
 * and changes no global state but GSL's error handler, which it switches off. */
#ifndef NUMERATE_H
#define NUMERATE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined __GNUC__
#define NUMERATE_API __attribute__((visibility("default")))
#else
#define NUMERATE_API
#endif

#define NUMERATE_VERSION "0.1.0"

typedef struct numerate numerate;

typedef enum {
	NUMERATE_OK,         /* done; there may be findings */
	NUMERATE_UNREADABLE, /* done, but a document could not be read: numerate_message says which and why */
	NUMERATE_BAD_RULES,  /* a rule file, the configuration or a limit is wrong: numerate_message has every mistake */
	NUMERATE_NO_INPUT,   /* nothing was added, or a folder held no document */
	NUMERATE_NO_MEMORY,
	NUMERATE_IO /* a report could not be written */
} numerate_status;

typedef enum { NUMERATE_NOTE = 1, NUMERATE_WARNING, NUMERATE_ERROR } numerate_severity;

typedef enum {
	NUMERATE_TEXT,
	NUMERATE_JSON,
	NUMERATE_JSONL,
	NUMERATE_PDF,
	NUMERATE_CLAIMS_JSONL,
	NUMERATE_CLAIMS_CSV,
	NUMERATE_CLAIMS_TABLE
} numerate_format;

typedef struct numerate_options {
	size_t struct_size;        /* sizeof(numerate_options): lets the struct grow */
	const char *const *rules;  /* rule files or folders of the user, NULL-terminated; NULL: none */
	const char *const *enable; /* rule ids or names switched on, off; NULL-terminated */
	const char *const *disable;
	const char *profile;        /* "news", "docs", "research"; NULL: every rule */
	const char *title;          /* of the reports; NULL: made from the inputs */
	const char *stdin_name;     /* NULL: "stdin" */
	size_t threads;             /* 0: one for each core */
	size_t memory;              /* bytes at most; 0: no limit */
	numerate_severity level;    /* what reports show; 0: warning */
	int color;                  /* text reports */
	unsigned width;             /* of text reports; 0: 80 */
	int letter;                 /* PDF on US Letter */
	const char *lang;           /* every document's language: "en", "ru"; NULL: told by each document's letters */
	const char *const *limits;  /* "memory=2GiB": caps on reading (docs/limits.md), NULL-terminated; NULL: the defaults */
	const char *const *exclude; /* patterns as in .gitignore of what in folders is not read, NULL-terminated */
	int no_ignore;              /* read also what .gitignore and .numerateignore leave out */
	const char *config; /* a configuration file (docs/configuration.md); what is told here wins over it. NULL: none */
	int findings_only; /* of many documents those without findings are forgotten as they are read; then only NUMERATE_TEXT and
	                       NUMERATE_JSONL can be written */
} numerate_options;

/* options may be NULL. On failure returns NULL and, if status is not NULL, sets it. Bad rules do not fail here but in numerate_audit. */
NUMERATE_API numerate *numerate_new(const numerate_options *options, numerate_status *status);
NUMERATE_API void numerate_free(numerate *n);

/* Inputs, audited together: a file, a folder, "-" for standard input; a JSONL file of records; a text in memory (copied). */
NUMERATE_API numerate_status numerate_add_path(numerate *n, const char *path);
NUMERATE_API numerate_status numerate_add_jsonl(numerate *n, const char *path);
NUMERATE_API numerate_status numerate_add_text(numerate *n, const char *name, const char *text, size_t length);

NUMERATE_API numerate_status numerate_audit(numerate *n);
/* Findings at `at_least` or above in the last audit. */
NUMERATE_API size_t numerate_findings(const numerate *n, numerate_severity at_least);
NUMERATE_API numerate_status numerate_report(numerate *n, numerate_format format, FILE *out);
/* In place of an audit: writes the figures of everything that was added in a NUMERATE_CLAIMS_ format, those of each document as soon
 * as it and those before it are read, and then forgets it, so that there may be more documents than memory holds. No relation is
 * formed, and no report can be written afterwards. The status is that of numerate_audit, or NUMERATE_IO. */
NUMERATE_API numerate_status numerate_claims(numerate *n, numerate_format format, FILE *out);
/* Every message so far (errors, unreadable documents, notes), one a line, NUL-terminated; "" if none. */
NUMERATE_API const char *numerate_message(const numerate *n);

#ifdef __cplusplus
}
#endif

#endif
