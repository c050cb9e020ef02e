/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numerals: digits, words, and both mixed, without hedge and unit. */
#ifndef SCAN_NUMERAL_H
#define SCAN_NUMERAL_H

#include "scan/atoms.h"

typedef struct numeral {
	uint32_t first, end; /* atoms */
	figure_base base;    /* BASE_NUMBER, _FRACTION, _MULTIPLE, _DOZEN, _VAGUE */
	rational value, ulp;
	rational high; /* of a vague one, the upper end of its set */
	rational of;   /* the whole of "22 out of 30", else 0 */
	bool has_value;
	bool decimal; /* written with decimals */
	bool words;   /* no digit in it */
	bool magnitude;
	bool ordinal;
	bool fraction;    /* of digits or words: 3/4, 5 1/2, half */
	bool bare_digits; /* digits alone, no grouping mark and no sign: may be a year */
	bool negative;
	bool lone_one;     /* the word for 1 and nothing else */
	bool parts;        /* told in several units: 5 ft 2 in */
	rational scale;    /* its magnitude words multiplied, 1 if none */
	uint32_t scale_at; /* the atom of its last magnitude word, UINT32_MAX */
} numeral;

/* The numeral that was read last, since several readers ask for one before it is taken. */
typedef struct numeral_memory {
	numeral numeral;
	uint32_t place;
	bool money, found;
} numeral_memory;
numeral_memory *numeral_memory_new(arena *a);
void numeral_forget(const atoms *s); /* of the sentence before */

/* The longest numeral that begins at atom i. `money`: a currency stands before it, so a letter may be a magnitude ($3m). */
bool numeral_read(const atoms *s, uint32_t i, bool money, numeral *out);
/* "12.5" and the like; false for anything of more than 36 digits. */
bool numeral_digits(const atoms *s, uint32_t i, numeral *out);

/* In numeral_words.c: whole numbers, as "two hundred and four thousand and five", ordinals, decimals in words. Looks at no
 * atom from `stop` on. */
bool numeral_whole(const atoms *s, uint32_t i, uint32_t stop, numeral *out);

/* In numeral_fraction.c: number words of any sort, fractions and mixed numbers among them. */
bool numeral_words(const atoms *s, uint32_t i, numeral *out);
/* What a fraction in words is over, if atom i begins such a word: "fifths", "twenty-fifth". */
bool numeral_denominator(const atoms *s, uint32_t i, rational *value, bool *plural, uint32_t *end);
/* "and a half", "and three quarters" at atom i, under 1; and the numeral with what so goes on from it taken in. */
bool numeral_and_fraction(const atoms *s, uint32_t i, numeral *part);
void numeral_add_fraction(const atoms *s, numeral *out);
/* "2" thirds: whether digits have a denominator in words after them, which is then taken in. */
bool numeral_over_words(const atoms *s, numeral *out);

/* In numeral_vague.c: "dozens", "hundreds of thousands", "a couple of hundred", and multiples: "doubled", "threefold". */
bool numeral_vague(const atoms *s, uint32_t i, numeral *out);
bool numeral_multiple(const atoms *s, uint32_t i, numeral *out);
/* Takes in "times" before a comparison, "-fold", "x": three times as many, 3x. */
void numeral_times(const atoms *s, numeral *out);
/* In numeral_scale.c. Multiplies by the magnitude words at out->end, if any stand there: "31" thousand. */
void numeral_scale(const atoms *s, bool money, numeral *out);
/* The atom after a magnitude word of the entry that ends before atom i: past the full stop that an abbreviation bears within
 * its sentence. */
uint32_t numeral_scale_end(const atoms *s, const lex_entry *e, uint32_t i);
/* The atom after the ending of an ordinal in digits at atom i: 41st, or with a hyphen where the language has one; i if there
 * is none. */
uint32_t numeral_ordinal_end(const atoms *s, uint32_t i);

#endif
