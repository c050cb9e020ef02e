/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document's own date, where no metadata tells it. */
#include "base/ascii.h"
#include "claim/reader.h"

enum { DATE_BLOCKS = 12, LINE_WORDS = 8, FREE_WORDS = 3, LINE_REACH = 400 };

/* The line of the text around byte `at`, inside its block, as far as LINE_REACH to both sides: nothing farther from a date
 * makes it a date line. */
static slice line_around(const document *d, const block *b, uint32_t at, uint32_t *from)
{
	uint32_t start = at, end = at;
	while (start > b->start && at - start < LINE_REACH && d->text.ptr[start - 1] != '\n')
		start--;
	while (end < b->end && end - at < LINE_REACH && d->text.ptr[end] != '\n')
		end++;
	*from = start;
	return document_text(d, start, end);
}

/* Whether the date at bytes [start, end) dates the document: little else stands on its line ("18 November 2020", "2016
 * September 28 (Wednesday) 10:34:24"), or it stands in a dateline before the text ("ARDEN, February 15. /LAKES/ ..."). */
static bool is_dateline(const document *d, const block *b, uint32_t start, uint32_t end)
{
	uint32_t from;
	slice line = line_around(d, b, start, &from);
	uint32_t to = from + (uint32_t)line.len;
	size_t small_before, small_after;
	size_t before = role_count_words(document_text(d, from, start), &small_before);
	size_t after = end < to ? role_count_words(document_text(d, end, to), &small_after) : 0;
	if (before > LINE_WORDS || small_before > 2)
		return false;
	if (before + after <= FREE_WORDS)
		return true;
	if (from != b->start || end >= to || (small_before && before > 1))
		return false;
	slice rest = slice_trim(document_text(d, end, to));
	static const slice marks[] = {{".", 1}, {"-", 1}, {"—", 3}, {"–", 3}, {"/", 1}, {":", 1}, {")", 1}};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (slice_starts_with(rest, marks[i]))
			return true;
	}
	/* "date 2020-02-19 MOSCOW. KAZINFORM": the first word after it is in capitals, and before it at most one stands */
	size_t capitals = 0;
	while (capitals < rest.len && ascii_is_capital(rest.ptr[capitals]))
		capitals++;
	return before <= 1 && capitals >= 3;
}

uint32_t dateline_end(const claim_reader *r, const sentence *s)
{
	if (s->block >= r->doc->block_count || s->start != r->doc->blocks[s->block].start)
		return 0;
	for (uint32_t i = 0; i + 2 < s->token_count && i < LINE_WORDS + FREE_WORDS; i++) {
		const token *t = &s->tokens[i];
		if (t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL))
			return 0;
		bool day = t->figure >= 0 && r->scan->figures[t->figure].kind == FIGURE_DATE && r->scan->figures[t->figure].when.day;
		if (day && token_in(&s->tokens[i + 1], r->sets->dash) && s->tokens[i + 1].flags & TOKEN_SPACE)
			return i + 2;
	}
	return 0;
}

date claim_document_date(const scan *s, uint32_t *figure_index)
{
	date yearless = {0};
	if (figure_index)
		*figure_index = UINT32_MAX;
	if (s->doc->dated.year)
		return s->doc->dated;
	if (s->dated.known) {
		if (figure_index)
			*figure_index = s->dated.figure;
		return s->dated.day;
	}
	for (size_t i = 0; i < s->sentence_count; i++) {
		const sentence *at = &s->sentences[i];
		if (at->block >= DATE_BLOCKS || at->block >= s->doc->block_count)
			break;
		for (uint32_t k = 0; k < at->figure_count; k++) {
			const figure *f = &s->figures[at->first_figure + k];
			bool day = f->kind == FIGURE_DATE && !f->relative && f->when.month && f->when.day && !figure_until(f).year;
			if (!day || (yearless.month && !f->when.year))
				continue;
			if (!is_dateline(s->doc, &s->doc->blocks[at->block], f->start, f->end))
				continue;
			if (figure_index)
				*figure_index = at->first_figure + k;
			if (f->when.year)
				return f->when;
			yearless = f->when;
		}
	}
	return yearless;
}
