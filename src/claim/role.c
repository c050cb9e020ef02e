/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a document a claim stands: headline, lead, quotation or body, and under which heading. */
#include "claim/reader.h"

#include "base/utf8.h"

enum { TITLE_BLOCKS = 6, TITLE_BYTES = 200, LEAD_WORDS = 8, LEAD_BYTES = 4096 /* that they stand in */, LEAD_SENTENCES = 3 };

static bool ends_sentence(slice text)
{
	return text.len > 0 && slice_find_byte(SLICE(".!?:"), text.ptr[text.len - 1]) != SIZE_MAX;
}

/* Words that begin with a letter; *small counts those that begin with a lower-case one. */
size_t role_count_words(slice text, size_t *small)
{
	size_t n = 0, len;
	bool inside = false;
	*small = 0;
	for (size_t i = 0; i < text.len; i += len) {
		uint32_t c = utf8_decode(text, i, &len);
		bool letter = utf8_is_letter(c);
		if (letter && !inside) {
			n++;
			*small += !utf8_is_upper(c);
		}
		inside = letter || (inside && (c == '\'' || c == '.' || c == '-' || c == 0x2019));
	}
	return n;
}

static slice block_text(const claim_reader *r, size_t i)
{
	return document_text(r->doc, r->doc->blocks[i].start, r->doc->blocks[i].end);
}

/* The headings before the first paragraph, of the first one's level; in text without headings a short first block that is no
 * sentence. */
static uint32_t find_title_end(const claim_reader *r)
{
	const document *d = r->doc;
	size_t n = 0;
	while (n < d->block_count && n < TITLE_BLOCKS && d->blocks[n].kind == BLOCK_HEADING &&
	       d->blocks[n].level == d->blocks[0].level)
		n++;
	if (n == 0 && d->block_count > 1 && d->blocks[0].kind == BLOCK_PARAGRAPH) {
		slice first = block_text(r, 0);
		if (first.len <= TITLE_BYTES && slice_find_byte(first, '\n') == SIZE_MAX && !ends_sentence(first))
			n = 1;
	}
	return (uint32_t)n;
}

static void find_lead(claim_reader *r)
{
	const document *d = r->doc;
	r->lead_block = UINT32_MAX;
	for (uint32_t i = r->title_end; i < d->block_count; i++) {
		size_t small;
		slice start = slice_sub(block_text(r, i), 0, LEAD_BYTES);
		if (d->blocks[i].kind != BLOCK_PARAGRAPH || role_count_words(start, &small) < LEAD_WORDS || !small)
			continue;
		r->lead_block = i;
		break;
	}
}

/* Where the lead ends, once its block is read. */
void role_window(claim_reader *r)
{
	const scan *sc = r->scan;
	size_t n = 0;
	for (size_t i = sc->window; i < sc->sentence_count && sc->sentences[i].block <= r->lead_block && n < LEAD_SENTENCES;
	     i++) {
		if (sc->sentences[i].block == r->lead_block) {
			r->lead_end = sc->sentences[i].end;
			n++;
		}
	}
}

void role_prepare(claim_reader *r)
{
	r->title_end = find_title_end(r);
	find_lead(r);
}

/* Claims of one section share it. */
static const slice *section_of(claim_reader *r, size_t heading)
{
	if (!r->section || r->section_heading != heading) {
		slice *text = ARENA_NEW(r->arena, slice);
		*text = block_text(r, heading);
		r->section = text;
		r->section_heading = heading;
	}
	return r->section;
}

void role_read(claim_reader *r, const sentence *s, claim *c)
{
	const document *d = r->doc;
	if (c->block < r->title_end)
		c->role = ROLE_HEADLINE;
	else if (c->block == r->lead_block && c->figure->start < r->lead_end)
		c->role = ROLE_LEAD;
	else if (s->token_count > c->token && s->tokens[c->token].flags & TOKEN_QUOTED)
		c->role = ROLE_QUOTATION;
	int32_t section = c->block < d->block_count ? d->blocks[c->block].section : -1;
	if (section >= 0 && (uint32_t)section >= r->title_end && (size_t)section < d->block_count)
		setting_of(r, c)->section = section_of(r, (size_t)section);
}
