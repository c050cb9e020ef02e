/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/briefing.h"

#include "base/utf8.h"

/* The start of the code point that holds byte `at`. */
static uint32_t code_start(slice text, uint32_t at)
{
	while (at > 0 && at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* `from` moved back by at most *characters code points, not before `least`; what is left over stays in *characters. */
static uint32_t walk_back(slice text, uint32_t from, uint32_t least, size_t *characters)
{
	while (from > least && *characters) {
		from = code_start(text, from - 1);
		--*characters;
	}
	return from < least ? least : from;
}

static uint32_t walk_on(slice text, uint32_t from, uint32_t most, size_t *characters)
{
	while (from < most && *characters) {
		size_t len;
		utf8_decode(text, from, &len);
		from += (uint32_t)len;
		--*characters;
	}
	return from > most ? most : from;
}

static bool space_at(slice text, uint32_t at)
{
	size_t len;
	return utf8_is_space(utf8_decode(text, at, &len));
}

/* A cut goes between words, unless the words there are endless. */
static uint32_t snap_on(slice text, uint32_t at, uint32_t most)
{
	uint32_t to = at;
	while (to < most && to - at < 40 && !space_at(text, to))
		to++;
	return to < most && space_at(text, to) ? to : at;
}

static uint32_t snap_back(slice text, uint32_t at, uint32_t least)
{
	uint32_t to = at;
	while (to > least && at - to < 40 && !space_at(text, to))
		to = code_start(text, to - 1);
	return to > least && space_at(text, to) ? to : at;
}

static uint32_t least_of(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static uint32_t most_of(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

bool quote_in_one(const audit *au, claim_ref x, claim_ref y)
{
	const claim *c = audit_claim(au, x), *d = audit_claim(au, y);
	return x.doc == y.doc && c->sentence == d->sentence && c->block == d->block;
}

/* The stretch from the first figure's expression (or quote) to the last one's end. */
static void hull_of(const audit *au, const claim_ref *refs, size_t n, bool quotes, uint32_t *from, uint32_t *to)
{
	for (size_t i = 0; i < n; i++) {
		const claim *c = audit_claim(au, refs[i]);
		uint32_t start = c->figure->full_start, end = c->figure->full_end;
		if (quotes) {
			start = least_of(start, c->quote_start);
			end = most_of(end, c->quote_end);
		}
		*from = i ? least_of(*from, start) : start;
		*to = i ? most_of(*to, end) : end;
	}
}

size_t quote_length(const audit *au, const claim_ref *refs, size_t n)
{
	uint32_t from = 0, to = 0;
	hull_of(au, refs, n, false, &from, &to);
	return utf8_count(document_text(audit_doc(au, refs[0]), from, to));
}

quotation quote_claims(const audit *au, const claim_ref *refs, size_t n, size_t characters)
{
	const reading_of *r = &au->documents[refs[0].doc].reading;
	const claim *first = audit_claim(au, refs[0]);
	sentence_stretch own = scan_stretch(&r->scan, first->sentence, first->block);
	slice text = r->doc->text;
	uint32_t from = 0, to = 0, least, most;
	hull_of(au, refs, n, true, &from, &to);
	least = least_of(from, own.start);
	most = most_of(to, own.end);
	if (utf8_count(slice_sub(text, from, to)) > characters)
		hull_of(au, refs, n, false, &from, &to);
	size_t held = utf8_count(slice_sub(text, from, to)), room = characters > held ? characters - held : 0;
	size_t before = room / 2, after = room - before;
	uint32_t wide_from = walk_back(text, from, least, &before);
	after += before;
	uint32_t wide_to = walk_on(text, to, most, &after);
	wide_from = walk_back(text, wide_from, least, &after);
	if (wide_from > least)
		wide_from = snap_on(text, wide_from, from);
	if (wide_to < most)
		wide_to = snap_back(text, wide_to, to);
	return (quotation){.start = wide_from, .end = wide_to, .cut_before = wide_from > least, .cut_after = wide_to < most};
}
