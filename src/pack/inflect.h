/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regular inflection by rules that are data: the `endings` of a lexicon. A rule
 *
 *   {form: ied, lemma: y, after: [C]}
 *
 * says that a form ends in `form` where its lemma ends in `lemma`; what both share is the stem. Its conditions:
 *
 *   after, not-after   the stem ends (must not end) in one of these. A capital C stands for a consonant, V for a vowel,
 *                      ^ at the front for the stem's beginning: ^CVC is a stem of exactly three letters
 *   double             the form repeats the stem's last letter; such stems are those of `after` and the list `doubling`
 *   vowel              the stem has a vowel: "thing" is no form of "th"
 *   likely             when a form is read and its lemma is not one the lexicon knows, the stem must end in one of these
 *   except             as likely, the other way round: it must end in none
 *   read               false: forms are made by it, but none is read; only then may the lemma be longer than the form
 *
 * A list of stem endings may be named once under `stems` and told by its name. Making a form takes the first rule of each
 * slot that fits; reading one takes the first whose lemma is known, else the first that is likely. */
#ifndef PACK_INFLECT_H
#define PACK_INFLECT_H

#include "pack/node.h"

typedef enum { POS_NOUN, POS_VERB, POS_COUNT } pos;

enum { INFLECT_SLOTS = 12, INFLECT_WORD = 64 }; /* slots of one part of speech; bytes of the longest word inflected */

typedef struct stems { /* stem endings */
	const slice *at;
	size_t n;
} stems;

typedef struct ending {
	slice form, lemma;
	stems after, not_after, likely, except;
	bool doubled, vowel;
	bool made_only;
} ending;

typedef struct ending_slot {
	const ending *rules;
	size_t n;
	bool plural; /* its forms are plurals: its name begins with "plural" */
	bool made;   /* its forms are made at load; others are only read */
} ending_slot;

typedef struct inflector {
	slice vowels;
	ending_slot slots[POS_COUNT][INFLECT_SLOTS];
	size_t slot_count[POS_COUNT];
	stems doubling; /* lemmas that double their last letter, in order of bytes */
} inflector;

/* Adds the `endings` map of one file. Mistakes are told with their place. */
void inflect_load(inflector *inf, arena *a, const node_file *file, const node *endings, diag_list *diags);

/* The form of `lemma` in a slot, written to out; its length, 0 if no rule fits. */
size_t inflect_make(const inflector *inf, const ending_slot *slot, slice lemma, char out[INFLECT_WORD]);

typedef bool (*inflect_known)(const void *ctx, pos p, slice lemma);
/* The likeliest lemma of `form` as that part of speech, written to out; its length, 0 if it has no such ending.
 * *plural tells whether the slot it was found in is a plural's; *sure, that the lemma is a known one. */
size_t inflect_read(const inflector *inf, pos p, slice form, inflect_known known, const void *ctx, char out[INFLECT_WORD],
                    bool *plural, bool *sure);

#endif
