/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/table_search.h"

#include <math.h>
#include <stdlib.h>

enum { SAMPLE = 64 /* places that a candidate is tried at */ };

static int128 size_of(int128 v)
{
	return v < 0 ? -v : v;
}

static void add_cell(column_sum *s, const grid_cell *c, uint32_t mark)
{
	if (c->kind == CELL_EMPTY || c->kind == CELL_NIL)
		return;
	if (c->kind != CELL_NUMBER || c->mark != mark) {
		s->bad++;
		return;
	}
	s->sum += c->value;
	s->slack += grid_unit(c);
	s->numbers++;
	s->nonzero += c->value != 0;
}

static int compare_values(const void *a, const void *b)
{
	const ordered *x = a, *y = b;
	if (x->value != y->value)
		return x->value > y->value ? 1 : -1;
	return (x->line > y->line) - (x->line < y->line);
}

static void choose_mark(search *s, size_t i)
{
	uint32_t count = 0; /* the mark that most have, if most have one */
	for (size_t k = 0; k < s->n; k++) {
		const grid_cell *c = axis_at(s->x, s->line[k], s->place[i]);
		if (c->kind != CELL_NUMBER)
			continue;
		if (!count)
			s->mark[i] = c->mark;
		count += c->mark == s->mark[i] ? 1 : -1U;
	}
}

static void put_in_order(search *s, size_t k)
{
	size_t place = s->probe[k], n = 0;
	s->by_value[k] = ARENA_ARRAY(s->x->arena, ordered, s->n);
	for (size_t i = 0; i < s->n; i++) {
		const grid_cell *c = axis_at(s->x, s->line[i], s->place[place]);
		if (c->kind == CELL_NUMBER && c->mark == s->mark[place])
			s->by_value[k][n++] = (ordered){c->value, s->line[i]};
	}
	qsort(s->by_value[k], n, sizeof *s->by_value[k], compare_values);
	s->ordered_n[k] = n;
}

/* The places whose numbers have most digits: those of codes and counts of a few have less. */
static void choose_probes(search *s)
{
	double most[TABLE_PROBES] = {0};
	for (size_t i = 0; i < s->places; i++) {
		double digits = 0;
		for (size_t k = 0; k < s->n; k++) {
			const grid_cell *c = axis_at(s->x, s->line[k], s->place[i]);
			if (c->kind == CELL_NUMBER && c->mark == s->mark[i] && !s->x->at_place[s->place[i]].plain)
				digits += log10(1 + (double)size_of(c->value));
		}
		for (size_t k = 0, at = i; k < TABLE_PROBES; k++) {
			if (digits <= most[k])
				continue;
			double digits_before = most[k];
			size_t before = s->probe[k];
			most[k] = digits;
			s->probe[k] = at;
			digits = digits_before;
			at = before;
		}
	}
	while (s->probes < TABLE_PROBES && most[s->probes] > 0)
		put_in_order(s, s->probes++);
}

void search_add_up(search *s)
{
	s->up_to = ARENA_ARRAY(s->x->arena, column_sum, (s->n + 1) * s->places);
	for (size_t k = 0; k < s->n; k++)
		for (size_t i = 0; i < s->places; i++) {
			column_sum *to = &s->up_to[(k + 1) * s->places + i];
			*to = s->up_to[k * s->places + i];
			add_cell(to, axis_at(s->x, s->line[k], s->place[i]), s->mark[i]);
			column_sum alone = search_between(s, k, k + 1, i);
			s->nothing[s->line[k]] = (i == 0 || s->nothing[s->line[k]]) && !alone.nonzero && !alone.bad;
		}
}

void search_begin(search *s)
{
	const axis *x = s->x;
	s->hidden = ARENA_ARRAY(x->arena, bool, x->lines);
	s->result = ARENA_ARRAY(x->arena, bool, x->lines);
	s->chosen = ARENA_ARRAY(x->arena, bool, x->lines);
	s->nothing = ARENA_ARRAY(x->arena, bool, x->lines);
	s->ways = ARENA_ARRAY(x->arena, uint32_t, x->lines);
	s->places = x->places < SAMPLE ? x->places : SAMPLE;
	s->place = ARENA_ARRAY(x->arena, uint32_t, s->places);
	s->mark = ARENA_ARRAY(x->arena, uint32_t, s->places);
	for (size_t i = 0; i < s->places; i++) {
		s->place[i] = x->place[i * x->places / s->places];
		choose_mark(s, i);
	}
	choose_probes(s);
}
