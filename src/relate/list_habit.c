/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/list_habit.h"

#include "base/ascii.h"
#include "base/limits.h"

enum {
	BESIDE = 12,  /* blocks with a bracket looked at to either side, */
	REACH = 1500, /* and blocks walked over to find them */
	BRACKET = 48, /* bytes of a bracket */
	DIGITS = 4
};

/* The number that the text ends with in brackets, "Oars (6)", "Oars (6 of ash):"; 0 if it does not. */
static uint32_t number_at_end(slice text)
{
	text = slice_trim(text);
	while (text.len && (text.ptr[text.len - 1] == ':' || text.ptr[text.len - 1] == '*'))
		text = slice_trim(slice_sub(text, 0, text.len - 1));
	if (!text.len || text.ptr[text.len - 1] != ')')
		return 0;
	size_t open = text.len - 1, digits = 0;
	while (open > 0 && text.ptr[open] != '(' && text.len - open < BRACKET)
		open--;
	if (text.ptr[open] != '(' || open == 0 || text.ptr[open - 1] != ' ')
		return 0;
	uint32_t value = 0;
	for (size_t i = open + 1; i < text.len && ascii_is_digit(text.ptr[i]) && digits < DIGITS; i++, digits++)
		value = value * 10 + (uint32_t)(text.ptr[i] - '0');
	char next = text.ptr[open + 1 + digits];
	return digits && (next == ')' || next == ' ') ? value : 0;
}

static bool beside(const block *a, const block *b)
{
	return a->kind == b->kind && a->level == b->level && a->parent == b->parent && a->group == b->group;
}

/* Whether two texts are the same up to their last brackets. */
static bool alike(slice a, slice b)
{
	size_t n = a.len < b.len ? a.len : b.len, same = 0;
	while (same < n && a.ptr[same] == b.ptr[same])
		same++;
	return same > 0 && slice_find_byte(slice_sub(a, same, a.len), '(') == SIZE_MAX &&
	       slice_find_byte(slice_sub(b, same, b.len), '(') == SIZE_MAX;
}

static void count(const list_words *w, const reading_of *doc, uint32_t b, list_habit *out)
{
	const document *d = doc->doc;
	uint32_t value = number_at_end(document_text(d, d->blocks[b].start, d->blocks[b].end));
	if (!value)
		return;
	listed things = listed_after(d, b);
	if (things.kind == LISTED_NOTHING && d->blocks[b].kind == BLOCK_HEADING)
		things = listed_below(d, b);
	if (things.kind == LISTED_NOTHING)
		return;
	list_lengths lengths = list_lengths_of(w, doc, &things, NULL);
	bool agrees = false;
	for (size_t i = 0; i < lengths.n; i++)
		agrees |= lengths.at[i] == value;
	out->hold += agrees;
	out->fail += !agrees;
}

list_habit list_habit_of(const list_words *w, const reading_of *doc, uint32_t b)
{
	const document *d = doc->doc;
	list_habit out = {0};
	for (uint32_t step = 0; step < 2; step++) {
		uint32_t seen = 0, walked = 0;
		for (uint32_t i = b; (step ? i > 0 : i + 1 < d->block_count) && seen < BESIDE && walked < REACH; walked++) {
			i = step ? i - 1 : i + 1;
			if (d->blocks[i].kind == BLOCK_HEADING && d->blocks[i].level < d->blocks[b].level)
				break;
			if (!beside(&d->blocks[i], &d->blocks[b]))
				continue;
			slice own = document_text(d, d->blocks[b].start, d->blocks[b].end),
				  other = document_text(d, d->blocks[i].start, d->blocks[i].end);
			out.series |= number_at_end(other) && alike(own, other);
			uint32_t before = out.hold + out.fail;
			count(w, doc, i, &out);
			seen += out.hold + out.fail > before;
		}
	}
	return out;
}
