/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of src/claim/ share while they read one document. For src/claim/ alone. */
#ifndef CLAIM_READER_H
#define CLAIM_READER_H

#include "base/table.h"
#include "claim/claim.h"

#include "base/limits.h"

typedef struct claim_sets {
#define X(field, name) lex_set field;
#include "claim/sets.def"
#undef X
	uint64_t predicates[LEX_SETS / 64]; /* every set "predicate.*" */
} claim_sets;

enum {                   /* of claim_kit.marks: phrases that begin with the word may */
	   MARK_MODE = 1,    /* say whether something is told as a fact */
	   MARK_SPEECH = 2,  /* tell who speaks */
	   MARK_CLAUSE = 4,  /* open a clause, or let the next word open one */
	   MARK_RELATIVE = 8 /* be a relative word */
};

struct claim_kit {
	claim_sets sets;
	word_marks marks;
};

enum {               /* what a word can be in a sentence; see claim/tag.c */
	   TAG_STOP = 1, /* a function word or mark: no part of a noun phrase */
	   TAG_VERB = 2, /* the form of a verb that the lexicon lists */
	   TAG_PAST = 4, /* its past form or participle, or an unknown word that ends as one */
	   TAG_GERUND = 8,
	   TAG_PRESENT = 16, /* base form or third person of a listed verb, as its noun may look too */
	   TAG_ADVERB = 32,
	   TAG_PLURAL = 64,
	   TAG_AUXILIARY = 128,
	   TAG_FINITE = 256, /* an auxiliary that makes a clause */
	   TAG_BE = 512,
	   TAG_DETERMINER = 1024,
	   TAG_PREPOSITION = 2048,
	   TAG_ADJECTIVE = 4096, /* never a head noun */
	   TAG_POSSESSIVE = 8192 /* ends in 's */
};

enum {
	CLAIM_SETTINGS = 4, /* told lately that the next claim may share */
	CLAIM_REACH = 60    /* tokens that any search goes from its figure, so that long sentences stay linear */
};

typedef enum { GOVERNED_SUBJECT, GOVERNED_VERB, GOVERNED_PREPOSITION } governor;

typedef struct noun_phrase { /* tokens [first, end) of one sentence */
	uint32_t first, end;
	uint32_t head; /* its last noun; of a hyphened one the last part */
	bool found;
} noun_phrase;

struct claim_reader {
	arena *arena, *aside; /* of what stays, and of what is needed until the document is read */
	scan *scan;
	const lexicon *lex;
	vocabulary *vocab;
	const document *doc;
	const claim_sets *sets;
	bool head_first;  /* in the language's noun phrases the head stands before its genitives */
	word_marks marks; /* MARK_* */
	claim *claims;
	size_t done; /* claims of windows before */
	size_t room; /* for claims and notes */
	uint32_t tag_room;
	period headline; /* the time that the headline tells */
	struct speakers *speakers;
	date dated;             /* the document's own date, year 0 if not told */
	uint32_t dated_figure;  /* the figure that tells it, UINT32_MAX: metadata, or none */
	measure *own;           /* what the claim being read measures, if it borrows that from no other */
	uint32_t title_end;     /* blocks before it are the title block */
	uint32_t lead_block;    /* index of the first block of running text, UINT32_MAX if none */
	uint32_t lead_end;      /* the lead ends here, in bytes */
	const slice *section;   /* the one looked at last, */
	size_t section_heading; /* and its heading's block */
	uint16_t *tags;         /* of the sentence being read, one for each token */
	size_t note_room;
	const claim_setting *settings[CLAIM_SETTINGS]; /* told lately, in turn */
	size_t next_setting;
	struct figure_note {       /* of each figure of the window, for those read after it; note_of() */
		claim_setting setting; /* as far as it is known */
		uint32_t phrase_end;   /* token after its noun's phrase */
		governor governed;
		bool of;                            /* the preposition that governs it is "of" */
		uint32_t verb;                      /* token of its predicate, UINT32_MAX */
		int32_t months_before, days_before; /* "a year earlier": than what the text tells of else */
	} * notes;
	table acronyms; /* words in capitals that the document uses, folded; made when first needed */
	bool acronyms_read;
	struct tag_memo {
		const word *word;
		uint16_t tag;
	} * memo;            /* of words met lately */
	unsigned memo_shift; /* 64 less the power of two of its size */
};

static inline struct figure_note *note_of(const claim_reader *r, const claim *c)
{
	return &r->notes[c->index - r->done];
}

/* Where it stands, while its window is read: its own, to be written to. */
static inline claim_setting *setting_of(const claim_reader *r, const claim *c)
{
	return &note_of(r, c)->setting;
}

void claim_sets_resolve(claim_sets *out, const lexicon *lex);

/* claim/tag.c */
uint16_t tag_word(claim_reader *r, const word *w);
/* Whether the word ends in one of the set's endings of `least` to four letters, two more before them. */
bool tag_ends_in(const claim_reader *r, slice text, lex_set endings, size_t least);
/* Fills r->tags for s. */
void tag_sentence(claim_reader *r, const sentence *s);
/* The one class "predicate.*" of a word, or of the phrase that begins at token at; 0 if in none or in several. */
lex_set predicate_class_of(const claim_reader *r, const word *w);
lex_set predicate_class_at(const claim_reader *r, const sentence *s, uint32_t at, uint32_t *end);
/* The longest phrase of a set that begins at token at: the token after it, or `at` if none does. */
uint32_t tag_phrase(const claim_reader *r, const sentence *s, uint32_t at, lex_set which);
/* Its entry, NULL if none begins there, and its end. */
const lex_entry *tag_phrase_entry(const claim_reader *r, const sentence *s, uint32_t at, lex_set which, uint32_t *end);

static inline bool token_in(const token *t, lex_set which)
{
	return word_in(t->word, which);
}

static inline bool at_in(const sentence *s, uint32_t i, lex_set which)
{
	return i < s->token_count && token_in(&s->tokens[i], which);
}

/* The same of a verb: a capital letter inside a sentence makes it part of a name ("the United States"). */
static inline bool verb_in(const token *t, lex_set which)
{
	bool in_name = (t->flags & TOKEN_CAPITAL) && !(t->flags & (TOKEN_FIRST | TOKEN_ALL_CAPS));
	return !in_name && word_in(t->word, which);
}

/* claim/dateline.c: the token after "WASHINGTON, Feb 26 -" at the beginning of a block, 0 if s has no dateline. */
uint32_t dateline_end(const claim_reader *r, const sentence *s);

/* claim/clause.c */
void clause_mark(claim_reader *r, sentence *s);
/* First token of the clause that token at stands in. */
uint32_t clause_first(const sentence *s, uint32_t at);
/* Whether the clause of token b is joined by a conjunction to that of token a before it. */
bool clause_joins(const claim_reader *r, const sentence *s, uint32_t a, uint32_t b);

/* claim/chunk.c: the noun phrase whose first word is at `from` or after determiners there; found is false if none. */
noun_phrase chunk_noun(claim_reader *r, const sentence *s, uint32_t from);
/* The same, read backwards: the phrase whose last word is the token before `end`. */
noun_phrase chunk_before(claim_reader *r, const sentence *s, uint32_t end);
/* Whether the hyphen (or "&") at i joins two words. */
bool chunk_is_hyphen(const claim_reader *r, const sentence *s, uint32_t i);
/* Whether the listed verb of tokens [i, end), in its base form or third person, is a verb after the noun before it. */
bool chunk_is_present(const claim_reader *r, const sentence *s, uint32_t i, uint32_t end);
/* Past a chain of "of" phrases that begins at `from`. */
bool chunk_is_name(const claim_reader *r, const sentence *s,
                   uint32_t i); /* a name with a number: "K9", the 11 of "Lamp 11" */
uint32_t chunk_complement_end(claim_reader *r, const sentence *s, uint32_t from);

/* claim/subject.c: the subject of the verb that token at depends on; found is false if it has none. */
noun_phrase chunk_subject(claim_reader *r, const sentence *s, uint32_t at);
/* Of "rents of flats in Arden" the rents: from a phrase that a preposition governs to the one that it says more of, in the clause
 * and brackets of token `at`. */
noun_phrase chunk_climb(claim_reader *r, const sentence *s, noun_phrase p, uint32_t at);
/* Whether the word at i is a verb there, no noun or adjective. */
bool chunk_is_verb(const claim_reader *r, const sentence *s, uint32_t i);
/* The nearest such verb before token `end`, in the clause of token `of`; UINT32_MAX if there is none. `gerunds`: those that have
 * no subject too. */
uint32_t chunk_verb_before(const claim_reader *r, const sentence *s, uint32_t end, uint32_t of, bool gerunds);

/* claim/measure.c and claim/predicate.c; claims are read in order. */
void measure_read(claim_reader *r, const sentence *s, claim *c);
void predicate_read(claim_reader *r, const sentence *s, claim *c);
/* Makes p, with what "of" joins to it, the measure of c. */
void measure_take(claim_reader *r, const sentence *s, claim *c, noun_phrase p);
/* c measures what `from` does. */
void measure_take_from(claim_reader *r, claim *c, const claim *from);
/* What c alone measures, the claim being read: to be written to. */
measure *measure_own(claim_reader *r, claim *c);
/* Of "the total number of workers" the workers; of "a 12% rise in profits" and "a 12% profit rise" the profits. */
/* Whether its head only says that something is counted: "number", "group", but not a company's "shares". */
bool measure_is_empty(claim_reader *r, const sentence *s, noun_phrase p);
/* The token after the figure at t, and after a bracket that only says it in another unit: "a $5m (£3m) loan". */
uint32_t measure_past_gloss(const sentence *s, uint32_t t);
noun_phrase measure_past_empty(claim_reader *r, const sentence *s, noun_phrase p);
noun_phrase measure_past_change(claim_reader *r, const sentence *s, noun_phrase p);
/* Whether p was found and its head's lemma is in the set. */
bool measure_is_noun(claim_reader *r, const sentence *s, noun_phrase p, lex_set which);
static inline bool measure_counts(figure_kind k)
{
	return k == FIGURE_COUNT || k == FIGURE_VAGUE;
}

/* claim/measure_elided.c: a count without a noun of its own. */
void measure_read_elided(claim_reader *r, const sentence *s, claim *c);
void measure_read_share(claim_reader *r, const sentence *s, claim *c);
/* "110 of which": the whole that such a part is of. */
void measure_borrow_whole(claim_reader *r, const sentence *s, claim *c);
/* A bare number in a line of a table takes the noun before it; false: c stands in none. */
bool measure_read_table(claim_reader *r, const sentence *s, claim *c);
/* claim/amount.c: the measure of an amount or a share without a noun right after it. */
void amount_read(claim_reader *r, const sentence *s, claim *c);
/* The noun put right before a figure, with a colon, "worth", "up" or a bracket between, or nothing before a sign. */
noun_phrase amount_beside(claim_reader *r, const sentence *s, const claim *c);
/* amount_apart.c: "lamps at $5 each"; "makes the lamp $5 cheaper"; "sales doubled", "doubled its rents"; "a lorry with 40 kW";
 * "rents rose 5% and rates 3%". */
noun_phrase amount_each(claim_reader *r, const sentence *s, const claim *c);
noun_phrase amount_compared(claim_reader *r, const sentence *s, const claim *c);
noun_phrase amount_multiple(claim_reader *r, const sentence *s, const claim *c);
noun_phrase amount_with(claim_reader *r, const sentence *s, const claim *c);
noun_phrase amount_apart(claim_reader *r, const sentence *s, const claim *c);
/* "cut the crew from 40 to 30": what the verb before a number moves. */
noun_phrase amount_moved(claim_reader *r, const sentence *s, const claim *c);
/* Whether it is written with a sign after a word: "Arden +5% Korvan -3%". */
bool amount_signed(const claim_reader *r, const sentence *s, const claim *c);
/* claim/when.c */
/* In when_date.c: the period of a date, from.year 0 if it is not known; and the same so long before (days if any are told). */
period when_resolve(const claim_reader *r, const figure *f);
period when_before(period p, int32_t months, int32_t days);
/* "the previous month": before the time told last; from.year 0 where the figure tells no such time. */
period when_previous(const figure *f, period told);
/* claim/when_span.c: of "the year ending March 2014" the year, where `end` is the period of the date at token at, from.year 0 if
 * no length stands before it; of "the first nine months of 2014" the months, else the year that is given. */
period when_ending(const claim_reader *r, const sentence *s, uint32_t at, period end);
period when_part(const claim_reader *r, const sentence *s, uint32_t at, period year);
void when_read(claim_reader *r, const sentence *s);
void when_inherit(claim_reader *r); /* for the claims of a window */
/* claim/where.c */
void where_read(claim_reader *r, const sentence *s);
/* claim/speaker.c: who speaks in the sentences of each window; at the end under which name. */
void speaker_begin(claim_reader *r);
void speaker_window(claim_reader *r);
void speaker_end(claim_reader *r);
/* claim/modality.c */
void modality_read(claim_reader *r, const sentence *s);
/* claim/role.c */
void role_prepare(claim_reader *r);
void role_window(claim_reader *r);
void role_read(claim_reader *r, const sentence *s, claim *c);
/* Words that begin with a letter; *small counts those that begin with a lower-case one. */
size_t role_count_words(slice text, size_t *small);

#endif
