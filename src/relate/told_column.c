/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/told_column.h"

#include "relate/evidence.h"

enum {
	LEAST = 50,   /* smaller sums of something are met by chance, */
	LARGE = 1000, /* and only so large a one is told of a whole "of" or "in" something, */
	PART = 50,    /* and what is farther off than one in so many is of something else */
	HEADER_WORDS = 3
};

typedef struct headed_column {
	uint32_t group; /* groups[group] */
	bool several;   /* another table has such a column: which of them is meant is not told */
	bool read;
	int64_t sum; /* once it is read; -1: none, or a row tells it */
} headed_column;

typedef struct finder {
	arena *arena;
	const list_words *w;
	const reading_of *doc;
	table by_noun; /* headed_column */
} finder;

static void keep_column(finder *f, const block *cell)
{
	vocabulary *v = f->doc->scan.vocab;
	slice parts[HEADER_WORDS];
	size_t n = lexicon_split(slice_trim(document_text(f->doc->doc, cell->start, cell->end)), parts, HEADER_WORDS);
	if (n == 0 || n > HEADER_WORDS)
		return;
	void **at = table_at(&f->by_noun, word_text(vocabulary_noun(v, vocabulary_word(v, parts[n - 1]))));
	if (*at) {
		((headed_column *)*at)->several = true;
		return;
	}
	headed_column *column = ARENA_NEW(f->arena, headed_column);
	*column = (headed_column){.group = cell->group - 1};
	*at = column;
}

/* Whether a row of the table is that of its total. */
static bool has_total(const finder *f, const listed *l)
{
	const document *d = f->doc->doc;
	for (uint32_t i = l->first; i < l->end; i++) {
		const block *c = &d->blocks[i];
		if (c->group == l->group + 1 && c->col == 0 && c->row >= d->groups[l->group].header_rows &&
		    list_begins_with(f->doc, slice_trim(document_text(d, c->start, c->end)), f->w->total_row))
			return true;
	}
	return false;
}

static bool tells_all(const telling *t, rational value)
{
	bool whole = !t->tail_count || rational_compare(value, rational_int(LARGE)) >= 0;
	return !t->below && !t->led && !t->parts && !t->cell && whole && t->plural && evidence_of_all(t);
}

static void try_telling(finder *f, const rule_set *rules, const telling *t, binding_list *out)
{
	const claim *c = &f->doc->claims.at[t->claim];
	rational value = figure_value(c->figure);
	headed_column *column = tells_all(t, value) ? *table_at(&f->by_noun, word_text(telling_noun(t))) : NULL;
	if (!column || column->several || value.den != 1)
		return;
	const block_group *g = &f->doc->doc->groups[column->group];
	listed l = {.kind = LISTED_ROWS, .group = column->group, .first = g->first, .end = g->end};
	if (!column->read)
		column->sum = has_total(f, &l) ? -1 : list_table_sum(f->w, f->doc, &l, telling_noun(t));
	column->read = true;
	int64_t n = (int64_t)value.num, sum = column->sum, apart = n > sum ? n - sum : sum - n;
	if (c->block < g->end && c->block + 1 >= g->first) /* right above it, or in it */
		return;
	if (sum < LEAST || sum > UINT32_MAX || apart * PART > sum)
		return;
	list_lengths lengths = {.at = {(uint32_t)sum}, .n = 1, .summed = true};
	list_bind(
		f->arena, rules, f->doc,
		&(list_binding){c, &l, &lengths, GRADE_PROBABLE, false, SLICE("the only column that is headed by what is counted")},
		out);
}

void bind_told_columns(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, binding_list *out)
{
	const document *d = doc->doc;
	finder f = {.arena = a, .w = w, .doc = doc, .by_noun = table_new(a, 16)};
	bool any = false;
	if (!rules->by_binder[BIND_LIST].n || !doc->tellings.n)
		return;
	for (size_t g = 0; g < d->group_count; g++)
		for (uint32_t i = d->groups[g].first; i < d->groups[g].end && d->blocks[i].row < d->groups[g].header_rows; i++) {
			if (d->blocks[i].kind != BLOCK_CELL || d->blocks[i].col == 0)
				continue;
			keep_column(&f, &d->blocks[i]);
			any = true;
		}
	for (size_t i = 0; any && i < doc->tellings.n; i++)
		try_telling(&f, rules, &doc->tellings.at[i], out);
}
