/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/text_row.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

enum {
	NUMBER = 24, /* bytes of a number with its signs */
	LABEL = 160, /* bytes of a line that is a label alone */
	MARK = 12,   /* bytes of what may stand before a label: "11(a)" */
	LEADERS = 3  /* dots at least that lead up to a number, or stand for one */
};

uint32_t text_line_end(const document *d, size_t i)
{
	uint32_t end = i + 1 < d->line_count ? d->line_starts[i + 1] - 1 : (uint32_t)d->text.len;
	while (end > d->line_starts[i] && (d->text.ptr[end - 1] == '\r' || d->text.ptr[end - 1] == '\n'))
		end--;
	return end;
}

/* "1,234", "$ (56.7)", "-", "n.a.", "(D)". */
static void classify(const char *text, text_part *p)
{
	size_t letters = 0, digits = 0, words = 0;
	bool odd = false;
	for (uint32_t i = p->start; i < p->end; i++) {
		char c = text[i];
		bool letter = ascii_is_letter(c);
		digits += ascii_is_digit(c);
		letters += letter;
		words += letter && (i == p->start || !ascii_is_letter(text[i - 1]));
		odd = odd || c == ':' || c == ';' || c == '?' || c == '=' || c == '|';
	}
	p->digits = digits > 0;
	p->sign = !digits && !letters && !odd;
	p->number = !odd && p->end - p->start <= NUMBER && (digits ? letters <= 3 : letters <= 4 && words <= 2);
	if (!digits && letters && ascii_is_small(text[p->start]) && text[p->end - 1] != '.' && letters > 2)
		p->number = false;
}

static bool may_be_gap(char c)
{
	return c == ' ' || c == '\t' || c == '.';
}

/* Blanks of one kind or dots, two or more, at byte i: how many bytes. */
static uint32_t gap_at(const char *text, uint32_t i, uint32_t end)
{
	uint32_t n = i, dots = 0, blanks = 0;
	while (n < end && may_be_gap(text[n])) {
		if (text[n] == '.' && dots == 0 && n + 1 < end && ascii_is_digit(text[n + 1]))
			break; /* .5 */
		dots += text[n] == '.';
		blanks += text[n] == '\t' ? 2 : text[n] == ' ';
		n++;
	}
	if (dots && n < end && ascii_is_digit(text[n]) && text[n - 1] == '.' && n >= 2 && text[n - 2] == ' ')
		n--; /* "..  .5" */
	return (dots >= 3 || (dots == 0 && blanks >= 2)) ? n - i : 0;
}

/* Dots in a gap that stand for a number, set off by blanks, behind a number or the dots that lead up to one (`led`): their first
 * byte; `end` if there are none. */
static uint32_t find_dots(const char *text, uint32_t i, uint32_t end, bool led)
{
	uint32_t blanks = 0;
	for (uint32_t k = i; k < end; k++) {
		if (text[k] != '.') {
			blanks++;
			continue;
		}
		uint32_t n = k;
		while (n < end && text[n] == '.')
			n++;
		bool many = n - k >= LEADERS;
		if (led && many && blanks >= 2)
			return k;
		led = led || many;
		blanks = 0;
		k = n - 1;
	}
	return end;
}

/* How many bytes of dots stand for a number at byte i, behind two blanks. */
static uint32_t dots_at(const char *text, uint32_t from, uint32_t i, uint32_t end)
{
	uint32_t n = i;
	while (n < end && text[n] == '.')
		n++;
	return n - i >= LEADERS && i >= from + 2 && text[i - 1] == ' ' && text[i - 2] == ' ' ? n - i : 0;
}

static void read_row(const document *d, size_t line, text_row *out)
{
	const char *text = d->text.ptr;
	const uint32_t from = d->line_starts[line];
	uint32_t i = from, end = text_line_end(d, line), col = 0;
	out->n = 0;
	out->full = false;
	while (i < end) {
		uint32_t dots = out->n ? dots_at(text, from, i, end) : 0, gap = dots ? 0 : gap_at(text, i, end);
		size_t len;
		if (gap)
			gap = find_dots(text, i, i + gap, out->n > 1) - i;
		if (!gap && !dots && utf8_is_space(utf8_decode(d->text, i, &len)))
			gap = (uint32_t)len;
		if (gap) {
			for (uint32_t k = i; k < i + gap; k++)
				col += text[k] == '\t' ? 8 - col % 8 : ((unsigned char)text[k] & 0xC0) != 0x80;
			i += gap;
			continue;
		}
		if (out->n == TEXT_ROW_PARTS) {
			out->full = true;
			return;
		}
		text_part p = {.start = i, .left = col};
		i += dots;
		col += dots;
		while (!dots && i < end && !(may_be_gap(text[i]) && gap_at(text, i, end))) {
			col += ((unsigned char)text[i] & 0xC0) != 0x80;
			i++;
		}
		p.end = i;
		while (p.end > p.start && (text[p.end - 1] == ' ' || text[p.end - 1] == '\t'))
			p.end--, col--;
		if (p.end > p.start + 2 && text[p.end - 1] == '$' && text[p.end - 2] == ' ') { /* that of the next number */
			for (p.end--, col--; text[p.end - 1] == ' '; p.end--)
				col--;
		}
		p.right = col;
		i = p.end;
		classify(text, &p);
		out->parts[out->n++] = p;
	}
}

/* "$" before a number, set off from it, is part of it. */
static void join_money(const document *d, text_row *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++) {
		text_part *p = &r->parts[i];
		bool sign = p->end - p->start == 1 && d->text.ptr[p->start] == '$';
		if (sign && i + 1 < r->n && r->parts[i + 1].digits)
			continue;
		r->parts[n++] = *p;
	}
	r->n = n;
}

/* What stands before the label and is set off from it ("11(a)") is part of it. */
static void join_label(text_row *r)
{
	bool mark = r->n > 2 && !r->parts[1].number && r->parts[0].end - r->parts[0].start <= MARK;
	if (!mark)
		return;
	r->parts[0].end = r->parts[1].end;
	r->parts[0].right = r->parts[1].right;
	r->parts[0].number = r->parts[0].digits = false;
	memmove(&r->parts[1], &r->parts[2], (r->n - 2) * sizeof *r->parts);
	r->n--;
}

/* A label and numbers behind it, one with digits at least; or numbers alone. */
static bool is_row(const text_row *r)
{
	bool any = r->bare;
	if (r->n + r->bare < 2 || r->full)
		return false;
	for (size_t i = 1; i < r->n; i++) {
		if (!r->parts[i].number)
			return false;
		any = any || r->parts[i].digits;
	}
	return any;
}

/* Numbers alone, or years, that stand away from the margin. */
static bool is_bare(const text_row *r)
{
	return r->n > 0 && r->parts[0].number && r->parts[0].digits && r->parts[0].left > TEXT_MARGIN;
}

bool text_part_is_year(const document *d, const text_part *p)
{
	const char *c = d->text.ptr + p->start;
	return p->end - p->start == 4 && (memcmp(c, "19", 2) == 0 || memcmp(c, "20", 2) == 0);
}

bool text_row_has_years(const document *d, const text_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (!text_part_is_year(d, &r->parts[i]))
			return false;
	return true;
}

/* A label, and signs alone where the others have numbers; or dots that lead up to none. */
static bool is_nothing(const document *d, const text_row *r, uint32_t end)
{
	const char *text = d->text.ptr;
	bool led = r->n == 1 && end > r->parts[0].end + LEADERS && text[end - 1] == '.' && !r->parts[0].number;
	for (size_t i = 1; i < r->n; i++)
		if (!r->parts[i].sign)
			return false;
	return led || (r->n > 1 && !r->parts[0].number && !r->full);
}

/* "<S>   <C>   <C>", "<CAPTION>": marks that old filings set their tables with. */
static bool has_marks_only(const document *d, uint32_t start, uint32_t end)
{
	bool open = false, any = false;
	for (uint32_t i = start; i < end; i++) {
		char c = d->text.ptr[i];
		bool capital = ascii_is_capital(c);
		if (c == (open ? '>' : '<'))
			open = !open;
		else if (open ? !(capital || c == '/') : !(c == ' ' || c == '\t'))
			return false;
		any = any || capital;
	}
	return any && !open;
}

text_shape text_row_read(const document *d, size_t line, text_row *r)
{
	uint32_t start = d->line_starts[line], end = text_line_end(d, line);
	bool any = false, other = false;
	r->n = 0;
	for (uint32_t i = start; i < end && !other; i++) {
		char c = d->text.ptr[i];
		any = any || !(c == ' ' || c == '\t');
		other = !may_be_gap(c) && c != '-' && c != '=' && c != '_' && c != '+';
	}
	if (!other || has_marks_only(d, start, end))
		return any ? TEXT_RULE : TEXT_BLANK;
	read_row(d, line, r);
	join_money(d, r);
	join_label(r);
	r->bare = is_bare(r);
	if (is_row(r))
		return r->bare ? TEXT_NUMBERS : TEXT_ROW;
	if (is_nothing(d, r, end))
		return TEXT_NOTHING;
	return r->n == 1 && end - start < LABEL && d->text.ptr[end - 1] != '.' ? TEXT_LABEL : TEXT_OTHER;
}
