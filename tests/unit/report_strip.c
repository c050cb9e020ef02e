/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interval strip: what stands where. Labels are measured as 5 points a character. */
#include "arena_fixture.h"
#include "base/utf8.h"
#include "report/strip.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

TestSuite(strip, .init = arena_set_up, .fini = arena_tear_down);

static double five_each(void *ctx, slice label)
{
	(void)ctx;
	return 5.0 * (double)utf8_count(label);
}

static const strip_axis AXIS = {.width = 300, .overhang = 10, .label_space = 8, .measure = five_each};

static set above(int64_t n)
{
	return set_integers(set_of((interval){rational_int(n), RATIONAL_INFINITY, true, true}));
}

static set single(int64_t n)
{
	return set_integers(set_point(rational_int(n)));
}

static const strip_shape *find(const strip *s, strip_kind kind, uint32_t row)
{
	for (size_t i = 0; i < s->shapes.n; i++)
		if (s->shapes.at[i].kind == kind && (kind == STRIP_TICK || s->shapes.at[i].row == row))
			return &s->shapes.at[i];
	return NULL;
}

static size_t count(const strip *s, strip_kind kind, uint32_t row)
{
	size_t n = 0;
	for (size_t i = 0; i < s->shapes.n; i++)
		n += s->shapes.at[i].kind == kind && s->shapes.at[i].row == row;
	return n;
}

static double x_of(const strip *s, double value)
{
	return (value - s->from) / (s->to - s->from) * AXIS.width;
}

static void expect_near(double got, double want, const char *what)
{
	cr_expect(fabs(got - want) < 1e-6, "%s: got %.9g, want %.9g", what, got, want);
}

/* The number a tick's label says. */
static double label_value(slice label)
{
	char text[256];
	size_t n = 0;
	for (size_t i = 0; i < label.len; i++) {
		if (label.ptr[i] == ',' || label.ptr[i] == '%')
			continue;
		if (slice_starts_with(slice_sub(label, i, label.len), SLICE("−"))) {
			text[n++] = '-';
			i += 2;
			continue;
		}
		text[n++] = label.ptr[i];
	}
	text[n] = '\0';
	char *end;
	double value = strtod(text, &end);
	return *end ? NAN : value;
}

Test(strip, closed_ends_are_filled_caps_and_open_ends_hollow_ones)
{
	strip_row rows[] = {{.values = set_of((interval){rational_int(10), rational_int(20), false, true}), .core = true},
	                    {.values = set_of((interval){rational_int(5), rational_int(8), true, false}), .core = true}};
	strip s = strip_build(a, rows, 2, &AXIS);
	expect_near(find(&s, STRIP_CLOSED, 0)->x0, x_of(&s, 10), "closed lower end");
	expect_near(find(&s, STRIP_OPEN, 0)->x0, x_of(&s, 20), "open upper end");
	expect_near(find(&s, STRIP_OPEN, 1)->x0, x_of(&s, 5), "open lower end");
	expect_near(find(&s, STRIP_CLOSED, 1)->x0, x_of(&s, 8), "closed upper end");
	const strip_shape *bar = find(&s, STRIP_BAR, 0);
	expect_near(bar->x0, x_of(&s, 10), "the bar's beginning");
	expect_near(bar->x1, x_of(&s, 20), "the bar's end");
}

Test(strip, a_single_value_is_one_filled_cap_without_a_bar)
{
	strip_row rows[] = {{.values = single(22)}, {.values = single(30)}};
	strip s = strip_build(a, rows, 2, &AXIS);
	cr_expect_eq(count(&s, STRIP_CLOSED, 0), 1);
	cr_expect_eq(count(&s, STRIP_BAR, 0), 0);
	expect_near(find(&s, STRIP_CLOSED, 0)->x0, x_of(&s, 22), "the value");
}

Test(strip, an_endless_set_ends_in_an_arrow_at_the_edge)
{
	strip_row rows[] = {{.values = above(24)},
	                    {.values = set_of((interval){RATIONAL_MINUS_INFINITY, rational_int(3), true, false})}};
	strip s = strip_build(a, rows, 2, &AXIS);
	expect_near(find(&s, STRIP_ARROW_RIGHT, 0)->x0, AXIS.width, "to the right");
	expect_near(find(&s, STRIP_ARROW_LEFT, 1)->x0, 0, "to the left");
	cr_expect_null(find(&s, STRIP_CLOSED, 0), "an arrow is no cap");
	cr_expect(x_of(&s, 24) < AXIS.width - 20, "the arrow has room");
}

Test(strip, the_gap_lies_between_the_sets_and_says_its_size)
{
	strip_row rows[] = {
		{.values = above(24), .core = true}, {.values = single(22), .core = true}, {.values = single(22), .core = true}};
	strip s = strip_build(a, rows, 3, &AXIS);
	const strip_shape *gap = find(&s, STRIP_GAP, 0);
	cr_assert_not_null(gap);
	expect_near(gap->x0, x_of(&s, 22), "from 22");
	expect_near(gap->x1, x_of(&s, 24), "to 24");
	cr_expect(slice_equal(gap->label, SLICE("gap 2")), "%.*s", SLICE_ARG(gap->label));
	cr_expect(rational_compare(s.gap, rational_int(2)) == 0);
}

Test(strip, evidence_takes_no_part_in_the_gap)
{
	strip_row rows[] = {{.values = single(10), .core = true}, {.values = single(20), .core = true}, {.values = single(500)}};
	strip s = strip_build(a, rows, 3, &AXIS);
	const strip_shape *gap = find(&s, STRIP_GAP, 0);
	expect_near(gap->x1, x_of(&s, 20), "the gap ends at the core's value");
	cr_expect_eq(gap->to_row, 1);
}

Test(strip, sets_that_meet_have_no_gap)
{
	strip_row rows[] = {{.values = above(20), .core = true}, {.values = single(22), .core = true}};
	strip s = strip_build(a, rows, 2, &AXIS);
	cr_expect_not(s.has_gap);
	cr_expect_null(find(&s, STRIP_GAP, 0));
}

Test(strip, sets_that_only_touch_have_a_gap_of_no_width)
{
	strip_row rows[] = {{.values = above(24), .core = true}, {.values = single(24), .core = true}};
	strip s = strip_build(a, rows, 2, &AXIS);
	cr_assert(s.has_gap);
	const strip_shape *gap = find(&s, STRIP_GAP, 0);
	expect_near(gap->x0, gap->x1, "no width");
	expect_near(gap->x0, x_of(&s, 24), "where they touch");
}

Test(strip, a_set_of_three_pieces_is_drawn_in_three_and_the_gap_goes_to_the_nearest)
{
	set one = set_closed(rational_int(2), rational_int(4)), two = set_point(rational_int(9));
	set three = set_of((interval){rational_int(12), RATIONAL_INFINITY, true, true});
	set both = set_union(&one, &two), all = set_union(&both, &three);
	strip_row rows[] = {{.values = all, .core = true}, {.values = single(7), .core = true}};
	strip s = strip_build(a, rows, 2, &AXIS);
	cr_expect_eq(count(&s, STRIP_BAR, 0), 2);
	cr_expect_eq(count(&s, STRIP_CLOSED, 0), 3);
	cr_expect_eq(count(&s, STRIP_OPEN, 0), 1);
	cr_expect_eq(count(&s, STRIP_ARROW_RIGHT, 0), 1);
	const strip_shape *gap = find(&s, STRIP_GAP, 0);
	expect_near(gap->x0, x_of(&s, 7), "from the value");
	expect_near(gap->x1, x_of(&s, 9), "to the nearest piece");
	cr_expect(slice_equal(gap->label, SLICE("gap 2")), "%.*s", SLICE_ARG(gap->label));
}

Test(strip, the_told_number_is_a_tick_of_its_row_unless_it_is_all_of_the_set)
{
	strip_row rows[] = {
		{.values = set_closed(rational_int(90), rational_int(110)), .told = rational_int(100), .has_told = true},
		{.values = single(50), .told = rational_int(50), .has_told = true}};
	strip s = strip_build(a, rows, 2, &AXIS);
	expect_near(find(&s, STRIP_TOLD, 0)->x0, x_of(&s, 100), "told");
	cr_expect_null(find(&s, STRIP_TOLD, 1));
}

Test(strip, ratios_are_shown_as_percentages)
{
	strip_axis axis = AXIS;
	axis.percent = true;
	strip_row rows[] = {{.values = set_closed(rational_of(345, 1000), rational_of(355, 1000)), .core = true},
	                    {.values = set_point(rational_of(1, 4)), .core = true}};
	strip s = strip_build(a, rows, 2, &axis);
	const strip_shape *gap = find(&s, STRIP_GAP, 0);
	cr_expect(slice_equal(gap->label, SLICE("gap 9.5 points")), "%.*s", SLICE_ARG(gap->label));
	size_t labels = 0;
	for (size_t i = 0; i < s.shapes.n; i++) {
		const strip_shape *t = &s.shapes.at[i];
		if (t->kind != STRIP_TICK || !t->label.len)
			continue;
		labels++;
		cr_expect(slice_ends_with(t->label, SLICE("%")));
		expect_near(x_of(&s, label_value(t->label) / 100), t->x0, "the tick stands at its number");
	}
	cr_expect_geq(labels, 2);
}

static uint64_t state = 88172645463325252u;

static uint64_t next_random(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	return state ^= state << 17;
}

static rational random_value(void)
{
	int64_t n = (int64_t)(next_random() % 2000000) - 400000;
	static const int64_t PER[] = {1, 1, 2, 10, 1000, 100000, 3};
	return rational_of(n, PER[next_random() % 7]);
}

static strip_row random_row(void)
{
	rational x = random_value(), y = random_value();
	if (rational_compare(x, y) > 0) {
		rational swap = x;
		x = y;
		y = swap;
	}
	uint64_t form = next_random() % 5;
	interval i = {x, y, form == 1, form == 2};
	if (form == 3)
		i.hi = RATIONAL_INFINITY, i.hi_open = true;
	strip_row row = {.values = form == 4 || rational_compare(x, y) == 0 ? set_point(x) : set_of(i), .core = true};
	return row;
}

Test(strip, labels_never_touch_and_every_tick_stands_at_its_number)
{
	for (int round = 0; round < 3000; round++) {
		strip_row rows[3] = {random_row(), random_row(), random_row()};
		strip s = strip_build(a, rows, 3, &AXIS);
		double free_from = -1e9;
		for (size_t i = 0; i < s.shapes.n; i++) {
			const strip_shape *t = &s.shapes.at[i];
			cr_assert(isfinite(t->x0) && isfinite(t->x1) && t->x0 >= 0 && t->x1 <= AXIS.width && t->x0 <= t->x1);
			if (t->kind != STRIP_TICK || !t->label.len)
				continue;
			double half = five_each(NULL, t->label) / 2;
			cr_assert(t->x0 - half >= free_from, "labels apart");
			cr_assert(t->x0 - half >= -AXIS.overhang - 1e-9 && t->x0 + half <= AXIS.width + AXIS.overhang + 1e-9,
			          "labels inside");
			free_from = t->x0 + half + AXIS.label_space - 1e-9;
			cr_assert(fabs(x_of(&s, label_value(t->label)) - t->x0) < 1e-3, "honest: %.*s", SLICE_ARG(t->label));
		}
		cr_assert(find(&s, STRIP_TICK, 0), "an axis has ticks");
	}
}

Test(strip, whole_things_have_no_ticks_between_them)
{
	strip_row rows[] = {{.values = single(1)}, {.values = single(2)}};
	strip s = strip_build(a, rows, 2, &AXIS);
	for (size_t i = 0; i < s.shapes.n; i++)
		if (s.shapes.at[i].kind == STRIP_TICK)
			cr_expect_null(memchr(s.shapes.at[i].label.ptr ? s.shapes.at[i].label.ptr : "", '.', s.shapes.at[i].label.len));
}

Test(strip, very_large_and_very_small_numbers_stay_on_the_axis)
{
	decimal large = {602, 21}, small = {1, -20};
	strip_row rows[] = {{.values = set_point(rational_from_decimal(large, ROUND_DOWN))},
	                    {.values = set_point(rational_from_decimal(small, ROUND_DOWN))}};
	strip s = strip_build(a, rows, 2, &AXIS);
	for (size_t i = 0; i < s.shapes.n; i++)
		cr_expect(isfinite(s.shapes.at[i].x0) && s.shapes.at[i].x0 >= 0 && s.shapes.at[i].x1 <= AXIS.width);
}

static void expect_number(decimal d, bool percent, const char *want)
{
	slice got = strip_number(a, d, percent);
	cr_expect(slice_equal(got, slice_of(want)), "got %.*s, want %s", SLICE_ARG(got), want);
}

Test(strip, numbers_are_written_for_people)
{
	expect_number((decimal){0, 0}, false, "0");
	expect_number((decimal){1234567, 0}, false, "1,234,567");
	expect_number((decimal){-2500, 0}, false, "−2,500");
	expect_number((decimal){1250, -3}, false, "1.25");
	expect_number((decimal){125, -3}, true, "12.5%");
	expect_number((decimal){1, 0}, true, "100%");
	expect_number((decimal){602, 21}, false, "6.02×10²³");
	expect_number((decimal){-5, -9}, false, "−5×10⁻⁹");
	expect_number((decimal){123456789012345, 0}, false, "123,456,789,012,345");
}
