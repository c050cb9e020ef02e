/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/edit.h"

#include "base/ascii.h"

#include <string.h>

enum { DIGITS = 18, TEXT = 2 * DIGITS + 2 };

typedef struct written { /* digits apart from how they are set */
	char digits[DIGITS + 2];
	size_t n;        /* digits */
	size_t decimals; /* of them after the point */
	slice group;     /* what stands between groups of three; empty: nothing */
	slice point;     /* what stands before the decimals */
} written;

const char *edit_name(edit_kind k)
{
	static const char *const names[] = {
		"two digits swapped",
		"a digit written twice",
		"one of two like digits left out",
		"the decimal point slipped",
		"a zero too many or too few",
		"million, billion and the like mistaken",
		"the sign",
	};
	return names[k];
}

/* What may stand between groups of three digits: of spaces the usual, the no-break, the thin and the narrow one. */
static bool groups(slice s)
{
	static const slice signs[] = {{",", 1}, {" ", 1}, {"'", 1}, {"’", 3}, {"\u00a0", 2}, {"\u2009", 3}, {"\u202f", 3}};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (slice_equal(s, signs[i]))
			return true;
	return false;
}

static bool points(slice s)
{
	return slice_equal(s, SLICE(".")) || slice_equal(s, SLICE(","));
}

/* Bytes from `at` to the next digit. */
static size_t separator(slice s, size_t at)
{
	size_t n = 0;
	while (at + n < s.len && !ascii_is_digit(s.ptr[at + n]))
		n++;
	return n;
}

static size_t digits_after(slice s, size_t at)
{
	size_t n = 0;
	while (at + n < s.len && ascii_is_digit(s.ptr[at + n]))
		n++;
	return n;
}

/* Takes "1,183.5" apart: a full stop, or what stands before other than three digits, is the decimal sign. */
static bool take_apart(slice s, written *w)
{
	*w = (written){.group = SLICE(""), .point = SLICE("")};
	bool after_point = false;
	for (size_t i = 0; i < s.len;) {
		size_t run = digits_after(s, i);
		if (!run || w->n + run > DIGITS || (after_point && w->decimals))
			return false;
		memcpy(w->digits + w->n, s.ptr + i, run);
		w->n += run;
		i += run;
		if (after_point)
			w->decimals = run;
		if (i == s.len)
			break;
		size_t gap = separator(s, i);
		slice between = slice_sub(s, i, i + gap);
		after_point = slice_equal(between, SLICE(".")) || digits_after(s, i + gap) != 3;
		if (i + gap == s.len || !(after_point ? points(between) : groups(between)))
			return false;
		*(after_point ? &w->point : &w->group) = between;
		i += gap;
	}
	return w->n && (w->digits[0] != '0' || w->n == w->decimals + 1);
}

static int128 number_of(const written *w)
{
	int128 n = 0;
	for (size_t i = 0; i < w->n; i++)
		n = n * 10 + (w->digits[i] - '0');
	return n;
}

static rational value_of(const written *w)
{
	rational v = {number_of(w), 1};
	for (size_t i = 0; i < w->decimals; i++)
		v = rational_divide(v, rational_int(10), ROUND_DOWN);
	return v;
}

static slice put_together(arena *a, const written *w)
{
	char text[TEXT * 3];
	size_t n = 0, whole = w->n - w->decimals;
	for (size_t i = 0; i < w->n; i++) {
		slice sign = i == whole ? w->point : i && i < whole && (whole - i) % 3 == 0 ? w->group : (slice){"", 0};
		memcpy(text + n, sign.ptr, sign.len);
		n += sign.len;
		text[n++] = w->digits[i];
	}
	return arena_copy(a, (slice){text, n});
}

typedef struct editor {
	arena *arena;
	const written *old;
	rational value;
	edit_list *out;
} editor;

/* Adds a number unless it is the old one or was found before. */
static void add(editor *e, edit_kind kind, const written *w)
{
	if (w->n == 0 || w->n > DIGITS || w->n <= w->decimals || (w->digits[0] == '0' && w->n > w->decimals + 1))
		return;
	rational factor = rational_divide(value_of(w), e->value, ROUND_DOWN);
	if (rational_sign(factor) == 0 || rational_compare(factor, rational_int(1)) == 0)
		return;
	for (size_t i = 0; i < e->out->n; i++)
		if (rational_compare(e->out->at[i].factor, factor) == 0)
			return;
	VEC_PUSH(e->arena, *e->out, (edit){.kind = kind, .text = put_together(e->arena, w), .factor = factor});
}

static void swap_digits(editor *e)
{
	for (size_t i = 0; i + 1 < e->old->n; i++) {
		written w = *e->old;
		w.digits[i] = e->old->digits[i + 1];
		w.digits[i + 1] = e->old->digits[i];
		add(e, EDIT_SWAPPED, &w);
	}
}

static void remove_digit(written *w, size_t i)
{
	memmove(w->digits + i, w->digits + i + 1, w->n - i - 1);
	w->decimals -= i >= w->n - w->decimals;
	w->n--;
}

/* Of the whole part. */
static void double_digit(written *w, size_t i)
{
	memmove(w->digits + i + 1, w->digits + i, w->n - i);
	w->n++;
}

static void double_digits(editor *e)
{
	for (size_t i = 0; i < e->old->n; i++) {
		bool zero = e->old->digits[i] == '0', last = i + 1 == e->old->n;
		if (i + 1 < e->old->n && e->old->digits[i] == e->old->digits[i + 1]) {
			written w = *e->old;
			remove_digit(&w, i);
			add(e, zero ? EDIT_ZERO : EDIT_DOUBLED, &w);
		} else if (zero && last && !e->old->decimals) {
			written w = *e->old;
			w.n--;
			add(e, EDIT_ZERO, &w);
		}
		if (i >= e->old->n - e->old->decimals)
			continue; /* one decimal more is no slip but another rounding */
		written w = *e->old;
		double_digit(&w, i);
		add(e, zero ? EDIT_ZERO : EDIT_LOST, &w);
	}
	if (!e->old->decimals) {
		written w = *e->old;
		w.digits[w.n++] = '0';
		add(e, EDIT_ZERO, &w);
	}
}

/* One place or two to either side, of a number that has a point. */
static void slip_point(editor *e)
{
	for (int by = -2; by <= 2; by++) {
		written w = *e->old;
		int decimals = (int)w.decimals - by;
		if (by == 0 || !w.decimals || decimals < 0)
			continue;
		w.decimals = (size_t)decimals;
		for (; w.n <= w.decimals && w.n < DIGITS; w.n++) { /* 1.2 becomes 0.12 */
			memmove(w.digits + 1, w.digits, w.n);
			w.digits[0] = '0';
		}
		while (w.n > w.decimals + 1 && w.digits[0] == '0')
			remove_digit(&w, 0);
		add(e, EDIT_POINT, &w);
	}
}

void edit_all(arena *a, slice literal, bool has_magnitude, edit_list *out)
{
	written old;
	if (!take_apart(literal, &old) || number_of(&old) == 0)
		return;
	editor e = {.arena = a, .old = &old, .value = value_of(&old), .out = out};
	swap_digits(&e);
	double_digits(&e);
	slip_point(&e);
	if (has_magnitude) {
		VEC_PUSH(a, *out, (edit){EDIT_MAGNITUDE, literal, rational_int(1000)});
		VEC_PUSH(a, *out, (edit){EDIT_MAGNITUDE, literal, rational_of(1, 1000)});
	}
	VEC_PUSH(a, *out, (edit){EDIT_SIGN, literal, rational_int(-1)});
}
