/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/automaton.h"

#include "base/table.h"
#include "rule/phrase.h"

enum { LENGTHS = 32, SET_WORDS = LEX_SETS / 64 };

typedef VEC(uint16_t) anchor_list; /* numbers of patterns */

struct automaton {
	anchored *all;
	size_t n;
	uint64_t first_bytes[LENGTHS]; /* by length: bit b if a word anchor begins with a byte b modulo 64 */
	table words;                   /* text to anchor_list */
	uint64_t sets[SET_WORDS];      /* sets that are anchors */
	anchor_list by_set[LEX_SETS];
	anchor_list by_kind[KIND_BITS];
	uint32_t kinds;
	size_t fewest; /* figures that a pattern anchored in a word needs at least */
};

/* Building. */

static void add_word(arena *a, automaton *au, slice text, uint16_t number)
{
	anchor_list **list = (anchor_list **)table_at(&au->words, text);
	if (!*list)
		*list = ARENA_NEW(a, anchor_list);
	VEC_PUSH(a, **list, number);
	au->first_bytes[text.len % LENGTHS] |= UINT64_C(1) << ((unsigned char)text.ptr[0] % 64);
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

static void add_pattern(arena *a, automaton *au, anchored which, size_t figures)
{
	if (au->n == AUTOMATON_PATTERNS)
		return;
	uint16_t number = (uint16_t)au->n;
	const pattern_op *op = &which.pattern->ops[which.op];
	au->all[au->n++] = which;
	if (op->kind != OP_FIGURE && figures < au->fewest)
		au->fewest = figures;
	if (op->kind == OP_FIGURE)
		add_kinds(a, au, op->kinds, number);
	for (size_t i = 0; i < op->n; i++) {
		lex_set words = op->atoms[i].words;
		if (!words) {
			add_word(a, au, op->atoms[i].word, number);
			continue;
		}
		VEC_PUSH(a, au->by_set[words], number);
		au->sets[words / 64] |= UINT64_C(1) << (words % 64);
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

const automaton *automaton_build(arena *a, const rule_set *rules)
{
	automaton *au = ARENA_NEW(a, automaton);
	au->all = ARENA_ARRAY(a, anchored, AUTOMATON_PATTERNS);
	au->words = table_new(a, 256);
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
			add_pattern(a, au, (anchored){type->patterns[k], type, NULL, least_wanted(wanted, type->patterns[k])},
			            figures_of(type->patterns[k]));
	}
	for (size_t i = 0; i < rules->frame_count; i++) {
		const frame *f = rules->frames[i];
		if (rules->by_frame[i].n)
			add_pattern(a, au, (anchored){f->anchor, NULL, f, f->anchor->anchor}, figures_of_frame(rules, f));
	}
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
	anchor_found found;
	void *ctx;
} walk;

static void report(const walk *w, const anchor_list *list, uint32_t at, uint32_t n)
{
	for (size_t i = 0; i < list->n; i++)
		w->found(w->ctx, &w->au->all[list->at[i]], at, n);
}

static void look_up(const walk *w, slice text, uint32_t at)
{
	if (!text.len || !(w->au->first_bytes[text.len % LENGTHS] >> ((unsigned char)text.ptr[0] % 64) & 1))
		return;
	const anchor_list *list = table_get(&w->au->words, text);
	if (list)
		report(w, list, at, 1);
}

static void walk_sets(const walk *w, const word *x, uint32_t from)
{
	for (size_t k = 0; k < SET_WORDS; k++) {
		for (uint64_t hit = x->in[k] & w->au->sets[k]; hit; hit &= hit - 1)
			report(w, &w->au->by_set[k * 64 + (size_t)__builtin_ctzll(hit)], from, 1);
	}
}

static void report_entries(const walk *w, const lex_entry *e, uint32_t from, uint32_t n)
{
	for (; e; e = lexicon_next(e)) {
		if (w->au->sets[e->set / 64] >> (e->set % 64) & 1)
			report(w, &w->au->by_set[e->set], from, n);
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
	uint32_t bits = k->figure >= 0 ? pattern_figure_bits(&w->sc->figures[k->figure]) & w->au->kinds : 0;
	for (; bits; bits &= bits - 1)
		report(w, &w->au->by_kind[__builtin_ctz(bits)], i, 1);
}

static void walk_word(const walk *w, const word *x, uint32_t i)
{
	look_up(w, word_text(x), i);
	if (!word_is_lemma(x))
		look_up(w, word_text(word_lemma(x)), i);
	walk_sets(w, x, i);
	if (x->known)
		walk_phrases(w, x, i);
}

void automaton_walk(const automaton *au, const scan *sc, const sentence *s, size_t figures, anchor_found found, void *ctx)
{
	walk w = {au, sc, s, found, ctx};
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
