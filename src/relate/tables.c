/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/tables.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

int32_t table_claim(const table_binder *t, const grid_cell *c)
{
	int32_t index = c->kind == CELL_NUMBER ? grid_claim(t->doc, c->at) : -1;
	if (index < 0 || t->doc->claims.at[index].cell)
		return index;
	claim *at = &t->doc->claims.at[index];
	const cell_figure *before = *t->worth;
	rational one = {t->grid->one, 1}, value = rational_divide((rational){c->value, 1}, one, ROUND_UP);
	rational half = rational_divide(rational_of(grid_unit(c), 2), one, ROUND_UP);
	bool as_told = at->figure->has_value && rational_compare(value, figure_value(at->figure)) == 0;
	if (before && as_told && before->as_told && rational_compare(half, before->half) == 0) {
		at->cell = before;
		return index;
	}
	cell_figure *f = ARENA_NEW(t->kept, cell_figure);
	*f = (cell_figure){.value = as_told ? rational_int(0) : value, .half = half, .as_told = as_told};
	*t->worth = at->cell = f;
	return index;
}

/* With one blank between its words, and none about it. */
static slice squeeze(arena *a, slice text)
{
	char *to = ARENA_ARRAY(a, char, text.len + 1);
	size_t n = 0, len;
	for (size_t at = 0; at < text.len; at += len) {
		bool space = utf8_is_space(utf8_decode(text, at, &len));
		if (space && (!n || to[n - 1] == ' '))
			continue;
		memcpy(to + n, space ? " " : text.ptr + at, space ? 1 : len);
		n += space ? 1 : len;
	}
	return (slice){to, n && to[n - 1] == ' ' ? n - 1 : n};
}

void table_name(const table_binder *t, int32_t index, uint32_t row, uint32_t col)
{
	claim *c = &t->doc->claims.at[index];
	if (c->measure->head || c->measure->phrase.len)
		return;
	slice of_row = squeeze(t->arena, t->grid->row[row].label), of_col = squeeze(t->arena, t->grid->col[col].label);
	const char *between = of_row.len && of_col.len ? ", " : "";
	if (!(of_row.len + of_col.len))
		return;
	measure *named = ARENA_NEW(t->kept, measure);
	*named = *c->measure;
	named->phrase = arena_printf(t->kept, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(of_row), between, SLICE_ARG(of_col));
	c->measure = named;
}

typedef struct addends { /* of one total cell */
	int32_t parts[LIMIT_TABLE_ADDENDS], less[LIMIT_TABLE_ADDENDS];
	size_t part_count, less_count;
	int128 rest; /* of those that are not named */
	int128 slack;
} addends;

static void add_part(const table_binder *t, const grid_cell *c, part_sign sign, addends *out)
{
	int32_t index = -1;
	if (c->kind != CELL_NUMBER)
		return;
	if (out->part_count + out->less_count < LIMIT_TABLE_ADDENDS)
		index = table_claim(t, c);
	bool off = sign == PART_MINUS || (sign == PART_LESS && c->value > 0);
	int128 value = off ? -c->value : c->value;
	if (index < 0) {
		out->rest += value;
		out->slack += grid_unit(c);
	} else if (value != c->value) {
		out->less[out->less_count++] = index;
	} else {
		out->parts[out->part_count++] = index;
	}
}

static void bind_claims_or_zero(const table_binder *t, binding *b, slice name, const int32_t *claims, size_t n)
{
	if (n)
		bind_variable(t->arena, b, t->doc, name, claims, n);
	else
		binding_add(t->arena, b, (binding_var){.name = name, .values = set_zero()});
}

/* What is not named one by one: its sum, as far as it may have been rounded. */
static const set *rest_of(const table_binder *t, const addends *ad, bool rounded, size_t numbers)
{
	if (!ad->rest && !ad->slack && !rounded)
		return set_zero();
	rational one = {t->grid->one, 1}, two = rational_int(2);
	set rest = set_point(rational_divide((rational){ad->rest, 1}, one, ROUND_UP));
	rational by = rational_divide(rational_divide((rational){ad->slack, 1}, one, ROUND_UP), two, ROUND_UP);
	if (rounded)
		by = rational_add(by, rational_divide(rational_int((int64_t)numbers + 1), two, ROUND_UP), ROUND_UP);
	set *kept = ARENA_NEW(t->arena, set);
	*kept = set_widen(&rest, by);
	return kept;
}

static void bind_sum(const table_binder *t, const rule *r, const axis *x, const table_sum *s, uint32_t place)
{
	const grid_cell *total = axis_at(x, s->result, place);
	tally y = {0};
	for (size_t i = 0; i < s->n && !y.bad; i++)
		tally_add(&y, axis_at(x, s->parts[i], place), table_sign(x, s, i));
	if (total->kind != CELL_NUMBER || y.bad || y.numbers < 2 || !y.nonzero || y.mark != total->mark)
		return;
	bool exact = tally_holds(&y, total, s->less),
		 rounded = !exact && !s->strict && tally_may_be_rounded(t->grid, &y, total, s->less);
	bool excused = !s->unexcused && tally_is_excused(&y, total, s->less);
	if (!exact && !rounded && (t->grid->adjusted || tally_need_not(x, place, &y) || excused || !s->misses))
		return;
	int32_t index = table_claim(t, total);
	if (index < 0)
		return;
	addends ad = {.slack = tally_unit(&y, total) - grid_unit(total)};
	const bool *odd = t->odd[x->across];
	for (size_t i = 0; i < s->n && odd; i++)
		if (odd[s->parts[i]])
			add_part(t, axis_at(x, s->parts[i], place), table_sign(x, s, i), &ad);
	for (size_t i = 0; i < s->n; i++)
		if (!odd || !odd[s->parts[i]])
			add_part(t, axis_at(x, s->parts[i], place), table_sign(x, s, i), &ad);
	if (!ad.part_count)
		return;
	table_name(t, index, x->across ? place : s->result, x->across ? s->result : place);
	binding b = bind_start(r, t->doc, s->told && s->sure ? GRADE_CERTAIN : GRADE_PROBABLE);
	bind_variable(t->arena, &b, t->doc, SLICE("total"), &index, 1);
	bind_variable(t->arena, &b, t->doc, SLICE("parts"), ad.parts, ad.part_count);
	bind_claims_or_zero(t, &b, SLICE("less"), ad.less, ad.less_count);
	binding_add(t->arena, &b, (binding_var){.name = SLICE("rest"), .values = rest_of(t, &ad, rounded, y.numbers)});
	b.agreed = !s->told && !s->misses;
	bind_reason(t->arena, &b,
	            s->told ? SLICE("the table says that it is a total") : SLICE("the table's other numbers add up so"));
	if (s->told && s->sure)
		bind_reason(t->arena, &b, SLICE("its other numbers add up so"));
	if (rounded)
		bind_reason(t->arena, &b, SLICE("numbers so large may have been rounded"));
	t->take(t->ctx, &b);
}

static void bind_axis(const table_binder *t, rule_binder by, const axis *x, const sum_list *sums)
{
	const rule_refs *rules = &t->rules->by_binder[by];
	for (size_t i = 0; i < rules->n; i++)
		for (size_t k = 0; k < sums->n; k++)
			for (uint32_t p = 0; p < x->places; p++) {
				arena_mark before = arena_here(t->arena);
				bind_sum(t, rules->at[i], x, &sums->at[k], x->place[p]);
				arena_rewind(t->arena, before);
			}
}

/* By place: whether some of the sums do not hold there; NULL: all hold everywhere. */
static const bool *odd_places(const axis *x, const sum_list *sums)
{
	bool *odd = NULL;
	for (size_t i = 0; i < sums->n; i++) {
		const table_sum *s = &sums->at[i];
		for (uint32_t p = 0; p < x->places && s->misses; p++) {
			tally y = {0};
			for (size_t k = 0; k < s->n; k++)
				tally_add(&y, axis_at(x, s->parts[k], x->place[p]), table_sign(x, s, k));
			const grid_cell *total = axis_at(x, s->result, x->place[p]);
			if (y.bad || total->kind != CELL_NUMBER || tally_holds(&y, total, s->less))
				continue;
			odd = odd ? odd : ARENA_ARRAY(x->arena, bool, x->across ? x->grid->rows : x->grid->cols);
			odd[x->place[p]] = true;
		}
	}
	return odd;
}

typedef struct table_sums_of { /* both ways */
	axis down, across;
	sum_list of_rows, of_columns;
} table_sums_of;

static table_sums_of find_sums(const table_binder *t)
{
	table_sums_of f = {.down = axis_of(t->arena, t->grid, false), .across = axis_of(t->arena, t->grid, true)};
	table_sums(&f.down, &f.of_rows);
	table_sums(&f.across, &f.of_columns);
	return f;
}

/* The same, if the table is small enough for a publication's; its numbers are taken for rounded where their sums speak for it. */
static table_sums_of find_sums_rounded(const table_binder *t, grid *g)
{
	if (g->rounded || (uint64_t)g->rows * g->cols > LIMIT_TABLE_ROUNDED)
		return find_sums(t);
	grid_round(g, true);
	table_sums_of f = find_sums(t), all = f;
	table_sums_also(&all.down, &all.of_rows);
	table_sums_also(&all.across, &all.of_columns);
	if (table_was_rounded(&all.down, &all.of_rows, &all.across, &all.of_columns))
		return f;
	grid_round(g, false);
	return find_sums(t);
}

static void bind_grid(table_binder *t, grid *g)
{
	table_sums_of f = find_sums_rounded(t, g);
	t->odd[0] = odd_places(&f.across, &f.of_columns);
	t->odd[1] = odd_places(&f.down, &f.of_rows);
	table_derived(t, &f.down, &f.of_rows);
	table_derived(t, &f.across, &f.of_columns);
	table_sums_also(&f.down, &f.of_rows);
	table_sums_also(&f.across, &f.of_columns);
	table_sums_bands(&f.down, &f.of_rows);
	table_sums_contract(&f.down, &f.of_rows);
	table_sums_contract(&f.across, &f.of_columns);
	bind_axis(t, BIND_TABLE_TOTAL, &f.down, &f.of_rows);
	bind_axis(t, BIND_TABLE_ACROSS, &f.across, &f.of_columns);
}

static bool any_rule(const rule_set *rules)
{
	for (rule_binder b = BIND_TABLE_TOTAL; b <= BIND_TABLE_GROWTH; b++)
		if (rules->by_binder[b].n)
			return true;
	return false;
}

void bind_tables(arena *a, arena *kept, const rule_set *rules, reading_of *doc, binding_taker take, void *ctx)
{
	if (!any_rule(rules))
		return;
	grid_words words = grid_words_of(doc->scan.lex);
	for (size_t i = 0; i < doc->doc->group_count; i++) {
		grid g;
		arena_mark before = arena_here(a);
		if (doc->doc->groups[i].kind != GROUP_TABLE)
			continue;
		words.vocab = vocabulary_new(a, words.lex); /* of labels, which nobody asks for again */
		if (grid_read(a, doc, &words, i, &g)) {
			const cell_figure *worth = NULL;
			table_binder t = {.arena = a, .kept = kept, .rules = rules, .doc = doc, .grid = &g, .worth = &worth};
			t.take = take;
			t.ctx = ctx;
			bind_grid(&t, &g);
		}
		arena_rewind(a, before);
	}
}
