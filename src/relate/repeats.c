/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/repeats.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "relate/evidence.h"
#include "relate/section.h"

enum {
	NEAR_LARGE = 50,  /* a large number within a fiftieth of another seldom counts something else; */
	NEAR_MIDDLE = 10, /* a smaller one may be a tenth away, but needs a longer phrase, or more sites */
	NEAR_ALL = 3,     /* what is told of all there are; at half of it, what is told elsewhere is of one of two parts */
	NEAR_HEADING = 4, /* what a heading tells and the text right below it is one thing, even a quarter away */
	VECTOR_EQUAL = 3  /* phrases of a sentence that another tells with the same numbers */
};

typedef VEC(site) site_list;

typedef struct repeater {
	arena *arena;
	const rule_set *rules;
	rule_binder binder;
	binding_list *out;
	match_limits *met;
} repeater;

static void count_pairs(const repeater *r, size_t pairs)
{
	if (pairs >= LIMIT_GROUP_PAIRS)
		*r->met |= 1U << MET_GROUP_PAIRS;
}

static void add_repeat(repeater *r, const site *x, const site *y, slice reason)
{
	const claim **pair = ARENA_ARRAY(r->arena, const claim *, 2);
	slice *reasons = ARENA_ARRAY(r->arena, slice, 2);
	pair[0] = x->c;
	pair[1] = y->c;
	reasons[0] = arena_printf(r->arena, "same noun (" SLICE_FMT ")", SLICE_ARG(word_text(telling_noun(x->t))));
	reasons[1] = reason;
	const rule_refs *waiting = &r->rules->by_binder[r->binder];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], x->doc, GRADE_PROBABLE);
		binding_add_claims(r->arena, &b, (binding_var){.name = SLICE("a")}, pair, 1);
		binding_add_claims(r->arena, &b, (binding_var){.name = SLICE("b"), .doc = y->doc->doc}, pair + 1, 1);
		b.reasons = reasons;
		b.reason_count = 2;
		VEC_PUSH(r->arena, *r->out, b);
	}
}

/* In one document. */

/* Whether the number is told of various things: each of the two numbers more than once, or a third one too. */
static bool varies(const site_list *group, const site *x, const site *y)
{
	size_t as_x = 0, as_y = 0, other = 0;
	bool whole = x->t->whole && y->t->whole; /* what is told of parts is then no number of the same */
	for (size_t i = 0; i < group->n; i++) {
		const site *s = &group->at[i];
		bool comment = s->t->comment && !x->t->comment && !y->t->comment; /* which is more easily forgotten than the text */
		if ((whole && !s->t->whole) || comment)
			continue;
		if (!evidence_same_phrase(s->t, x->t) && !evidence_same_phrase(s->t, y->t))
			continue;
		as_x += evidence_equal(s, x);
		as_y += evidence_equal(s, y);
		other += !evidence_equal(s, x) && !evidence_equal(s, y);
	}
	return !evidence_equal(x, y) && ((as_x > 1 && as_y > 1) || other > 0);
}

static void try_pair(repeater *r, const site_list *group, const site *x, const site *y)
{
	bool apart = evidence_parted(x->doc->doc, x->c->block, y->c->block);
	slice why = evidence_comparable(x, y) && apart ? evidence_of_pair(r->arena, x, y) : (slice){"", 0};
	if (why.len && !varies(group, x, y))
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
			slice why = evidence_comparable(x, y) ? evidence_of_name(r->arena, x, y) : (slice){"", 0};
			if (why.len)
				add_repeat(r, x, y, why);
		}
	count_pairs(r, pairs);
}

/* How many sites must tell the other number before one that differs is taken for a slip. */
static size_t sites_needed(const site *x)
{
	return evidence_large(x) || x->t->badge || x->t->word_count > 1 ? 2 : 3;
}

/* A number that a document tells once, beside another so near that it tells more often of the same things. */
static void try_outlier(repeater *r, const site_list *group, const site *x)
{
	const site *first = NULL, *last = NULL;
	size_t sites = 0;
	for (size_t i = 0; i < group->n && evidence_counts(x->t); i++) {
		const site *y = &group->at[i];
		if (y == x || !evidence_same_phrase(x->t, y->t) || evidence_elsewhere(x->t, y->t))
			continue;
		if (evidence_equal(x, y))
			return;
		if (!evidence_near(x, y, evidence_large(x) ? NEAR_LARGE : NEAR_MIDDLE))
			continue;
		if ((first && !evidence_equal(first, y)) || !evidence_apart(x, y))
			return;
		sites += (!last || last->c->block != y->c->block || evidence_large(y)) +
		         (y->t->badge ? 1U : 0U); /* a badge tells it for the whole */
		first = first ? first : y;
		last = y;
	}
	if (sites >= sites_needed(x))
		add_repeat(r, first, x,
		           arena_printf(r->arena, "told at %zu other places with one number, and this one near it", sites));
}

/* "All 21 tools", where other places, two at least, tell another number of those tools. */
static void try_all(repeater *r, const site_list *group, const site *x)
{
	const site *first = NULL, *last = NULL;
	size_t sites = 0;
	bool bare = false; /* one of them says no more of the tools */
	for (size_t i = 0; i < group->n; i++) {
		const site *y = &group->at[i];
		if (y == x || !evidence_same_phrase(x->t, y->t) || y->t->below)
			continue;
		bool apart = evidence_apart(x, y) && evidence_near(x, y, NEAR_ALL) && evidence_many(y);
		if (!apart || evidence_equal(x, y) || (first && !evidence_equal(first, y)))
			return;
		sites += !last || last->c->block != y->c->block;
		bare |= !y->t->tail_count;
		first = first ? first : y;
		last = y;
	}
	if (sites > 1 && bare)
		add_repeat(r, first, x, arena_printf(r->arena, "told of all, and with one other number at %zu places", sites));
}

/* "412 gulls" and "421 gulls", each told as often as may be, but no third number of them. */
static void try_turned(repeater *r, const site_list *group)
{
	for (size_t i = 0; i < group->n; i++)
		for (size_t k = i + 1; k < group->n; k++) {
			const site *x = &group->at[i], *y = &group->at[k];
			if (evidence_turned(x, y) && evidence_same_phrase(x->t, y->t) && !evidence_elsewhere(x->t, y->t) &&
			    evidence_apart(x, y) && !varies(group, x, y))
				add_repeat(r, x, y, SLICE("the same digits, two of them the other way round"));
		}
}

/* Whether one block tells both numbers: there they are of two things, "now 40 gulls, soon 42 gulls", or of two times. */
static bool told_together(const site_list *group, const site *x, const site *y)
{
	uint32_t as_x = UINT32_MAX, as_y = UINT32_MAX; /* the blocks that told them last; a group goes on by its blocks */
	for (size_t i = 0; i < group->n; i++) {
		const site *s = &group->at[i];
		as_x = evidence_equal(s, x) ? s->c->block : as_x;
		as_y = evidence_equal(s, y) ? s->c->block : as_y;
		if (as_x == as_y && as_x != UINT32_MAX)
			return true;
	}
	return false;
}

/* "40 grey gulls" and "42 grey gulls", "all 40 gulls" and "42 gulls". */
static void try_near(repeater *r, const site_list *group)
{
	for (size_t i = 0; i < group->n; i++)
		for (size_t k = i + 1; k < group->n; k++) {
			const site *x = &group->at[i], *y = &group->at[k];
			slice why = evidence_equal(x, y) ? (slice){"", 0} : evidence_of_nearness(x, y);
			if (why.len && !varies(group, x, y) && !told_together(group, x, y) && !evidence_of_pair(r->arena, x, y).len)
				add_repeat(r, x, y, why);
		}
}

static void try_sections(repeater *r, const site_list *group)
{
	size_t pairs = 0;
	for (size_t i = 0; i < group->n; i++)
		for (size_t k = 0; group->at[i].t->name.len && k < group->n && pairs < LIMIT_GROUP_PAIRS; k++, pairs++) {
			const site *x = &group->at[i], *y = &group->at[k];
			slice why = k != i ? evidence_of_section(r->arena, x, y) : (slice){"", 0};
			if (why.len && evidence_apart(x, y) && !varies(group, x, y))
				add_repeat(r, x, y, why);
		}
	count_pairs(r, pairs);
}

static bool in_heading(const site *x)
{
	return x->doc->doc->blocks[x->c->block].kind == BLOCK_HEADING;
}

/* Whether the block of group->at[i] tells of its noun there alone. */
static bool alone_in_block(const site_list *group, size_t i)
{
	uint32_t at = group->at[i].c->block;
	return (i == 0 || group->at[i - 1].c->block != at) && (i + 1 == group->n || group->at[i + 1].c->block != at);
}

/* Whether a heading opens with the number of its place: the one of its level before it, or behind it, counts so too. */
static bool is_numbered(const document *d, uint32_t at)
{
	const block *b = &d->blocks[at];
	uint32_t number = telling_opening_number(document_text(d, b->start, b->end));
	for (int way = -1; number && way < 2; way += 2) {
		int64_t i = at;
		do
			i += way;
		while (i >= 0 && i < (int64_t)d->block_count &&
		       (d->blocks[i].kind != BLOCK_HEADING || d->blocks[i].level > b->level));
		bool found = i >= 0 && i < (int64_t)d->block_count && d->blocks[i].level == b->level;
		if (found &&
		    (int64_t)telling_opening_number(document_text(d, d->blocks[i].start, d->blocks[i].end)) == (int64_t)number + way)
			return true;
	}
	return false;
}

/* A heading's number, and that of the block right below. */
static void try_headings(repeater *r, const site_list *group)
{
	for (size_t i = 0; i + 1 < group->n; i++) {
		const site *x = &group->at[i], *y = &group->at[i + 1];
		if (in_heading(x) && !in_heading(y) && y->c->block == x->c->block + 1 && alone_in_block(group, i) &&
		    alone_in_block(group, i + 1) && evidence_same_things(x->t, y->t) && evidence_near(x, y, NEAR_HEADING) &&
		    !(x->c->figure->start == x->doc->doc->blocks[x->c->block].start && is_numbered(x->doc->doc, x->c->block)))
			add_repeat(r, x, y, SLICE("a heading, and the text right below it"));
	}
}

/* The sites of documents, in order. */
static site_list sites_of(arena *a, const reading_of *const *docs, size_t n)
{
	site_list all = {0};
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < docs[i]->tellings.n; k++) {
			const telling *t = &docs[i]->tellings.at[k];
			bool behind = k > 0 && (t->joined || (!t[-1].tail_count && t[-1].tail_claim == (int32_t)t->claim));
			VEC_PUSH(a, all, (site){t, docs[i], &docs[i]->claims.at[t->claim], behind ? t - 1 : NULL});
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
		void **at = table_at(&by_noun, word_text(telling_noun(all->at[i].t)));
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
		if (evidence_same_phrase(v->at[i].t, x->t))
			return &v->at[i];
	return NULL;
}

/* Three phrases or more with the same numbers, and at most one that differs: one summary, told twice. */
static void try_vectors(repeater *r, const vector *v, const vector *w)
{
	size_t equal = 0, differ = 0;
	for (size_t i = 0; i < v->n; i++) {
		const site *y = counterpart(w, &v->at[i]);
		equal += y && evidence_equal(&v->at[i], y);
		differ += y && !evidence_equal(&v->at[i], y);
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
	bool owned = t->had && x->c->measure->subject.len;
	bool had = (t->had || t->opens) && t->word_count > 1;
	return (t->tail_whole && t->tail_count >= 2) || (t->tail_claim >= 0 && !t->tail_count) || t->total || t->below ||
	       owned || had || x->before || evidence_of_owner(x) || x->c->definite;
}

static bool may_introduce(const site *x)
{
	return x->t->introduces;
}

static bool any(const site *x)
{
	return x != NULL;
}

/* What needs to see every telling of a noun. */
static void try_whole_groups(repeater *r, const site_list *all)
{
	group_list whole = group_by_noun(r->arena, all, any);
	for (size_t g = 0; g < whole.n; g++) {
		const site_list *group = whole.at[g];
		bool few = group->n * group->n <= LIMIT_GROUP_PAIRS;
		for (size_t i = 0; i < group->n && few; i++)
			if (group->at[i].t->all && !group->at[i].t->tail_count && evidence_many(&group->at[i]))
				try_all(r, group, &group->at[i]);
		if (few) {
			try_turned(r, group);
			try_near(r, group);
			try_sections(r, group);
		} else
			*r->met |= 1U << MET_GROUP_PAIRS;
	}
}

static void try_groups(repeater *r, const site_list *all)
{
	try_whole_groups(r, all);
	group_list headings = group_by_noun(r->arena, all, may_introduce);
	for (size_t g = 0; g < headings.n; g++)
		try_headings(r, headings.at[g]);
	group_list paired = group_by_noun(r->arena, all, may_pair), told = group_by_noun(r->arena, all, evidence_middle);
	for (size_t g = 0; g < paired.n; g++) {
		const site_list *group = paired.at[g];
		size_t pairs = 0;
		for (size_t i = 0; i < group->n; i++)
			for (size_t k = i + 1; k < group->n && pairs < LIMIT_GROUP_PAIRS; k++, pairs++)
				try_pair(r, group, &group->at[i], &group->at[k]);
		count_pairs(r, pairs);
	}
	for (size_t g = 0; g < told.n; g++) {
		const site_list *group = told.at[g];
		bool few = group->n * group->n <= LIMIT_GROUP_PAIRS;
		for (size_t i = 0; i < group->n && few; i++)
			try_outlier(r, group, &group->at[i]);
		if (!few)
			*r->met |= 1U << MET_GROUP_PAIRS;
	}
}

void bind_repeats(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out, match_limits *met)
{
	if (!rules->by_binder[BIND_REPEAT].n || doc->tellings.n < 2)
		return;
	repeater r = {.arena = a, .rules = rules, .binder = BIND_REPEAT, .out = out, .met = met};
	site_list all = sites_of(a, &doc, 1);
	try_groups(&r, &all);
	try_comments(&r, &all);
	vector_list vectors = vectors_of(a, &all);
	count_pairs(&r, vectors.n ? vectors.n * (vectors.n - 1) : 0);
	for (size_t i = 0; i < vectors.n && vectors.n * i < LIMIT_GROUP_PAIRS; i++)
		for (size_t k = i + 1; k < vectors.n; k++) {
			uint32_t x = vectors.at[i].at->c->block, y = vectors.at[k].at->c->block;
			if (vectors.at[i].at->t->frame != vectors.at[k].at->t->frame && evidence_parted(doc->doc, x, y))
				try_vectors(&r, &vectors.at[i], &vectors.at[k]);
		}
}

static bool is_named(const telling *t)
{
	return t->name.len > 3 && !t->comment && t->word_count > 1;
}

static bool may_be_named(const site *x)
{
	return is_named(x->t);
}

bool repeats_may_cross(const rule_set *rules, const reading_of *doc)
{
	bool any = false;
	size_t beside = 0; /* tellings of the same sentence so far */
	for (size_t i = 0; i < doc->tellings.n && !any && rules->by_binder[BIND_REPEAT_ACROSS].n; i++) {
		const telling *t = &doc->tellings.at[i];
		const claim *claims = doc->claims.at;
		bool same = i > 0 && claims[t->claim].sentence == claims[t[-1].claim].sentence;
		beside = same ? beside + 1 : 1;
		any = is_named(t) || beside > VECTOR_EQUAL;
	}
	return any;
}

static slice file_name(const document *d)
{
	slice path = d->path;
	for (size_t slash; (slash = slice_find_byte(path, '/')) != SIZE_MAX;)
		path = slice_sub(path, slash + 1, path.len);
	return path;
}

/* Reports of one series, and the same file of two projects, have names that are equal but for their numbers. */
static bool of_one_project(const site *x, const site *y)
{
	return x->doc != y->doc && !section_alike(file_name(x->doc->doc), file_name(y->doc->doc));
}

/* Two documents speak of one thing where both begin a paragraph with its name, and one has it as its title. */
static void try_named(repeater *r, const site *x, const site *y)
{
	slice name = x->t->name;
	bool one_name = slice_equal_nocase(name, y->t->name) &&
	                (slice_equal_nocase(name, x->doc->doc->title) || slice_equal_nocase(name, y->doc->doc->title));
	if (one_name && evidence_same_phrase(x->t, y->t))
		add_repeat(r, x, y, arena_printf(r->arena, "both told of " SLICE_FMT, SLICE_ARG(name)));
}

void bind_repeats_across(arena *a, const rule_set *rules, const reading_of *const *docs, size_t n, binding_list *out,
                         match_limits *met)
{
	if (n < 2 || !rules->by_binder[BIND_REPEAT_ACROSS].n)
		return;
	repeater r = {.arena = a, .rules = rules, .binder = BIND_REPEAT_ACROSS, .out = out, .met = met};
	site_list all = sites_of(a, docs, n);
	group_list groups = group_by_noun(a, &all, may_be_named);
	for (size_t g = 0; g < groups.n; g++) {
		const site_list *group = groups.at[g];
		size_t pairs = 0;
		for (size_t i = 0; i < group->n; i++)
			for (size_t k = i + 1; k < group->n && pairs < LIMIT_GROUP_PAIRS; k++, pairs++)
				if (of_one_project(&group->at[i], &group->at[k]))
					try_named(&r, &group->at[i], &group->at[k]);
		count_pairs(&r, pairs);
	}
	vector_list vectors = vectors_of(a, &all);
	count_pairs(&r, vectors.n ? vectors.n * (vectors.n - 1) : 0);
	for (size_t i = 0; i < vectors.n && vectors.n * i < LIMIT_GROUP_PAIRS; i++)
		for (size_t k = i + 1; k < vectors.n; k++)
			if (of_one_project(vectors.at[i].at, vectors.at[k].at))
				try_vectors(&r, &vectors.at[i], &vectors.at[k]);
}
