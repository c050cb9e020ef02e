/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "report/briefing.h"
#include "report/place.h"
#include "report/strip.h"

#include <stdio.h>
#include <string.h>

enum { LONG_DIGITS = 15 /* a whole number of more is written with a power of ten */ };

badge badge_of_severity(severity s)
{
	switch (s) {
	case SEVERITY_ERROR:
		return (badge){MARK_SQUARE, INK_ERROR, SLICE("Error")};
	case SEVERITY_WARNING:
		return (badge){MARK_TRIANGLE, INK_WARNING, SLICE("Warning")};
	case SEVERITY_NOTE:
	case SEVERITY_NONE:
		break;
	}
	return (badge){MARK_DISC, INK_NOTE, SLICE("Note")};
}

badge badge_of_standing(standing s)
{
	switch (s) {
	case STANDING_HELD:
		return (badge){MARK_CHECK, INK_HOLDS, SLICE("holds")};
	case STANDING_HELD_IF:
		return (badge){MARK_CHECK, INK_HOLDS, SLICE("holds if")};
	case STANDING_COULD_NOT:
		return (badge){MARK_RING, INK_OPEN, SLICE("open")};
	case STANDING_NOT_CHECKED:
		return (badge){MARK_DASH, INK_OPEN, SLICE("unchecked")};
	case STANDING_FAILED:
		return (badge){MARK_SQUARE, INK_ERROR, SLICE("fails")};
	case STANDING_NONE:
		break;
	}
	return (badge){MARK_NONE, INK_SECONDARY, SLICE("unrelated")};
}

standing standing_of_verdict(verdict v)
{
	switch (v) {
	case VERDICT_HOLDS:
	case VERDICT_HOLDS_BY_ROUNDING:
		return STANDING_HELD;
	case VERDICT_HOLDS_IF:
		return STANDING_HELD_IF;
	case VERDICT_OPEN:
		return STANDING_COULD_NOT;
	case VERDICT_UNCHECKED:
		return STANDING_NOT_CHECKED;
	case VERDICT_FAILS:
	case VERDICT_IMPOSSIBLE:
		break;
	}
	return STANDING_FAILED;
}

badge badge_of_verdict(verdict v)
{
	badge b = badge_of_standing(standing_of_verdict(v));
	if (v == VERDICT_HOLDS_BY_ROUNDING)
		b.word = SLICE("holds by rounding");
	if (v == VERDICT_IMPOSSIBLE)
		b.word = SLICE("impossible");
	return b;
}

look look_of(type_size size, ink colour)
{
	return (look){.size = size, .ink = colour};
}

look look_bold(type_size size, ink colour)
{
	return (look){.size = size, .ink = colour, .bold = true};
}

slice words_digits(arena *a, size_t n)
{
	char digits[32], out[48];
	int len = snprintf(digits, sizeof digits, "%zu", n), at = 0;
	for (int i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			out[at++] = ',';
		out[at++] = digits[i];
	}
	return arena_copy(a, (slice){out, (size_t)at});
}

slice words_number(arena *a, size_t n, bool capital)
{
	static const char *const SMALL[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
	                                    "seven", "eight", "nine", "ten",   "eleven", "twelve"};
	if (n >= sizeof SMALL / sizeof *SMALL)
		return words_digits(a, n);
	slice small = arena_copy(a, slice_of(SMALL[n]));
	if (!capital)
		return small;
	return arena_printf(a, "%c%s", small.ptr[0] - 'a' + 'A', small.ptr + 1);
}

slice words_count(arena *a, size_t n, const char *one, const char *many)
{
	return arena_printf(a, SLICE_FMT " %s", SLICE_ARG(words_number(a, n, false)), n == 1 ? one : many);
}

slice words_date(arena *a, date d)
{
	static const char *const MONTHS[] = {"",     "January", "February",  "March",   "April",    "May",     "June",
	                                     "July", "August",  "September", "October", "November", "December"};
	if (!d.year)
		return (slice){0};
	if (!d.month)
		return arena_printf(a, "%d", d.year);
	if (!d.day)
		return arena_printf(a, "%s %d", MONTHS[d.month], d.year);
	return arena_printf(a, "%u %s %d", d.day, MONTHS[d.month], d.year);
}

/* The length of a run of digits at s[i] that is a long whole number of its own, else 0. */
static size_t long_number(slice s, size_t i)
{
	size_t n = 0;
	if (i && (ascii_is_digit(s.ptr[i - 1]) || s.ptr[i - 1] == '.'))
		return 0;
	while (i + n < s.len && ascii_is_digit(s.ptr[i + n]))
		n++;
	return n > LONG_DIGITS && !(i + n < s.len && s.ptr[i + n] == '.') ? n : 0;
}

slice words_check(arena *a, slice expression)
{
	static const struct {
		const char *written, *shown;
	} SIGNS[] = {{"<=", "≤"}, {">=", "≥"}, {"!=", "≠"}, {" * ", " × "}, {" / ", " ÷ "}, {" - ", " − "}};
	enum { COUNT = sizeof SIGNS / sizeof *SIGNS };
	char *out = arena_alloc(a, expression.len * 4 + 1);
	size_t n = 0;
	for (size_t i = 0, taken; i < expression.len; i += taken) {
		slice rest = slice_sub(expression, i, expression.len), shown = slice_sub(rest, 0, 1);
		size_t k = 0, digits = long_number(expression, i);
		decimal d;
		while (k < COUNT && !slice_starts_with(rest, slice_of(SIGNS[k].written)))
			k++;
		taken = 1;
		if (k < COUNT) {
			shown = slice_of(SIGNS[k].shown);
			taken = strlen(SIGNS[k].written);
		} else if (digits && decimal_parse(slice_sub(rest, 0, digits), &d)) {
			shown = strip_number(a, d, false);
			taken = digits;
		}
		memcpy(out + n, shown.ptr, shown.len);
		n += shown.len;
	}
	return (slice){out, n};
}

slice words_figure(briefing *b, claim_ref ref)
{
	const figure *f = audit_claim(b->au, ref)->figure;
	slice written = document_text(audit_doc(b->au, ref), f->full_start, f->full_end);
	return arena_printf(b->l.arena, "“" SLICE_FMT "”", SLICE_ARG(written));
}

slice words_place(briefing *b, claim_ref ref)
{
	const claim_note *note = &b->claims[ref.doc][ref.claim];
	return place_long(b->l.arena, audit_doc(b->au, ref), audit_claim(b->au, ref), note->line, note->col);
}

slice words_place_behind(briefing *b, claim_ref ref)
{
	const char *between = place_has_lines(audit_doc(b->au, ref)) ? ":" : ", ";
	return arena_printf(b->l.arena, "%s" SLICE_FMT, between, SLICE_ARG(words_place_short(b, ref)));
}

slice words_place_short(briefing *b, claim_ref ref)
{
	const claim_note *note = &b->claims[ref.doc][ref.claim];
	return place_short(b->l.arena, audit_doc(b->au, ref), audit_claim(b->au, ref), note->line, note->col);
}

slice words_path(const briefing *b, uint32_t doc)
{
	slice path = b->au->documents[doc].reading.doc->path;
	if (slice_starts_with(path, b->folder))
		path = slice_sub(path, b->folder.len, path.len);
	return path.len ? path : SLICE("(without a name)");
}

slice words_set(briefing *b, const set *s, bool percent)
{
	if (!percent)
		return words_check(b->l.arena, set_format(b->l.arena, s));
	set hundred = set_point(rational_int(100)), scaled = set_multiply(s, &hundred);
	scaled.integer = false;
	return arena_printf(b->l.arena, SLICE_FMT " %%", SLICE_ARG(set_format(b->l.arena, &scaled)));
}

set words_values(briefing *b, claim_ref ref)
{
	const figure *f = audit_claim(b->au, ref)->figure;
	if (f->kind == FIGURE_LABEL || f->base == BASE_NONE)
		return set_empty();
	return figure_values(b->au->rules->lex, f, READING_PLAIN, false);
}

void briefing_section(briefing *b, slice title, uint64_t key, double follows)
{
	layout *l = &b->l;
	double height = STYLE.baseline * 1.5 + STYLE.type[TYPE_HEADING].leading + STYLE.baseline / 2;
	layout_room(l, height + follows);
	if (l->y > l->top)
		l->y += STYLE.baseline * 1.5;
	layout_bookmark(l, NULL, title, false);
	if (key)
		layout_anchor_here(l, key);
	para p = para_of(l, title, look_bold(TYPE_HEADING, INK_TEXT));
	layout_para(l, &p, l->left, l->right - l->left, 0, ALIGN_LEFT);
	l->y += STYLE.baseline / 4;
}

void briefing_text(briefing *b, slice text, look how)
{
	layout *l = &b->l;
	para p = para_of(l, text, how);
	layout_room(l, layout_para_height(l, &p, l->right - l->left, 0));
	layout_para(l, &p, l->left, l->right - l->left, 0, ALIGN_LEFT);
	l->y += STYLE.baseline / 2;
}

void briefing_more(briefing *b, size_t left_out, const char *one, const char *many)
{
	if (!left_out)
		return;
	arena *a = b->l.arena;
	slice count = words_digits(a, left_out);
	briefing_text(b,
	              arena_printf(a, "and " SLICE_FMT " more %s%s", SLICE_ARG(count), left_out == 1 ? one : many,
	                           b->attached ? ", in the attached audit" : ", in the JSON audit"),
	              look_of(TYPE_CAPTION, INK_SECONDARY));
}
