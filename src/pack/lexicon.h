/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a language, as data. A lexicon file (rules/lexicon/LANG/NAME.yaml) has what follows; those in the folder
 * "common" belong to every language, and a set that only another language has is empty.
 *
 *   sets:
 *     hedge:                                    # a set of phrases, each with data for the code that uses the set
 *       - {say: [more than, over, in excess of], shape: above}
 *     rise: {inflect: verb, say: [rise, climb]} # with every inflected form: rises, rose, risen, rising
 *     person: {inflect: noun, say: [man, child]}# man, men, child, children
 *     determiner: [the, a, an]
 *   irregular:                                  # a lemma and ALL its other forms; none: it is never inflected
 *     verb: {rise: [rises, rose, risen, rising]}
 *     noun: {man: [men], series: [series], news: []}
 *   lemmas:                                     # further words that are lemmas, where endings alone would mislead
 *     verb: [create, invite]
 *     noun: [movie, virus]
 *     whole: [during, hundred]                  # words that no ending is taken from
 *   endings:                                    # regular inflection, to find a lemma and to make forms: see pack/inflect.h
 *     vowels: aeiouy
 *     doubling: [expel, commit]
 *     noun: {plural: [{form: ies, lemma: y, after: [C]}, {form: s}], possessive: [...]}
 *     verb: {third: [...], past: [...], gerund: [...]}
 *   fold: {é: e}                                # letters that are read as others
 *   letters: ΑΒΓαβγ                             # those that tell its texts from others': see pack/language.h
 *
 * A set is a list of phrases, lists of phrases, maps and other sets (<rise>: all that is in it too), or one map. A map has `say` (a phrase or a list of them), perhaps
 * `inflect` (verb or noun), and any other keys: the data of its phrases. Of several words, a verb's first and a noun's last
 * one is inflected.
 * A set named in several files is united.
 *
 * The C code holds no word of any language: it knows sets by name and reads their data.
 * Words are folded to lower case, and ’ to '. A word is a maximal run of letters with single apostrophes inside it
 * ("don't", "o'clock"); a run of ASCII digits is one too; everything else that is no space is a symbol, one for each code
 * point (%, £, ≥, -), and stands as a word of its own: "so-called" is three words. lexicon_split is that rule. */
#ifndef PACK_LEXICON_H
#define PACK_LEXICON_H

#include "pack/node.h"

enum { LEX_SETS = 704 };
typedef uint16_t lex_set; /* 1 .. LEX_SETS - 1; 0: no such set */

typedef struct word {
	uint64_t in[LEX_SETS / 64]; /* bit s: this one word is a member of set s */
	relative text;              /* see word_text */
	relative lemma;             /* see word_lemma */
	uint32_t len;               /* of the text */
	uint32_t id;                /* of a known one: which of the lexicon's words it is, counted from 0 */
	bool known;                 /* stands in the lexicon */
	bool plural;                /* a noun form that differs from its lemma, or a known plural */
	bool opens;                 /* phrases of two words and more begin with it */
} word;

/* Folded. */
static inline slice word_text(const word *w)
{
	return relative_slice(&w->text, w->len);
}

/* The word itself if it is a lemma, or if none is known. */
static inline const word *word_lemma(const word *w)
{
	return w->lemma ? (const word *)relative_get(&w->lemma) : w;
}

static inline bool word_is_lemma(const word *w)
{
	return !w->lemma;
}

typedef struct lex_entry { /* one phrase in one set */
	relative data, phrase; /* see lexicon_data, lexicon_phrase */
	uint32_t len;          /* of the phrase */
	lex_set set;
	bool last; /* of those for the same phrase */
} lex_entry;

/* The map that the phrase was written in, NULL for a bare one. */
static inline const node *lexicon_data(const lex_entry *e)
{
	return relative_get(&e->data);
}

/* As written, also where an inflected form of it led here. */
static inline slice lexicon_phrase(const lex_entry *e)
{
	return relative_slice(&e->phrase, e->len);
}

/* Another set's entry for the same phrase, NULL behind the last. */
static inline const lex_entry *lexicon_next(const lex_entry *e)
{
	return e->last ? NULL : e + 1;
}

typedef struct lex_step lex_step; /* a node of the phrase trie */
typedef struct lexicon lexicon;

/* All files under rules/lexicon/LANG/ and the common ones of the given files. NULL if any is wrong. Read-only afterwards: threads
 * share it. The program itself reads no such file: it has them compiled in (pack/blob.h). */
const lexicon *lexicon_load(arena *a, slice lang, const node_file *const *files, size_t n, diag_list *diags);
slice lexicon_language(const lexicon *lex);
lex_set lexicon_set(const lexicon *lex, slice name); /* 0 when there is none */
slice lexicon_set_name(const lexicon *lex, lex_set which);
bool lexicon_set_used(const lexicon *lex, lex_set which); /* whether the language has a word in it */

static inline bool word_in(const word *w, lex_set which)
{
	return w && which && (w->in[which / 64] >> (which % 64) & 1);
}

/* Walking phrases word by word: root, then step by step; NULL when no phrase goes on. Entries end at a step. */
const lex_step *lexicon_root(const lexicon *lex);
const lex_step *lexicon_step(const lexicon *lex, const lex_step *from, const word *w);
const lex_entry *lexicon_entries(const lex_step *at); /* the first of them; NULL if no phrase ends here */
/* The data of a one-word member of a set, or NULL. */
const lex_entry *lexicon_entry(const lexicon *lex, const word *w, lex_set which);
size_t lexicon_word_count(const lexicon *lex); /* their ids are below it */
/* The lexicon's own word of folded text, NULL if it has none. */
const word *lexicon_word(const lexicon *lex, slice folded);

/* Calls visit with every word that a phrase of a set begins with, and with what `classes` says of the set, unless it is 0. */
void lexicon_first_words(const lexicon *lex, const uint8_t classes[LEX_SETS],
                         void (*visit)(void *ctx, const word *first, uint8_t class), void *ctx);

/* For each word of a lexicon, whether phrases of some sets may begin with it: one byte tells what to look for there, where most
 * words begin none. */
typedef struct word_marks {
	const uint8_t *of;
} word_marks;

/* A word's mark is the union of its sets' classes. */
word_marks word_marks_new(arena *a, const lexicon *lex, const uint8_t classes[LEX_SETS]);

static inline unsigned word_mark(word_marks m, const word *w)
{
	return w && w->known ? m.of[w->id] : 0;
}

/* Divides text into its words and symbols (the rule above), white space left out. Writes at most max parts, borrowed from
 * text, and returns how many there are. */
size_t lexicon_split(slice text, slice *parts, size_t max);

/* The words of one document (or thread): known ones are the lexicon's, others are made once, with a lemma by `endings`,
 * so that within one vocabulary equal words are equal pointers. */
typedef struct vocabulary vocabulary;
vocabulary *vocabulary_new(arena *a, const lexicon *lex);
const word *vocabulary_word(vocabulary *v, slice written); /* folds it first */
/* The lemma of w read as a noun, as a verb form (w itself where it is neither). */
const word *vocabulary_noun(vocabulary *v, const word *w);
const word *vocabulary_verb(vocabulary *v, const word *w);

#endif
