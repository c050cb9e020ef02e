/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: how deep an item lies is told by its mark alone ("*", "**", "-", "1.", ".", "a.", "term::"); a mark not yet open opens a
 * list in the item at hand. A line of "+" joins the next block to the item. */
#include "base/ascii.h"
#include "format/asciidoc.h"

#include <string.h>

typedef struct mark {
	char sign;   /* '*', '-', '.', '1', 'a', '<', or ':' and ';' of terms; 0: none */
	size_t size; /* how often it stands there */
	uint32_t number;
	size_t text; /* of the line: where its text begins; of a term: where the term ends */
} mark;

enum { DEEPEST = 16 };

typedef struct list_stack {
	mark open[DEEPEST];
	size_t depth;
} list_stack;

/* "term::", perhaps with text behind it. */
static mark term_of(slice text)
{
	static const char *const ends[] = {"::", ";;"};
	for (size_t k = 0; k < 2; k++) {
		size_t at = slice_find(text, slice_of(ends[k])), end = at;
		if (at == SIZE_MAX || at == 0)
			continue;
		while (end < text.len && text.ptr[end] == *ends[k] && end < at + 4)
			end++;
		if (end == text.len || text.ptr[end] == ' ')
			return (mark){*ends[k], end - at, 0, at};
	}
	return (mark){0};
}

static mark mark_of(slice text)
{
	mark none = {0};
	if (!text.len)
		return none;
	size_t n = 0;
	char sign = *text.ptr;
	while (n < text.len && text.ptr[n] == sign)
		n++;
	if ((sign == '*' || sign == '.' || sign == '-') && n < text.len && text.ptr[n] == ' ' && n <= (sign == '-' ? 1u : 5u))
		return (mark){sign, n, 0, n + 1};
	uint32_t number = 0;
	for (n = 0; n < text.len && n < 5 && ascii_is_digit(text.ptr[n]); n++)
		number = number * 10 + (uint32_t)(text.ptr[n] - '0');
	if (n && n + 1 < text.len && text.ptr[n] == '.' && text.ptr[n + 1] == ' ')
		return (mark){'1', 1, number, n + 2};
	if (text.len > 2 && ascii_is_letter(sign) && text.ptr[1] == '.' && text.ptr[2] == ' ')
		return (mark){'a', 1, 0, 3};
	size_t close = sign == '<' ? slice_find_byte(text, '>') : SIZE_MAX;
	if (close != SIZE_MAX && close < 5 && close + 1 < text.len && text.ptr[close + 1] == ' ')
		return (mark){'<', 1, 0, close + 2};
	return term_of(text);
}

static bool is_item(const adoc *r, size_t i)
{
	return mark_of(adoc_text_of(r, i)).sign != 0;
}

static void close_levels(adoc *r, list_stack *s, size_t depth)
{
	for (; s->depth > depth; s->depth--) {
		builder_end(r->out);
		builder_end(r->out);
	}
}

/* The item's list is opened, or gone back to. */
static void open_item(adoc *r, list_stack *s, const mark *m)
{
	size_t level = 0;
	while (level < s->depth && (s->open[level].sign != m->sign || s->open[level].size != m->size))
		level++;
	if (level == DEEPEST)
		level--;
	if (level < s->depth) {
		close_levels(r, s, level + 1);
		builder_end(r->out);
	} else {
		builder_list(r->out, m->sign == '.' || m->sign == '1' || m->sign == 'a' || m->sign == '<',
		             m->number ? m->number : 1);
		s->open[s->depth++] = *m;
	}
	builder_item(r->out, m->number);
}

/* The item's text: what stands behind its mark and on the lines under it. Returns the line behind. */
static size_t take_item_text(adoc *r, size_t i, size_t to, const mark *m)
{
	source_lines lines = {0};
	source_line first = r->lines[i];
	size_t start = first.start, end = i + 1;
	if (m->sign == ':' || m->sign == ';') {
		source_line term = first;
		term.end = term.start + (uint32_t)m->text;
		adoc_paragraph(r, &term, 1);
		first.start = term.end + (uint32_t)m->size;
	} else {
		first.start = (uint32_t)(start + m->text);
	}
	while (first.start < first.end && r->source.ptr[first.start] == ' ')
		first.start++;
	if (first.start < first.end)
		VEC_PUSH(r->arena, lines, first);
	while (end < to && !lines.n && (m->sign == ':' || m->sign == ';') && adoc_is_blank(r, end) && end + 1 < to &&
	       !adoc_is_blank(r, end + 1) && r->lines[end + 1].indent)
		end++; /* a definition may stand deeper, behind a blank line */
	while (end < to && !adoc_is_boundary(r, end) && !is_item(r, end)) {
		VEC_PUSH(r->arena, lines, r->lines[end]);
		end++;
	}
	if (lines.n)
		adoc_paragraph(r, lines.at, lines.n);
	return end;
}

/* One block, with the style and the title that stand over it. */
static size_t take_joined(adoc *r, size_t i, size_t to)
{
	bool over = true;
	while (i < to && over && !adoc_is_blank(r, i)) {
		slice text = adoc_text_of(r, i);
		over = (*text.ptr == '[' && text.ptr[text.len - 1] == ']') ||
		       (*text.ptr == '.' && text.len > 1 && text.ptr[1] != '.' && text.ptr[1] != ' ');
		i = adoc_block(r, i, to);
	}
	return i;
}

/* What follows an item: joined blocks and blank lines. Returns the line of the next item, or `to` of the list in *ends. */
static size_t take_between(adoc *r, list_stack *s, size_t i, size_t to, bool *ends)
{
	*ends = false;
	while (i < to) {
		size_t blanks = 0;
		while (i + blanks < to && adoc_is_blank(r, i + blanks))
			blanks++;
		size_t at = i + blanks;
		if (at == to)
			break;
		slice text = adoc_text_of(r, at);
		if (slice_equal(text, SLICE("+")) && at + 1 < to) {
			if (blanks && s->depth > 1)
				close_levels(r, s, s->depth - 1);
			i = at + 1;
			i = take_joined(r, i, to);
			continue;
		}
		if (*text.ptr == '[' && text.ptr[text.len - 1] == ']' && at + 1 < to && is_item(r, at + 1) && !blanks) {
			i = at + 1;
			continue;
		}
		if (is_item(r, at) && !(r->lines[at].indent == 0 && adoc_is_boundary(r, at)))
			return at;
		if (blanks && r->lines[at].indent && !adoc_is_boundary(r, at)) {
			i = adoc_block(r, at, to);
			continue;
		}
		*ends = true;
		return i;
	}
	*ends = true;
	return i;
}

size_t adoc_list(adoc *r, size_t i, size_t to)
{
	list_stack s = {.depth = 0};
	bool ends = false;
	if (!is_item(r, i) || adoc_is_boundary(r, i))
		return i;
	r->style = (slice){"", 0};
	while (i < to && !ends) {
		mark m = mark_of(adoc_text_of(r, i));
		open_item(r, &s, &m);
		i = take_item_text(r, i, to, &m);
		i = take_between(r, &s, i, to, &ends);
	}
	close_levels(r, &s, 0);
	return i;
}
