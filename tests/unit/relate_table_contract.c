/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums told through one another, and sums that then say the same. */
#include "relate/table_sum.h"

#include <criterion/criterion.h>

enum { ROWS = 6, PLACES = 2 };

static arena *memory;
static grid_cell cells[ROWS * PLACES];
static grid_line lines[ROWS], columns[PLACES];
static grid sheet;
static axis rows;
static sum_list sums;

static void set_up(void)
{
	static const uint32_t place[PLACES] = {0, 1};
	memory = arena_new(NULL);
	sheet = (grid){.rows = ROWS, .cols = PLACES, .cells = cells, .row = lines, .col = columns, .one = 1};
	rows = (axis){.arena = memory, .grid = &sheet, .line = lines, .at_place = columns, .lines = ROWS};
	rows.place = place;
	rows.places = PLACES;
	sums = (sum_list){0};
}

static void tear_down(void)
{
	arena_free(memory);
}

TestSuite(table_contract, .init = set_up, .fini = tear_down);

static void put(uint32_t row, int64_t first, int64_t second)
{
	for (uint32_t c = 0; c < PLACES; c++)
		cells[row * PLACES + c] = (grid_cell){.value = c ? second : first, .step = 1, .kind = CELL_NUMBER};
}

/* What was there, three changes, what they come to, what is left. */
static void put_changes(void)
{
	put(0, 4120, 4371);
	put(1, 913, 884);
	put(2, 205, 118);
	put(3, -867, -1105);
	put(4, 251, -103);
	put(5, 4371, 4268);
}

static table_sum *add(uint32_t result, const uint32_t *parts, size_t n)
{
	VEC_PUSH(memory, sums, (table_sum){.result = result, .parts = parts, .n = n});
	return &sums.at[sums.n - 1];
}

static const uint32_t CHANGES[] = {1, 2, 3}, BACKWARDS[] = {3, 2, 1}, ALL[] = {0, 1, 2, 3}, SHORT[] = {0, 4};

Test(table_contract, changes_are_told_by_what_they_come_to)
{
	put_changes();
	add(4, CHANGES, 3);
	add(5, ALL, 4);
	table_sums_contract(&rows, &sums);
	cr_assert_eq(sums.n, 2);
	cr_expect_eq(sums.at[0].n, 3);
	cr_assert_eq(sums.at[1].n, 2);
	cr_expect_eq(sums.at[1].parts[0], 0);
	cr_expect_eq(sums.at[1].parts[1], 4);
}

Test(table_contract, a_sum_of_the_same_parts_in_another_order_is_told_once)
{
	put_changes();
	add(4, BACKWARDS, 3);
	add(4, CHANGES, 3);
	table_sums_contract(&rows, &sums);
	cr_assert_eq(sums.n, 1);
	cr_expect_eq(sums.at[0].parts, BACKWARDS);
}

Test(table_contract, sums_that_come_to_be_the_same_are_told_once)
{
	put_changes();
	add(4, CHANGES, 3);
	add(5, SHORT, 2);
	add(5, ALL, 4);
	table_sums_contract(&rows, &sums);
	cr_assert_eq(sums.n, 2);
	cr_expect_eq(sums.at[1].parts, SHORT);
}

Test(table_contract, of_other_parts_or_of_another_line_both_stay)
{
	static const uint32_t two[] = {1, 2};
	put_changes();
	add(4, CHANGES, 3);
	add(4, two, 2);
	add(5, CHANGES, 3);
	table_sums_contract(&rows, &sums);
	cr_expect_eq(sums.n, 3);
}

Test(table_contract, what_does_not_hold_itself_stands_for_nothing)
{
	put_changes();
	put(4, 251, -130); /* 884 + 118 - 1,105 = -103 */
	add(4, CHANGES, 3)->misses = 1;
	add(5, ALL, 4);
	table_sums_contract(&rows, &sums);
	cr_assert_eq(sums.n, 2);
	cr_expect_eq(sums.at[1].n, 4);
}

Test(table_contract, a_sum_that_would_hold_no_longer_keeps_its_parts)
{
	put_changes();
	put(4, 251, -130); /* though no miss was counted */
	add(4, CHANGES, 3);
	add(5, ALL, 4);
	table_sums_contract(&rows, &sums);
	cr_expect_eq(sums.at[1].n, 4);
}
