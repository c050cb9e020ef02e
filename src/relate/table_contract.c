/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of one sum are among those of another, and its result stands with them, the other is told in fewer numbers: of
 * what was begun with and what all the changes come to, not of each change. */
#include "base/limits.h"
#include "relate/table_sum.h"

static bool is_part(const table_sum *s, uint32_t line)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->parts[i] == line)
			return true;
	return false;
}

/* Whether all the parts of `in` are among those of s, not all of those, and its result is none but stands between them and s. */
static bool is_within(const table_sum *s, const table_sum *in)
{
	if (in == s || s->minus || in->minus || s->less || in->less || in->misses || in->n >= s->n || is_part(s, in->result))
		return false;
	uint32_t last = in->parts[in->n - 1];
	if (in->result == s->result || (in->result > last) != (in->result < s->result))
		return false;
	for (size_t i = 0; i < in->n; i++)
		if (!is_part(s, in->parts[i]))
			return false;
	return true;
}

/* Whether s holds at every place where it did with the parts given. */
static bool still_holds(const axis *x, const table_sum *s, const uint32_t *parts, size_t n)
{
	for (uint32_t p = 0; p < x->places; p++) {
		tally before = {0}, after = {0};
		for (size_t i = 0; i < s->n; i++)
			tally_add(&before, axis_at(x, s->parts[i], x->place[p]), PART_ADDED);
		for (size_t i = 0; i < n; i++)
			tally_add(&after, axis_at(x, parts[i], x->place[p]), PART_ADDED);
		const grid_cell *total = axis_at(x, s->result, x->place[p]);
		bool held = !before.bad && before.numbers && total->kind == CELL_NUMBER && tally_holds(&before, total, false);
		if (held && (after.bad || !tally_holds(&after, total, false)))
			return false;
	}
	return true;
}

/* Whether two sums say the same, their parts in whatever order. */
static bool are_same(const table_sum *a, const table_sum *b)
{
	bool same = a->result == b->result && a->n == b->n && !a->minus && !b->minus && a->less == b->less;
	for (size_t i = 0; i < a->n && same; i++)
		same = is_part(b, a->parts[i]);
	return same;
}

/* Of sums that say the same only the first stays: it was found in the stricter way. */
static void drop_repeats(sum_list *sums)
{
	size_t kept = 0;
	for (size_t i = 0; i < sums->n; i++) {
		bool again = false;
		for (size_t k = 0; k < kept && !again; k++)
			again = are_same(&sums->at[k], &sums->at[i]);
		if (!again)
			sums->at[kept++] = sums->at[i];
	}
	sums->n = kept;
}

void table_sums_contract(const axis *x, sum_list *sums)
{
	if (sums->n > LIMIT_TABLE_SHORTENED)
		return;
	for (size_t i = 0; i < sums->n && !x->across; i++)
		for (size_t k = 0; k < sums->n; k++) {
			table_sum *s = &sums->at[i];
			const table_sum *in = &sums->at[k];
			if (!is_within(s, in))
				continue;
			uint32_t *parts = ARENA_ARRAY(x->arena, uint32_t, s->n);
			size_t n = 0;
			for (size_t p = 0; p < s->n; p++) {
				if (!is_part(in, s->parts[p]))
					parts[n++] = s->parts[p];
				else if (s->parts[p] == in->parts[in->n - 1])
					parts[n++] = in->result;
			}
			if (n < 2 || !still_holds(x, s, parts, n))
				continue;
			s->parts = parts;
			s->n = n;
		}
	drop_repeats(sums);
}
