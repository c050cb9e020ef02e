/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/automaton.h"

#include "base/table.h"
#include "rule/phrase.h"

#include <string.h>

enum { LENGTHS = 32, SET_WORDS = LEX_SETS / 64, ENOUGH = 2 /* figures, for any pattern */ };

typedef VEC(uint16_t) anchor_list; /* numbers of patterns */

typedef struct term {    /* a word or a set of some pattern */
	anchor_list anchors; /* the patterns that are found by it */
	size_t fewest;       /* figures that a pattern with it needs at least */
} term;

struct automaton {
	anchored *all;
	size_t n;
	VEC(term) terms;               /* number 0 is none */
	uint16_t *of_known;            /* by the lexicon's words: their terms */
	uint64_t first_bytes[LENGTHS]; /* of other words, by length: bit b if one begins with a byte b modulo 64 */
	table others;                  /* text to its number's place */
	uint16_t of_set[LEX_SETS];
	uint64_t sets[ENOUGH + 1][SET_WORDS]; /* sets that are terms of patterns of so many figures at most; last: of any */
	word_marks in_sets; /* the bits of those of `sets` that the word, or a phrase that it begins, is a member of */
	anchor_list by_kind[KIND_BITS];
	uint32_t kinds;
	size_t fewest; /* figures that a pattern anchored in a word needs at least */
};

/* Building. */

/* Where the term's number stands, 0 if it has none yet. */
static uint16_t *number_of(arena *a, automaton *au, const pattern_atom *atom)
{
	if (atom->words) {
		return &au->of_set[atom->words];
	}
	if (atom->known)
		return &au->of_known[atom->known->id];
	au->first_bytes[atom->word.len % LENGTHS] |= UINT64_C(1) << ((unsigned char)atom->word.ptr[0] % 64);
	uint16_t **other = (uint16_t **)table_at(&au->others, atom->word);
	if (!*other)
		*other = ARENA_NEW(a, uint16_t);
	return *other;
}

/* The term of a pattern that needs so many figures. */
static uint16_t term_of_atom(arena *a, automaton *au, const pattern_atom *atom, size_t figures)
{
	uint16_t *number = number_of(a, au, atom);
	if (!*number) {
		if (au->terms.n < UINT16_MAX) /* past it they share one, and the matcher tells them apart */
			VEC_PUSH(a, au->terms, (term){.fewest = SIZE_MAX});
		*number = (uint16_t)(au->terms.n - 1);
	}
	term *t = &au->terms.at[*number];
	t->fewest = figures < t->fewest ? figures : t->fewest;
	return *number;
}

static void add_kinds(arena *a, automaton *au, uint32_t kinds, uint16_t number)
{
	for (unsigned bit = 0; bit < KIND_BITS; bit++) {
		if (kinds >> bit & 1)
			VEC_PUSH(a, au->by_kind[bit], number);
	}
	au->kinds |= kinds;
}

/* The figures a link's pattern cannot do without. */
static size_t figures_of(const pattern *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++)
		n += p->ops[i].kind == OP_FIGURE && !p->ops[i].optional;
	return n;
}

/* The slots that every rule on the frame needs filled. */
static size_t figures_of_frame(const rule_set *rules, const frame *f)
{
	size_t fewest = RULE_VARS;
	for (size_t i = 0; i < rules->rule_count; i++) {
		const rule *r = &rules->rules[i];
		size_t needed = 0;
		for (size_t v = 0; r->enabled && r->frame == f && v < f->slot_count; v++)
			needed += expr_needs(r->check, f->slots[v].name);
		if (r->enabled && r->frame == f && needed < fewest)
			fewest = needed;
	}
	return fewest;
}

/* How many patterns of links want a word or set: what many want is a poor thing to find them by. */
typedef struct demand {
	arena *arena;
	table words; /* to size_t */
	size_t sets[LEX_SETS];
} demand;

enum { CROWD = 16 };

static size_t *demand_for(demand *d, const pattern_atom *atom)
{
	if (atom->words)
		return &d->sets[atom->words];
	size_t **n = (size_t **)table_at(&d->words, atom->word);
	if (!*n)
		*n = ARENA_NEW(d->arena, size_t);
	return *n;
}

static bool must_be_there(const pattern_op *op)
{
	return op->kind == OP_WORDS && !op->optional;
}

static void count_demand(demand *d, const pattern *p)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; must_be_there(&p->ops[i]) && k < p->ops[i].n; k++)
			++*demand_for(d, &p->ops[i].atoms[k]);
}

static size_t demand_of(demand *d, const pattern_op *op)
{
	size_t n = 0;
	for (size_t k = 0; k < op->n; k++)
		n += *demand_for(d, &op->atoms[k]);
	return n;
}

/* The pattern's own anchor, or where too many share it, whichever of its words the fewest want. */
static size_t least_wanted(demand *d, const pattern *p)
{
	size_t best = p->anchor;
	if (!must_be_there(&p->ops[best]))
		return best;
	size_t fewest = demand_of(d, &p->ops[best]);
	for (size_t i = 0; i < p->n && fewest > CROWD; i++) {
		size_t n = must_be_there(&p->ops[i]) ? demand_of(d, &p->ops[i]) : SIZE_MAX;
		if (n < fewest) {
			fewest = n;
			best = i;
		}
	}
	return best;
}

/* The kinds of its figures that the fewest figures are of. */
static void find_kinds(anchored *which)
{
	which->kinds[0] = which->kinds[1] = UINT32_MAX;
	for (size_t i = 0; i < which->pattern->n; i++) {
		const pattern_op *op = &which->pattern->ops[i];
		if (op->kind != OP_FIGURE || op->optional)
			continue;
		size_t wider = __builtin_popcount(which->kinds[0]) < __builtin_popcount(which->kinds[1]);
		if (__builtin_popcount(op->kinds) < __builtin_popcount(which->kinds[wider]))
			which->kinds[wider] = op->kinds;
	}
}

static void add_pattern(arena *a, automaton *au, anchored which)
{
	find_kinds(&which);
	if (au->n == AUTOMATON_PATTERNS)
		return;
	uint16_t number = (uint16_t)au->n;
	const pattern_op *op = &which.pattern->ops[which.op];
	au->all[au->n++] = which;
	if ((op->kind != OP_FIGURE || which.frame) && which.figures < au->fewest)
		au->fewest = which.figures;
	if (op->kind == OP_FIGURE)
		add_kinds(a, au, op->kinds, number);
	for (size_t i = 0; i < op->n; i++) {
		uint16_t found_by = term_of_atom(a, au, &op->atoms[i], which.figures);
		VEC_PUSH(a, au->terms.at[found_by].anchors, number);
	}
}

static need_list needs_of(arena *a, automaton *au, const pattern *p, size_t figures)
{
	VEC(need) needs = {0};
	for (size_t i = 0; i < p->n; i++) {
		const pattern_op *op = &p->ops[i];
		if (op->kind == OP_FIGURE && !op->optional)
			VEC_PUSH(a, needs, (need){.kinds = op->kinds});
		if (!must_be_there(op))
			continue;
		uint16_t *terms = ARENA_ARRAY(a, uint16_t, op->n);
		bool watched = true;
		for (size_t k = 0; k < op->n; k++) {
			terms[k] = term_of_atom(a, au, &op->atoms[k], figures);
			watched = watched && terms[k] < AUTOMATON_TERMS;
		}
		VEC_PUSH(a, needs, (need){.terms = terms, .n = watched ? op->n : 0});
	}
	bool begins = p->n && !p->ops[0].optional && (p->ops[0].kind == OP_FIGURE || p->ops[0].kind == OP_WORDS);
	return (need_list){needs.at, needs.n, begins && needs.n};
}

static const need_list *needs_of_frame(arena *a, automaton *au, const frame *f, size_t figures)
{
	VEC(need_list) all = {0};
	for (size_t s = 0; s < f->slot_count; s++)
		for (size_t p = 0; p < f->slots[s].pattern_count; p++)
			VEC_PUSH(a, all, needs_of(a, au, f->slots[s].patterns[p].pattern, figures));
	if (f->next)
		VEC_PUSH(a, all, needs_of(a, au, f->next, figures));
	return all.at;
}

/* Patterns that need fewer figures come first: a sentence has no use for those behind the last that it has enough for. */
static void order_by_figures(const automaton *au, anchor_list *list)
{
	for (size_t i = 1; i < list->n; i++) {
		uint16_t number = list->at[i];
		size_t k = i;
		for (; k > 0 && au->all[list->at[k - 1]].figures > au->all[number].figures; k--)
			list->at[k] = list->at[k - 1];
		list->at[k] = number;
	}
}

/* By number: the link types that enabled rules use. */
static bool *links_in_use(arena *a, const rule_set *rules)
{
	bool *used = ARENA_ARRAY(a, bool, rules->link_count);
	for (size_t i = 0; i < rules->rule_count; i++) {
		const rule *r = &rules->rules[i];
		for (size_t k = 0; r->enabled && k < r->join_count; k++)
			used[r->joins[k].type->number] = true;
	}
	return used;
}

static void mark_sets(arena *a, automaton *au, const lexicon *lex)
{
	uint8_t classes[LEX_SETS] = {0};
	for (size_t s = 1; s < LEX_SETS; s++) {
		size_t fewest = au->of_set[s] ? au->terms.at[au->of_set[s]].fewest : SIZE_MAX;
		for (size_t n = 0; n <= ENOUGH && au->of_set[s]; n++) {
			bool found = fewest <= n || n == ENOUGH;
			classes[s] |= (uint8_t)(found << n);
			au->sets[n][s / 64] |= (uint64_t)found << (s % 64);
		}
	}
	au->in_sets = word_marks_new(a, lex, classes);
}

const automaton *automaton_build(arena *a, const rule_set *rules)
{
	automaton *au = ARENA_NEW(a, automaton);
	au->all = ARENA_ARRAY(a, anchored, AUTOMATON_PATTERNS);
	au->others = table_new(a, 64);
	au->of_known = ARENA_ARRAY(a, uint16_t, lexicon_word_count(rules->lex));
	VEC_PUSH(a, au->terms, (term){.fewest = SIZE_MAX});
	au->fewest = SIZE_MAX;
	const bool *used = links_in_use(a, rules);
	demand *wanted = ARENA_NEW(a, demand);
	wanted->arena = a;
	wanted->words = table_new(a, 256);
	for (size_t i = 0; i < rules->link_count; i++)
		for (size_t k = 0; used[i] && k < rules->links[i]->pattern_count; k++)
			count_demand(wanted, rules->links[i]->patterns[k]);
	for (size_t i = 0; i < rules->link_count; i++) {
		const link_type *type = rules->links[i];
		for (size_t k = 0; used[i] && k < type->pattern_count; k++)
			add_pattern(a, au,
			            (anchored){.pattern = type->patterns[k],
			                       .link = type,
			                       .op = least_wanted(wanted, type->patterns[k]),
			                       .figures = figures_of(type->patterns[k])});
	}
	for (size_t i = 0; i < rules->frame_count; i++) {
		const frame *f = rules->frames[i];
		if (rules->by_frame[i].n)
			add_pattern(
				a, au,
				(anchored){
					.pattern = f->anchor, .frame = f, .op = f->anchor->anchor, .figures = figures_of_frame(rules, f)});
	}
	for (size_t i = 0; i < au->n; i++) {
		anchored *which = &au->all[i];
		which->needs = needs_of(a, au, which->pattern, which->figures);
		if (which->frame)
			which->others = needs_of_frame(a, au, which->frame, which->figures);
	}
	mark_sets(a, au, rules->lex);
	for (size_t i = 0; i < au->terms.n; i++)
		order_by_figures(au, &au->terms.at[i].anchors);
	for (size_t i = 0; i < KIND_BITS; i++)
		order_by_figures(au, &au->by_kind[i]);
	return au;
}

size_t automaton_size(const automaton *au)
{
	return au->n;
}

const anchored *automaton_at(const automaton *au, size_t i)
{
	return &au->all[i];
}

/* Walking. */

typedef struct walk {
	const automaton *au;
	const scan *sc;
	const sentence *s;
	size_t figures;
	uint32_t bits;        /* of them all */
	const uint64_t *sets; /* of patterns of so many */
	unsigned mark;        /* of the words that are in them */
	term_places *places;
	anchor_found found;
	void *ctx;
} walk;

static void report(const walk *w, const anchor_list *list, uint32_t at, uint32_t n)
{
	for (size_t i = 0; i < list->n; i++) {
		const anchored *which = &w->au->all[list->at[i]];
		if (which->figures > w->figures)
			return;
		if (which->kinds[0] & w->bits && which->kinds[1] & w->bits)
			w->found(w->ctx, which, at, n);
	}
}

static void meet(const walk *w, uint16_t number, uint32_t at, uint32_t n)
{
	if (w->au->terms.at[number].fewest > w->figures)
		return;
	if (number < AUTOMATON_TERMS) {
		uint64_t *present = &w->places->present[number / 64], bit = UINT64_C(1) << (number % 64);
		if (!(*present & bit)) {
			*present |= bit;
			w->places->first[number] = (uint16_t)at;
		}
		w->places->last[number] = (uint16_t)at;
	}
	report(w, &w->au->terms.at[number].anchors, at, n);
}

static uint16_t term_of_word(const automaton *au, const word *x)
{
	if (x->known)
		return au->of_known[x->id];
	slice text = word_text(x);
	if (!text.len || !(au->first_bytes[text.len % LENGTHS] >> ((unsigned char)text.ptr[0] % 64) & 1))
		return 0;
	const uint16_t *other = table_get(&au->others, text);
	return other ? *other : 0;
}

static void walk_sets(const walk *w, const word *x, uint32_t from)
{
	for (size_t k = 0; k < SET_WORDS; k++) {
		for (uint64_t hit = x->in[k] & w->sets[k]; hit; hit &= hit - 1)
			meet(w, w->au->of_set[k * 64 + (size_t)__builtin_ctzll(hit)], from, 1);
	}
}

static void report_entries(const walk *w, const lex_entry *e, uint32_t from, uint32_t n)
{
	for (; e; e = lexicon_next(e)) {
		if (w->au->of_set[e->set])
			meet(w, w->au->of_set[e->set], from, n);
	}
}

/* Phrases of two words and more that begin at this token: "went up". */
static void walk_phrases(const walk *w, const word *x, uint32_t from)
{
	const lexicon *lex = w->sc->lex;
	const lex_step *at = lexicon_step(lex, lexicon_root(lex), x);
	for (uint32_t i = from + 1; at && i < w->s->token_count; i++) {
		const word *next = w->s->tokens[i].word;
		at = next && next->known ? lexicon_step(lex, at, next) : NULL;
		report_entries(w, at ? lexicon_entries(at) : NULL, from, i - from + 1);
	}
}

static void walk_figure(const walk *w, const token *k, uint32_t i)
{
	report_entries(w, phrase_of_label(w->sc, k), i, 1);
	uint32_t bits = w->places->bits[(uint32_t)k->figure - w->s->first_figure] & w->au->kinds;
	for (; bits; bits &= bits - 1)
		report(w, &w->au->by_kind[__builtin_ctz(bits)], i, 1);
}

static void walk_word(const walk *w, const word *x, uint32_t i)
{
	uint16_t own = term_of_word(w->au, x), of_lemma = word_is_lemma(x) ? 0 : term_of_word(w->au, word_lemma(x));
	if (own)
		meet(w, own, i, 1);
	if (of_lemma)
		meet(w, of_lemma, i, 1);
	if (!(word_mark(w->au->in_sets, x) & w->mark))
		return;
	walk_sets(w, x, i);
	if (x->opens)
		walk_phrases(w, x, i);
}

void automaton_walk(const automaton *au, size_t figures, uint32_t kinds, term_places *places, anchor_found found, void *ctx)
{
	const scan *sc = places->sc;
	const sentence *s = places->s;
	const size_t level = figures < ENOUGH ? figures : ENOUGH;
	walk w = {au, sc, s, figures, kinds, au->sets[level], 1U << level, places, found, ctx};
	size_t watched = au->terms.n < AUTOMATON_TERMS ? au->terms.n : AUTOMATON_TERMS;
	memset(places->present, 0, (watched + 63) / 64 * sizeof *places->present);
	bool words = figures >= au->fewest;
	if (!words) {
		for (uint32_t i = 0; i < s->figure_count; i++) {
			uint32_t at = sc->figures[s->first_figure + i].token;
			walk_figure(&w, &s->tokens[at], at);
		}
		return;
	}
	for (uint32_t i = 0; i < s->token_count; i++) {
		const token *k = &s->tokens[i];
		if (k->kind == TOKEN_FIGURE)
			walk_figure(&w, k, i);
		else if (k->word)
			walk_word(&w, k->word, i);
	}
}

uint32_t need_from(const need *want, const term_places *places, uint32_t from)
{
	const sentence *s = places->s;
	uint32_t at = want->n || want->kinds ? UINT32_MAX : from;
	for (size_t i = 0; i < want->n; i++) {
		uint16_t t = want->terms[i];
		if (!(places->present[t / 64] >> (t % 64) & 1) || places->last[t] < from)
			continue;
		uint32_t first = places->first[t] > from ? places->first[t] : from;
		at = first < at ? first : at;
	}
	for (uint32_t i = 0; !want->n && i < s->figure_count && at == UINT32_MAX; i++) {
		uint32_t stands = places->sc->figures[s->first_figure + i].token;
		if (places->bits[i] & want->kinds && stands >= from)
			at = stands;
	}
	return at;
}

bool needs_met(const need_list *needs, const term_places *places, uint32_t from)
{
	for (size_t i = 0; i < needs->n; i++) {
		from = need_from(&needs->at[i], places, from);
		if (from == UINT32_MAX)
			return false;
		from++;
	}
	return true;
}

bool needs_begin(const need_list *needs, const term_places *places, uint32_t at)
{
	return !needs->begins || need_from(&needs->at[0], places, at) == at;
}
