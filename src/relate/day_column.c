/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/day_column.h"

#include "relate/section.h"

enum { LAST_DAY = 31, DAYS_ON = 3, BETWEEN = 3 /* bytes between day and weekday: " ", ", " */ };

typedef struct day_cell {
	const claim *day, *weekday;
	int64_t number;
} day_cell;

static bool is_day(const claim *c, int64_t *number)
{
	const figure *f = c->figure;
	bool told = f->kind == FIGURE_COUNT || f->kind == FIGURE_ORDINAL;
	if (!told || !f->has_value || f->has_high || f->words || !rational_is_integer(figure_value(f)) ||
	    rational_sign(figure_value(f)) <= 0 || rational_compare(figure_value(f), rational_int(LAST_DAY)) > 0)
		return false;
	*number = (int64_t)figure_value(f).num;
	return true;
}

/* Whether the two claims, in the order of the text, are all that their cell holds. */
static bool read_cell(const document *d, const claim *first, const claim *second, day_cell *out)
{
	const block *b = &d->blocks[first->block];
	bool whole = b->kind == BLOCK_CELL && first->block == second->block && first->figure->start == b->start &&
	             second->figure->end == b->end && second->figure->start - first->figure->end <= BETWEEN;
	if (!whole)
		return false;
	bool turned = figure_is_weekday(first->figure);
	out->day = turned ? second : first;
	out->weekday = turned ? first : second;
	return figure_is_weekday(out->weekday->figure) && is_day(out->day, &out->number);
}

/* The text of the top cell of the column that a cell stands in. */
static slice column_header(const document *d, const block *cell)
{
	const block_group *g = &d->groups[cell->group - 1];
	for (uint32_t i = g->first; i < g->end; i++) {
		const block *b = &d->blocks[i];
		if (b->group == cell->group && b->row > 0)
			break;
		if (b->group == cell->group && b->kind == BLOCK_CELL && b->col == cell->col)
			return document_text(d, b->start, b->end);
	}
	return (slice){"", 0};
}

/* One column, or columns of one name in two tables under headings that are equal but for their numbers. */
static bool one_column(const document *d, const day_cell *x, const day_cell *y)
{
	const block *b = &d->blocks[x->day->block], *c = &d->blocks[y->day->block];
	if (!b->group || !c->group)
		return false;
	if (b->group == c->group)
		return b->col == c->col;
	return section_parallel(d, x->day->block, y->day->block) && slice_equal(column_header(d, b), column_header(d, c));
}

static void add_cells(arena *a, const rule_set *rules, const reading_of *doc, const day_cell *x, const day_cell *y,
                      binding_list *out)
{
	const rule_refs *waiting = &rules->by_binder[BIND_DAY_COLUMN];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], doc, GRADE_PROBABLE);
		const int32_t claims[] = {(int32_t)x->day->index, (int32_t)y->day->index, (int32_t)x->weekday->index,
		                          (int32_t)y->weekday->index};
		bind_variable(a, &b, doc, SLICE("a"), &claims[0], 1);
		bind_variable(a, &b, doc, SLICE("b"), &claims[1], 1);
		bind_variable(a, &b, doc, SLICE("v"), &claims[2], 1);
		bind_variable(a, &b, doc, SLICE("w"), &claims[3], 1);
		bind_reason(a, &b, SLICE("days of one column"));
		VEC_PUSH(a, *out, b);
	}
}

void bind_day_columns(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out)
{
	const document *d = doc->doc;
	day_cell last = {0}, cell;
	if (!rules->by_binder[BIND_DAY_COLUMN].n || !d->group_count)
		return;
	for (size_t i = 0; i + 1 < doc->claims.n; i++) {
		const claim *c = &doc->claims.at[i];
		if (!(figure_is_weekday(c->figure) || figure_is_weekday(c[1].figure)) || !read_cell(d, c, c + 1, &cell))
			continue;
		int64_t on = last.day ? cell.number - last.number : 0;
		if (on > 0 && on <= DAYS_ON && one_column(d, &last, &cell))
			add_cells(a, rules, doc, &last, &cell, out);
		last = cell;
	}
}
