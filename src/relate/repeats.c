/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/repeats.h"

#include "base/limits.h"
#include "relate/measure.h"
#include "relate/section.h"

enum {
	LARGE = 10000,   /* so large a number is seldom met twice by chance, */
	NEAR = 50,       /* and one within a fiftieth of it seldom counts something else */
	VECTOR_EQUAL = 3 /* phrases of a sentence that another tells with the same numbers */
};

typedef struct site { /* a telling, and where */
	const telling *t;
	const reading_of *doc;
	const claim *c;
} site;

typedef VEC(site) site_list;

typedef struct repeater {
	arena *arena;
	const rule_set *rules;
	rule_binder binder;
	binding_list *out;
} repeater;

static bool equal_values(const site *x, const site *y)
{
	return rational_compare(x->c->figure->value, y->c->figure->value) == 0;
}

static void add_repeat(repeater *r, const site *x, const site *y, slice reason)
{
	const claim **pair = ARENA_ARRAY(r->arena, const claim *, 2);
	slice *reasons = ARENA_ARRAY(r->arena, slice, 2);
	pair[0] = x->c;
	pair[1] = y->c;
	reasons[0] = arena_printf(r->arena, "same noun (" SLICE_FMT ")", SLICE_ARG(telling_noun(x->t)->text));
	reasons[1] = reason;
	const rule_refs *waiting = &r->rules->by_binder[r->binder];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], x->doc, GRADE_PROBABLE);
		b.vars[0] = (binding_var){.name = SLICE("a"), .claims = pair, .n = 1};
		b.vars[1] = (binding_var){.name = SLICE("b"), .claims = pair + 1, .n = 1, .doc = y->doc->doc};
		b.var_count = 2;
		b.reasons = reasons;
		b.reason_count = 2;
		VEC_PUSH(r->arena, *r->out, b);
	}
}

/* What is counted. */

static bool has_word(const telling *t, const word *w)
{
	for (size_t i = 0; i < t->word_count; i++)
		if (measure_same_word(t->words[i], w))
			return true;
	return false;
}

static size_t shared_words(const telling *x, const telling *y)
{
	size_t n = 0;
	for (size_t i = 0; i < x->word_count; i++)
		n += has_word(y, x->words[i]);
	return n;
}

/* The same noun, and what one says of it the other says too, or says nothing. */
static bool same_things(const telling *x, const telling *y)
{
	size_t shared = shared_words(x, y);
	return measure_same_word(telling_noun(x), telling_noun(y)) && (shared == x->word_count || shared == y->word_count);
}

static bool same_phrase(const telling *x, const telling *y)
{
	return same_things(x, y) && x->word_count == y->word_count;
}

/* Items of one list and rows of one table tell of different things. */
static bool siblings(const document *d, uint32_t a, uint32_t b)
{
	return d->blocks[a].group && d->blocks[a].group == d->blocks[b].group;
}

/* Numbers so far apart are of different things. */
static bool comparable(const site *x, const site *y)
{
	rational a = x->c->figure->value, b = y->c->figure->value, two = rational_int(2);
	return rational_compare(rational_multiply(a, two, ROUND_DOWN), b) >= 0 &&
	       rational_compare(rational_multiply(b, two, ROUND_DOWN), a) >= 0;
}

/* Evidence, each kind for itself; the reason in words, or the empty slice. */

static slice same_tail(arena *a, const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	if (s->tail_count < 2 || s->tail_count != t->tail_count || !s->tail_whole || !t->tail_whole)
		return (slice){"", 0};
	for (size_t i = 0; i < s->tail_count; i++)
		if (!measure_same_word(s->tail[i], t->tail[i]))
			return (slice){"", 0};
	return arena_printf(a, "both of or in the same (" SLICE_FMT " " SLICE_FMT ")", SLICE_ARG(s->tail[0]->text),
	                    SLICE_ARG(s->tail[1]->text));
}

static slice same_number_beside(arena *a, const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	if (s->tail_claim < 0 || t->tail_claim < 0 || s->tail_count || t->tail_count)
		return (slice){"", 0};
	const claim *u = &x->doc->claims.at[s->tail_claim], *v = &y->doc->claims.at[t->tail_claim];
	bool counts =
		u->figure->kind == FIGURE_COUNT && v->figure->kind == FIGURE_COUNT && u->figure->has_value && v->figure->has_value;
	if (!counts || !measure_same_word(u->measure.head, v->measure.head) ||
	    rational_compare(u->figure->value, v->figure->value) != 0)
		return (slice){"", 0};
	return arena_printf(a, "both with the same number of " SLICE_FMT, SLICE_ARG(u->measure.head->text));
}

/* "all 12 ferries sail", "if fewer than 12 ferries sail" */
static slice all_of_them(const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	if ((s->all || t->all) && (s->all || s->below) && (t->all || t->below) && measure_same_word(s->verb, t->verb))
		return SLICE("both told of all of them, with the same verb");
	return (slice){"", 0};
}

static bool ends_with(slice text, slice end)
{
	return end.len >= 3 && text.len >= end.len && slice_equal(slice_sub(text, text.len - end.len, text.len), end);
}

/* A comment in code or a tree, and a row or item that begins with the same name; or a folder "ferries/", counted in its
 * comment, and the heading "The twelve ferries". */
static slice same_name(arena *a, const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	if (s->comment == t->comment)
		return (slice){"", 0};
	const telling *code = s->comment ? s : t, *text = s->comment ? t : s;
	if (text->name.len > 2 && slice_equal_nocase(code->name, text->name) && shared_words(s, t))
		return arena_printf(a, "both beside the name " SLICE_FMT, SLICE_ARG(code->name));
	const word *noun = telling_noun(text);
	bool folder =
		text->whole_heading && code->name.len > 2 &&
		(slice_equal_nocase(code->name, noun->text) ||
	     (code->name.len == noun->text.len + 1 && slice_equal_nocase(slice_sub(code->name, 0, noun->text.len), noun->text)));
	if (folder && ends_with(telling_noun(code)->text, noun->text))
		return arena_printf(a, "the folder " SLICE_FMT " and the heading name what is counted", SLICE_ARG(code->name));
	return (slice){"", 0};
}

/* In one document. */

static void try_pair(repeater *r, const site *x, const site *y)
{
	const document *d = x->doc->doc;
	if (!same_things(x->t, y->t) || x->c->block == y->c->block || siblings(d, x->c->block, y->c->block) ||
	    x->t->frame == y->t->frame || !comparable(x, y) || section_parallel(d, x->c->block, y->c->block))
		return;
	slice why = same_tail(r->arena, x, y);
	if (!why.len)
		why = same_number_beside(r->arena, x, y);
	if (!why.len)
		why = all_of_them(x, y);
	if (why.len)
		add_repeat(r, x, y, why);
}

/* Each count in a comment beside those of the text. */
static void try_comments(repeater *r, const site_list *all)
{
	size_t pairs = 0;
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; all->at[i].t->comment && k < all->n && pairs < LIMIT_GROUP_PAIRS; k++) {
			const site *x = &all->at[i], *y = &all->at[k];
			if (y->t->comment)
				continue;
			pairs++;
			slice why = comparable(x, y) ? same_name(r->arena, x, y) : (slice){"", 0};
			if (why.len)
				add_repeat(r, x, y, why);
		}
}

static bool is_large(const site *x)
{
	const figure *f = x->c->figure;
	return rational_compare(f->value, rational_int(LARGE)) >= 0 && rational_compare(f->ulp, rational_int(1)) == 0 &&
	       !rational_is_integer(rational_divide(f->value, rational_int(100), ROUND_DOWN));
}

/* Within a fiftieth, with as many digits. */
static bool nearly(const site *x, const site *y)
{
	rational a = x->c->figure->value, b = y->c->figure->value;
	rational apart = rational_subtract(a, b, ROUND_UP);
	if (rational_sign(apart) < 0)
		apart = rational_negate(apart);
	rational power = rational_int(LARGE);
	while (rational_compare(power, a) <= 0 && rational_compare(power, b) <= 0)
		power = rational_multiply(power, rational_int(10), ROUND_UP);
	bool digits = rational_compare(a, power) < 0 && rational_compare(b, power) < 0;
	return digits && rational_compare(rational_multiply(apart, rational_int(NEAR), ROUND_UP), a) <= 0;
}

/* A number that a document tells once, beside another that it tells twice. */
static void try_large(repeater *r, const site_list *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const site *x = &group->at[i], *first = NULL;
		size_t same = 0, others = 0;
		for (size_t k = 0; is_large(x) && k < group->n; k++) {
			const site *y = &group->at[k];
			if (!is_large(y) || !same_phrase(x->t, y->t))
				continue;
			same += equal_values(x, y);
			if (!equal_values(x, y) && nearly(x, y) && !siblings(x->doc->doc, x->c->block, y->c->block)) {
				others += !first || equal_values(first, y);
				first = first ? first : y;
			}
		}
		if (same == 1 && others >= 2 && first->c->block != x->c->block)
			add_repeat(r, first, x, SLICE("so large and so near a number, told of the same things more than once"));
	}
}

/* The sites of documents, in order. */
static site_list sites_of(arena *a, const reading_of *const *docs, size_t n)
{
	site_list all = {0};
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < docs[i]->tellings.n; k++) {
			const telling *t = &docs[i]->tellings.at[k];
			VEC_PUSH(a, all, (site){t, docs[i], &docs[i]->claims.at[t->claim]});
		}
	return all;
}

typedef VEC(site_list *) group_list;

/* By noun, in order of first sight, those that `may` hold for. */
static group_list group_by_noun(arena *a, const site_list *all, bool (*may)(const site *x))
{
	group_list groups = {0};
	table by_noun = table_new(a, 64);
	for (size_t i = 0; i < all->n; i++) {
		if (!may(&all->at[i]))
			continue;
		void **at = table_at(&by_noun, telling_noun(all->at[i].t)->text);
		if (!*at) {
			*at = ARENA_NEW(a, site_list);
			VEC_PUSH(a, groups, *at);
		}
		site_list *group = *at;
		VEC_PUSH(a, *group, all->at[i]);
	}
	return groups;
}

/* Sentences that tell several counts. */

typedef struct vector {
	const site *at;
	size_t n;
} vector;

typedef VEC(vector) vector_list;

static vector_list vectors_of(arena *a, const site_list *all)
{
	vector_list out = {0};
	for (size_t i = 0, end; i < all->n; i = end) {
		for (end = i + 1;
		     end < all->n && all->at[end].doc == all->at[i].doc && all->at[end].c->sentence == all->at[i].c->sentence;)
			end++;
		if (end - i > VECTOR_EQUAL)
			VEC_PUSH(a, out, (vector){&all->at[i], end - i});
	}
	return out;
}

static const site *counterpart(const vector *v, const site *x)
{
	for (size_t i = 0; i < v->n; i++)
		if (same_phrase(v->at[i].t, x->t))
			return &v->at[i];
	return NULL;
}

/* Three phrases or more with the same numbers, and at most one that differs: one summary, told twice. */
static void try_vectors(repeater *r, const vector *v, const vector *w)
{
	size_t equal = 0, differ = 0;
	for (size_t i = 0; i < v->n; i++) {
		const site *y = counterpart(w, &v->at[i]);
		equal += y && equal_values(&v->at[i], y);
		differ += y && !equal_values(&v->at[i], y);
	}
	if (equal < VECTOR_EQUAL || differ > 1)
		return;
	for (size_t i = 0; i < v->n; i++) {
		const site *y = counterpart(w, &v->at[i]);
		if (y)
			add_repeat(r, &v->at[i], y,
			           arena_printf(r->arena, "told beside %zu other counts that agree", equal - (differ == 0)));
	}
}

/* Whether it has anything but its noun that another telling could share. */
static bool may_pair(const site *x)
{
	const telling *t = x->t;
	return (t->tail_whole && t->tail_count >= 2) || (t->tail_claim >= 0 && !t->tail_count) || t->all || t->below;
}

static void try_groups(repeater *r, const site_list *all, match_limits *met)
{
	group_list paired = group_by_noun(r->arena, all, may_pair), large = group_by_noun(r->arena, all, is_large);
	for (size_t g = 0; g < paired.n; g++) {
		const site_list *group = paired.at[g];
		size_t pairs = 0;
		for (size_t i = 0; i < group->n; i++)
			for (size_t k = i + 1; k < group->n && pairs < LIMIT_GROUP_PAIRS; k++, pairs++)
				try_pair(r, &group->at[i], &group->at[k]);
		if (pairs == LIMIT_GROUP_PAIRS)
			*met |= 1U << MET_GROUP_PAIRS;
	}
	for (size_t g = 0; g < large.n; g++)
		if (large.at[g]->n * large.at[g]->n <= LIMIT_GROUP_PAIRS)
			try_large(r, large.at[g]);
		else
			*met |= 1U << MET_GROUP_PAIRS;
}

void bind_repeats(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out, match_limits *met)
{
	if (!rules->by_binder[BIND_REPEAT].n || doc->tellings.n < 2)
		return;
	repeater r = {.arena = a, .rules = rules, .binder = BIND_REPEAT, .out = out};
	site_list all = sites_of(a, &doc, 1);
	try_groups(&r, &all, met);
	try_comments(&r, &all);
	vector_list vectors = vectors_of(a, &all);
	for (size_t i = 0; i < vectors.n && vectors.n * i < LIMIT_GROUP_PAIRS; i++)
		for (size_t k = i + 1; k < vectors.n; k++) {
			uint32_t x = vectors.at[i].at->c->block, y = vectors.at[k].at->c->block;
			if (x != y && !siblings(doc->doc, x, y) && !section_parallel(doc->doc, x, y))
				try_vectors(&r, &vectors.at[i], &vectors.at[k]);
		}
}

static bool may_be_named(const site *x)
{
	return x->t->name.len > 3 && !x->t->comment && x->t->word_count > 1;
}

/* Two documents speak of one thing where both begin a paragraph with its name, and one has it as its title. */
static void try_named(repeater *r, const site *x, const site *y)
{
	slice name = x->t->name;
	bool one_name = slice_equal_nocase(name, y->t->name) &&
	                (slice_equal_nocase(name, x->doc->doc->title) || slice_equal_nocase(name, y->doc->doc->title));
	if (one_name && same_phrase(x->t, y->t))
		add_repeat(r, x, y, arena_printf(r->arena, "both told of " SLICE_FMT, SLICE_ARG(name)));
}

void bind_repeats_across(arena *a, const rule_set *rules, const reading_of *const *docs, size_t n, binding_list *out)
{
	if (n < 2 || !rules->by_binder[BIND_REPEAT_ACROSS].n)
		return;
	repeater r = {.arena = a, .rules = rules, .binder = BIND_REPEAT_ACROSS, .out = out};
	site_list all = sites_of(a, docs, n);
	group_list groups = group_by_noun(a, &all, may_be_named);
	for (size_t g = 0; g < groups.n; g++) {
		const site_list *group = groups.at[g];
		size_t pairs = 0;
		for (size_t i = 0; i < group->n; i++)
			for (size_t k = i + 1; k < group->n && pairs < LIMIT_GROUP_PAIRS; k++, pairs++)
				if (group->at[i].doc != group->at[k].doc)
					try_named(&r, &group->at[i], &group->at[k]);
	}
	vector_list vectors = vectors_of(a, &all);
	for (size_t i = 0; i < vectors.n && vectors.n * i < LIMIT_GROUP_PAIRS; i++)
		for (size_t k = i + 1; k < vectors.n; k++)
			if (vectors.at[i].at->doc != vectors.at[k].at->doc)
				try_vectors(&r, &vectors.at[i], &vectors.at[k]);
}
