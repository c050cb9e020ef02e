/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shapes that text is made of: words, numerals in every grouping, dates made of digits, clock times, addresses of the
 * web, identifiers. Knows no language. A word is what the lexicon's rule says it is (pack/lexicon.h). */
#ifndef SCAN_LEXER_H
#define SCAN_LEXER_H

#include "base/slice.h"

typedef enum {
	ATOM_WORD,
	ATOM_NUMBER,     /* 1,183 · 1 183 (no-break or thin) · 1.5 · .25 · 1.183,5 · 1'183 · 1_183 · 2e-5 · 1.3×10^6 */
	ATOM_VULGAR,     /* ½ */
	ATOM_PUNCT,      /* one code point */
	ATOM_WEB,        /* a URL or an e-mail address */
	ATOM_DATE,       /* 2020-11-18, 21/04/2014, with a time if it is ISO 8601 */
	ATOM_CLOCK,      /* 10:34, 10:34:24 */
	ATOM_IDENTIFIER, /* letters and digits in one: RAV4, 3C58; chains: 6-4-3 */
	ATOM_VERSION,    /* 1.2.3 */
	ATOM_CODE,       /* an address of a computer, a UUID */
	ATOM_POST,       /* a postal code of letters and digits: NW1 6XE */
	ATOM_FILE,       /* a path, or a file's name with digits in it */
	ATOM_PHONE
} atom_kind;

/* The kind of the atom that begins at text[at], which is no white space; its end in *end. Looks no further than `limit`. */
atom_kind lexer_atom(slice text, size_t at, size_t limit, size_t *end);
size_t lexer_skip_more_space(slice text, size_t at, size_t limit); /* the general case of the next */
/* The offset of the first byte at or after `at` that is no white space (Unicode's included), or limit. */
static inline size_t lexer_skip_space(slice text, size_t at, size_t limit)
{
	if (at < limit && text.ptr[at] == ' ')
		at++; /* mostly the only one */
	unsigned char next = at < limit ? (unsigned char)text.ptr[at] : 0;
	return next > ' ' && next < 0x80 ? at : lexer_skip_more_space(text, at, limit);
}
/* Where a word that begins at text[at] ends; at itself if none does. */
size_t lexer_word_end(slice text, size_t at, size_t limit);

#endif
