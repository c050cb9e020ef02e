/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs: spans into glyphs, glyphs into lines, lines onto the page. */
#include "base/ascii.h"
#include "report/layout.h"

#include "base/utf8.h"

#include <string.h>

enum { MARK_CODE = 0, ELLIPSIS = 0x2026 };

void para_add(layout *l, para *p, slice text, look how)
{
	if (text.len)
		VEC_PUSH(l->arena, *p, (span){.text = text, .look = how});
}

void para_mark(layout *l, para *p, mark m, look how)
{
	if (m != MARK_NONE)
		VEC_PUSH(l->arena, *p, (span){.mark = m, .look = how});
}

para para_of(layout *l, slice text, look how)
{
	para p = {0};
	para_add(l, &p, text, how);
	return p;
}

static pdf_weight weight_of(look how)
{
	return how.bold ? PDF_BOLD : PDF_REGULAR;
}

static void scratch_reserve(layout *l, size_t more)
{
	size_t need = l->scratch.n + more;
	if (need <= l->scratch.cap)
		return;
	size_t cap = need > 2 * l->scratch.cap ? need : 2 * l->scratch.cap;
	pdf_glyph *glyphs = ARENA_ARRAY(l->arena, pdf_glyph, cap);
	uint32_t *spans = ARENA_ARRAY(l->arena, uint32_t, cap);
	if (l->scratch.n) {
		memcpy(glyphs, l->scratch.glyphs, l->scratch.n * sizeof *glyphs);
		memcpy(spans, l->scratch.span, l->scratch.n * sizeof *spans);
	}
	l->scratch.glyphs = glyphs;
	l->scratch.span = spans;
	l->scratch.cap = cap;
}

/* Runs of spaces become one, also across spans, and none stands at the beginning. */
static void shape_span(layout *l, const span *s, uint32_t index)
{
	scratch_reserve(l, s->text.len + 1);
	pdf_glyph *out = l->scratch.glyphs + l->scratch.n;
	size_t n = 1;
	if (s->mark)
		*out = (pdf_glyph){.code = MARK_CODE, .advance = 1};
	else
		n = pdf_shape(l->pdf, s->text, weight_of(s->look), out);
	bool space = l->scratch.n == 0 || l->scratch.glyphs[l->scratch.n - 1].code == ' ';
	for (size_t i = 0; i < n; i++) {
		bool is_space = out[i].code == ' ';
		if (is_space && space)
			continue;
		l->scratch.span[l->scratch.n] = index;
		l->scratch.glyphs[l->scratch.n++] = out[i];
		space = is_space;
	}
}

static bool is_wordy(uint16_t c)
{
	return ascii_is_digit(c) || c > 0x7F || ascii_is_letter(c);
}

/* A line may end after a dash, slash or underscore inside a word, though not between digits. */
static bool breaks_after(const pdf_glyph *g, size_t i, size_t n)
{
	uint16_t c = g[i].code;
	if (c == 0x2014)
		return true;
	if (c != '-' && c != '/' && c != '\\' && c != '_' && c != 0x2013)
		return false;
	if (i == 0 || i + 1 >= n || !is_wordy(g[i - 1].code) || !is_wordy(g[i + 1].code))
		return false;
	return !(ascii_is_digit(g[i - 1].code) && ascii_is_digit(g[i + 1].code));
}

static double advance_at(const layout *l, const para *p, size_t i)
{
	return (double)l->scratch.glyphs[i].advance * STYLE.type[p->at[l->scratch.span[i]].look.size].size;
}

static double ellipsis_width(layout *l, const para *p, size_t at)
{
	return layout_width(l, SLICE("…"), p->at[l->scratch.span[at]].look);
}

/* Shortens the last line so that "…" fits behind it. */
static void cut_last(layout *l, const para *p, double width)
{
	text_line *last = &VEC_LAST(l->scratch.lines);
	double more = last->to > last->from ? ellipsis_width(l, p, last->to - 1) : 0;
	while (last->to > last->from && (last->width + more > width || l->scratch.glyphs[last->to - 1].code == ' '))
		last->width -= advance_at(l, p, --last->to);
	last->cut = true;
}

static void break_lines(layout *l, const para *p, double width, size_t max_lines)
{
	const pdf_glyph *g = l->scratch.glyphs;
	size_t n = l->scratch.n, start = 0, next = 0, end = 0;
	double at = 0, end_width = 0;
	bool can = false;
	for (size_t i = 0; i < n; i++) {
		double advance = advance_at(l, p, i);
		if (g[i].code == ' ') {
			can = true, next = i + 1, end = i, end_width = at;
			at += advance;
			continue;
		}
		if (at + advance > width + 1e-6 && i > start) {
			if (!can)
				next = end = i, end_width = at;
			VEC_PUSH(l->arena, l->scratch.lines, (text_line){.from = start, .to = end, .width = end_width});
			if (max_lines && l->scratch.lines.n == max_lines) {
				cut_last(l, p, width);
				return;
			}
			start = next, at = 0, can = false;
			i = next - 1;
			continue;
		}
		at += advance;
		if (breaks_after(g, i, n))
			can = true, next = i + 1, end = i + 1, end_width = at;
	}
	while (n > start && g[n - 1].code == ' ')
		at -= advance_at(l, p, --n);
	VEC_PUSH(l->arena, l->scratch.lines, (text_line){.from = start, .to = n, .width = at});
}

static void para_break(layout *l, const para *p, double width, size_t max_lines)
{
	l->scratch.n = 0;
	l->scratch.lines.n = 0;
	l->scratch.leading = 0;
	for (uint32_t i = 0; i < p->n; i++) {
		double leading = STYLE.type[p->at[i].look.size].leading;
		if (leading > l->scratch.leading)
			l->scratch.leading = leading;
		shape_span(l, &p->at[i], i);
	}
	if (p->n)
		break_lines(l, p, width, max_lines);
}

/* ---- drawing ---- */

double layout_baseline(type_size size)
{
	return STYLE.type[size].leading / 2 + STYLE.type[size].size * 0.35;
}

/* One stretch of a line in one look; returns its width. */
static double draw_stretch(layout *l, const span *s, size_t from, size_t to, double x, double baseline)
{
	double size = STYLE.type[s->look.size].size, width = 0;
	for (size_t i = from; i < to; i++)
		width += (double)l->scratch.glyphs[i].advance * size;
	if (s->mark)
		layout_mark(l, s->mark, x, baseline, size, s->look.ink);
	else
		pdf_draw(l->pdf, x, baseline, l->scratch.glyphs + from, to - from, size, STYLE.ink[s->look.ink]);
	if (s->look.underline) {
		double under = baseline + size * 0.14, end = x + width;
		if (to > from && l->scratch.glyphs[to - 1].code == ' ')
			end -= (double)l->scratch.glyphs[to - 1].advance * size;
		pdf_line(l->pdf, x, under, end, under, size * 0.07, STYLE.ink[s->look.ink]);
	}
	if (s->look.link)
		layout_link(l, s->look.link, x, baseline - size, x + width, baseline + size * 0.3);
	return width;
}

static void draw_line(layout *l, const para *p, const text_line *line, double x, double baseline)
{
	for (size_t i = line->from; i < line->to;) {
		size_t from = i;
		uint32_t which = l->scratch.span[i];
		while (i < line->to && l->scratch.span[i] == which)
			i++;
		x += draw_stretch(l, &p->at[which], from, i, x, baseline);
	}
	if (line->cut && line->to > line->from)
		layout_at(l, x, baseline, SLICE("…"), p->at[l->scratch.span[line->to - 1]].look, ALIGN_LEFT);
}

/* The widest size of a paragraph decides where its baselines are. */
static type_size leading_size(const para *p)
{
	type_size size = TYPE_CAPTION;
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].look.size < size)
			size = p->at[i].look.size;
	return size;
}

void layout_para(layout *l, const para *p, double x, double width, size_t max_lines, align side)
{
	para_break(l, p, width, max_lines);
	double first = layout_baseline(leading_size(p));
	for (size_t i = 0; i < l->scratch.lines.n; i++) {
		const text_line *line = &l->scratch.lines.at[i];
		if (!l->dry)
			draw_line(l, p, line, side == ALIGN_RIGHT ? x + width - line->width : x, l->y + first);
		l->y += l->scratch.leading;
	}
}

double layout_para_height(layout *l, const para *p, double width, size_t max_lines)
{
	para_break(l, p, width, max_lines);
	return (double)l->scratch.lines.n * l->scratch.leading;
}

static pdf_glyph *shape_line(layout *l, slice text, look how, size_t *n, double *width)
{
	pdf_glyph *g = ARENA_ARRAY(l->arena, pdf_glyph, text.len);
	*n = pdf_shape(l->pdf, text, weight_of(how), g);
	*width = 0;
	for (size_t i = 0; i < *n; i++)
		*width += (double)g[i].advance * STYLE.type[how.size].size;
	return g;
}

void layout_at(layout *l, double x, double baseline, slice text, look how, align side)
{
	if (l->dry || !text.len)
		return;
	size_t n;
	double width, size = STYLE.type[how.size].size;
	pdf_glyph *g = shape_line(l, text, how, &n, &width);
	if (side == ALIGN_RIGHT)
		x -= width;
	pdf_draw(l->pdf, x, baseline, g, n, size, STYLE.ink[how.ink]);
	layout_link(l, how.link, x, baseline - size, x + width, baseline + size * 0.3);
}

double layout_width(layout *l, slice text, look how)
{
	size_t n;
	double width;
	shape_line(l, text, how, &n, &width);
	return width;
}

/* As many glyphs as fit into `room` with "…" at the end or in the middle, as text. */
static slice shorten(layout *l, const pdf_glyph *g, size_t n, double size, double room, fit where)
{
	size_t head = 0, tail = n;
	for (double used = 0; head < tail;) { /* take from the front, and for FIT_MIDDLE from the back in turn */
		bool back = where == FIT_MIDDLE && (head + (n - tail)) % 2;
		used += (double)g[back ? tail - 1 : head].advance * size;
		if (used > room)
			break;
		if (back)
			tail--;
		else
			head++;
	}
	char *out = arena_alloc(l->arena, n * 3 + 4);
	size_t at = 0;
	for (size_t i = 0; i < head; i++)
		at += utf8_encode(g[i].code, out + at);
	at += utf8_encode(ELLIPSIS, out + at);
	for (size_t i = where == FIT_MIDDLE ? tail : n; i < n; i++)
		at += utf8_encode(g[i].code, out + at);
	return (slice){out, at};
}

slice layout_fit(layout *l, slice text, look how, double width, fit where)
{
	size_t n;
	double whole, size = STYLE.type[how.size].size, room = width - layout_width(l, SLICE("…"), how);
	const pdf_glyph *g = shape_line(l, text, how, &n, &whole);
	if (whole <= width)
		return text;
	/* What is left may be set in a wider face: words that "…" joins are set in one. Then there is less room. */
	for (;;) {
		slice shorter = shorten(l, g, n, size, room, where);
		double over = layout_width(l, shorter, how) - width;
		if (over <= 0 || room <= 0)
			return shorter;
		room -= over;
	}
}
