/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sorts of labels, one file each; for src/scan/label*.c alone. */
#ifndef SCAN_LABEL_H
#define SCAN_LABEL_H

#include "scan/read_figure.h"

/* What an entry says under `why`; part of a name if it says nothing. */
label_reason label_why(const lex_entry *e);
/* Makes atoms [first, end) a label. */
void label_mark(found *out, uint32_t first, uint32_t end, label_reason why);
/* A unit of one glued letter may be part of a number's name: "Fig. 2A". */
bool label_letter_suffix(const atoms *s, const found *f);

/* Letters with a capital behind the first: iPhone, eBay, McLaren. */
bool label_inner_capital(slice text);

/* label_mark.c: sign-offs, list numbers, numbers of headings. */
bool label_signoff_at(const atoms *s, uint32_t i, found *out);
bool label_enumerator_at(const atoms *s, uint32_t i, found *out);
bool label_heads_section(const atoms *s, const found *f);

/* label_cite.c: references to sources. */
bool label_citation_at(const atoms *s, uint32_t i, found *out);
bool label_cites(const atoms *s, const found_list *before, const found *f, uint32_t *end);

/* label_number.c: "Section 427", "No. 7"; then the second of "Figures 2 and 3". */
label_reason label_numbered(const atoms *s, const found *f);
/* "v 1" for an index, "in (4.1)". */
label_reason label_pointed(const atoms *s, const found_list *before, const found *f);
label_reason label_joined(const atoms *s, const found_list *before, const found *f);

/* label_name.c: "iPhone 11", "787 Dreamliner", "Six Nations", "5-HT", "2,4-D". */
bool label_ends_name(const atoms *s, const found *f);
bool label_opens_name(const atoms *s, const found *f);
bool label_begins_name(const atoms *s, const found *f);
bool label_joins_capitals(const atoms *s, const found *f);
bool label_within_count(const atoms *s, const found_list *before, const found *f);
bool label_is_named_word(const atoms *s, const found *f);
bool label_locant_at(const atoms *s, uint32_t i, found *out);

/* label_address.c: house numbers, postal codes, sections of codes of law. */
label_reason label_address(const atoms *s, const found *f);

/* label_score.c: "2-2", "a 9-2 lead", "6-4, 3-6". */
bool label_score(const atoms *s, const found_list *before, const found *f, uint32_t *end);

#endif
