/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence in atoms, with what reading its figures needs: the lexicon's sets, and phrases found by the lexicon's trie. */
#ifndef SCAN_ATOMS_H
#define SCAN_ATOMS_H

#include "scan/lexer.h"
#include "scan/scan.h"

typedef struct set_mask { /* a set of sets */
	uint64_t bits[LEX_SETS / 64];
} set_mask;

typedef struct scan_sets { /* the sets of sets.def, resolved once */
#define SET(field, name) lex_set field;
#include "scan/sets.def"
	set_mask phrases; /* whose phrases are looked for */
	set_mask starts;  /* at a word of which a figure may begin, those of start_phrases included */
	set_mask start_phrases;
	word_marks marks; /* ATOM_MAY_*: what the words are that phrases of these sets begin with */
} scan_sets;

enum {
	ATOM_MAY_START = 1,   /* a figure may begin at the word, alone or in a phrase */
	ATOM_MAY_COUNT = 2,   /* a number in words may */
	ATOM_MAY_MONTH = 4,   /* it is a month */
	ATOM_MAY_CENTURY = 8, /* or tells that centuries are counted */
	ATOM_MAY_PHRASE = 16  /* a phrase that is looked for may begin at it */
};

/* The marks are the arena's. */
scan_sets scan_sets_of(arena *a, const lexicon *lex);

typedef struct atom {
	const word *word; /* of a word, a punctuation mark, a short run of digits; else NULL */
	uint32_t start, end;
	uint32_t number; /* of an ATOM_NUMBER: its index in atoms.numbers */
	uint8_t kind;    /* atom_kind */
	uint8_t flags;   /* TOKEN_* */
	uint8_t depth;   /* of brackets */
} atom;

enum {
	PHRASE_MOST = 7, /* atoms of the longest phrase looked for before a figure */
	PHRASE_HITS = 40,
	PHRASE_MEMOS = 16, /* places whose phrases are kept; a power of two, and more than are looked at before a figure */
};

typedef struct phrase_hit { /* a phrase found at a place */
	const lex_entry *entry;
	uint32_t other; /* the atom after it, or for phrases before a place the one it begins with */
} phrase_hit;

typedef struct phrase_memo { /* all phrases that begin at a place, or all that end before it, longest last or first */
	uint32_t place;
	uint32_t n;
	phrase_hit hits[PHRASE_HITS];
} phrase_memo;

enum { TOLD_UNITS = 64 }; /* units that are kept to be shared */

typedef struct unit_memory { /* those given last, by name and entry */
	const told_unit *last[TOLD_UNITS];
} unit_memory;

typedef struct phrase_memory {
	phrase_memo after[PHRASE_MEMOS], before[PHRASE_MEMOS];
} phrase_memory;

typedef struct digit_value { /* an ATOM_NUMBER's value */
	rational value, ulp;
	bool valid, decimal, bare;
} digit_value;

typedef struct atoms { /* a sentence */
	arena *arena;
	const lexicon *lex;
	const scan_sets *sets;
	vocabulary *vocab;
	slice text;               /* the document's */
	const inline_span *notes; /* its footnotes' marks, which are passed over: "1,200[3] ships" reads 1,200 ships */
	size_t note_count;
	const atom *at;
	uint32_t n;
	VEC(atom) store;          /* of `at`; used again for the next sentence */
	VEC(digit_value) numbers; /* likewise */
	phrase_memory *memory;
	unit_memory *units;
	struct numeral_memory *numeral; /* the one read last */
	unsigned marks;                 /* ATOM_MAY_* of all its words together */
	bool decimal_comma;             /* the document writes 1.183,5 */
	bool number_prefixes;           /* the language joins numbers to their units: halfmillion */
	bool opens_block;               /* the block's first sentence */
	bool in_table;                  /* a table cell or code */
	bool in_code;
	bool in_heading;
	bool title;    /* no long word is without a capital: capitals say nothing */
	bool capitals; /* every long word is all capitals */
} atoms;

/* Divides text [start, end) into atoms; stops before more than LIMIT_SENTENCE_TOKENS and sets *end to where. `quoted` is
 * whether a quotation is open at its start. */
void atoms_read(atoms *s, uint32_t start, uint32_t *end, bool quoted);

/* Whether anything can begin at atom i: digits, or a word that figures begin with. */
bool atom_starts(const atoms *s, uint32_t i);
/* The value of digits as written. */
digit_value digits_parse(slice text, bool decimal_comma);

/* Whether any phrase that is looked for may begin at atom i: at most none does. */
static inline bool phrase_may_begin(const atoms *s, uint32_t i)
{
	return i < s->n && word_mark(s->sets->marks, s->at[i].word) & ATOM_MAY_PHRASE;
}

const lex_entry *phrase_longest(const atoms *s, uint32_t i, lex_set which, uint32_t *end); /* for phrase_at */

/* The longest phrase of a set that begins at atom i; its end in *end. NULL if there is none. */
static inline const lex_entry *phrase_at(const atoms *s, uint32_t i, lex_set which, uint32_t *end)
{
	return phrase_may_begin(s, i) ? phrase_longest(s, i, which, end) : NULL;
}

/* The same, spelled as the lexicon has it: letter case counts unless the entry says any-case, white space does not. */
const lex_entry *phrase_spelled(const atoms *s, uint32_t i, lex_set which, uint32_t *end);
bool spelled_same(slice a, slice b);
/* The longest phrase of a set that ends just before atom `end` and begins at `from` or later; its first atom in *start. */
const lex_entry *phrase_before(const atoms *s, uint32_t end, uint32_t from, lex_set which, uint32_t *start);

bool number_parse(slice text, rational *out); /* a decimal, or n/d */

/* Data of an entry: of the key, an empty slice, false if absent. */
static inline slice entry_text(const lex_entry *e, const char *key)
{
	const node *n = e && e->data ? node_get(lexicon_data(e), slice_of(key)) : NULL;
	return n ? node_text(n) : (slice){"", 0};
}

static inline bool entry_flag(const lex_entry *e, const char *key)
{
	return slice_equal(entry_text(e, key), SLICE("true"));
}

static inline bool entry_number(const lex_entry *e, const char *key, rational *out)
{
	slice text = entry_text(e, key);
	return text.len && number_parse(text, out);
}

/* Atoms outside the sentence are of no kind and in no set. */
static inline bool atom_is(const atoms *s, uint32_t i, atom_kind kind)
{
	return i < s->n && s->at[i].kind == kind;
}

static inline bool atom_in(const atoms *s, uint32_t i, lex_set which)
{
	return i < s->n && word_in(s->at[i].word, which);
}

static inline slice atom_text(const atoms *s, uint32_t i)
{
	return i < s->n ? slice_sub(s->text, s->at[i].start, s->at[i].end) : (slice){"", 0};
}

/* No white space stands between atom i and the one before it. */
static inline bool atom_glued(const atoms *s, uint32_t i)
{
	return i > 0 && i < s->n && !(s->at[i].flags & TOKEN_SPACE);
}

static inline bool atom_is_char(const atoms *s, uint32_t i, char c)
{
	return i < s->n && s->at[i].kind == ATOM_PUNCT && s->text.ptr[s->at[i].start] == c;
}

static inline bool atom_is_capital(const atoms *s, uint32_t i)
{
	return i < s->n && (s->at[i].flags & TOKEN_CAPITAL);
}

/* Stands for a noun in the plural, as far as its form tells. */
bool atom_is_plural(const atoms *s, uint32_t i);
/* A word that is no function word: a noun, an adjective or a verb. */
bool atom_is_content(const atoms *s, uint32_t i);

#endif
