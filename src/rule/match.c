/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/matcher.h"

#include <string.h>

enum { REACH = 64 }; /* tokens before its anchor at which a pattern may begin; one that repeats, anywhere */

typedef struct candidate { /* a pattern whose anchor stands in the sentence */
	const anchored *which;
	token_run anchor; /* of a link, the tokens from its first anchor to its last; of a frame, one anchor */
} candidate;

typedef struct collector {
	arena *arena;
	const automaton *automaton;
	uint64_t seen[AUTOMATON_PATTERNS / 64]; /* patterns that are candidates already; only as far as there are patterns */
	uint16_t place[AUTOMATON_PATTERNS];     /* of those, the last one's place in `found` */
	VEC(candidate) found;
	term_places places;
} collector;

const char *match_limit_name(match_limit l)
{
	static const char *const names[] = {
#define X(NAME) "LIMIT_" #NAME,
		MATCH_LIMITS(X)
#undef X
	};
	return names[l];
}

static void widen(token_run *r, uint32_t at, uint32_t n)
{
	uint32_t end = at + n > r->from + r->n ? at + n : r->from + r->n;
	r->n = end - r->from;
}

static void collect(void *ctx, const anchored *which, uint32_t at, uint32_t n)
{
	collector *c = ctx;
	size_t number = (size_t)(which - automaton_at(c->automaton, 0));
	bool seen = c->seen[number / 64] >> (number % 64) & 1;
	candidate *last = seen ? &c->found.at[c->place[number]] : NULL;
	/* One anchor can be met twice at its token, by word and by lemma or by a phrase and a longer one: the longest counts. */
	if (last && (which->link || last->anchor.from == at)) {
		widen(&last->anchor, at, n);
		return;
	}
	if (c->found.n > UINT16_MAX)
		return;
	c->seen[number / 64] |= UINT64_C(1) << (number % 64);
	c->place[number] = (uint16_t)c->found.n;
	VEC_PUSH(c->arena, c->found, (candidate){which, {at, n}});
}

/* Claims that are denied, forecast or supposed do not hang together with what is asserted. */
static bool one_mode(const matcher *m)
{
	int mode = -1;
	for (size_t i = 0; i < m->taken_count; i++) {
		int one = (int)m->claims->at[m->taken[i].claim].mode;
		if (mode >= 0 && one != mode)
			return false;
		mode = one;
	}
	return mode >= 0;
}

static void add_link(matcher *m, const link_type *type, link_list *out)
{
	link_figure *figures = ARENA_ARRAY(m->arena, link_figure, m->taken_count);
	for (size_t i = 0; i < m->taken_count; i++)
		figures[i] = (link_figure){(uint8_t)m->pattern->index[m->taken[i].var], m->taken[i].claim};
	VEC_PUSH(m->arena, *out,
	         ((link_match){.type = type,
	                       .figures = figures,
	                       .n = m->taken_count,
	                       .grade = m->pattern->grade,
	                       .reason = matcher_reason(m)}));
}

link_match link_of_two(arena *a, const link_type *type, int32_t first, int32_t second, slice reason)
{
	link_figure *figures = ARENA_ARRAY(a, link_figure, 2);
	bool turned = second < first;
	figures[turned] = (link_figure){0, first};
	figures[!turned] = (link_figure){1, second};
	return (link_match){.type = type, .figures = figures, .n = 2, .grade = GRADE_CERTAIN, .reason = reason};
}

int32_t link_claim(const link_match *m, size_t var)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->figures[i].var == var)
			return m->figures[i].claim;
	return -1;
}

/* Where "^" may stand. */
static bool begins(const sentence *s, uint32_t i)
{
	bool bracket = i > 1 && s->tokens[i - 2].depth > s->tokens[i].depth; /* behind one the phrase goes on */
	return i == 0 || (s->tokens[i - 1].kind == TOKEN_PUNCT && !bracket) || s->tokens[i - 1].clause != s->tokens[i].clause;
}

static void run_link(matcher *m, const candidate *c, link_list *out)
{
	const pattern *p = c->which->pattern;
	m->pattern = p;
	m->steps = 0;
	const need_list *needs = &c->which->needs;
	bool near = !p->repeats && c->anchor.from > REACH;
	uint32_t from = near ? c->anchor.from - REACH : 0, to = c->anchor.from + c->anchor.n;
	for (uint32_t i = c->which->op == 0 ? c->anchor.from : from; i < to && !m->limited; i++) {
		uint32_t next = needs->begins ? need_from(needs->at, m->places, i) : i;
		if (next >= to || !needs_met(needs, m->places, next))
			return;
		i = next;
		if (p->adjacent && !begins(m->s, i))
			continue;
		if (matcher_run(m, i) && one_mode(m))
			add_link(m, c->which->link, out);
	}
}

/* What each figure of a sentence is, and all together; *n is set to how many of them are no labels. */
static uint32_t bits_of(const scan *sc, const sentence *s, uint32_t *each, size_t *n)
{
	uint32_t bits = 0;
	*n = 0;
	for (uint32_t i = 0; i < s->figure_count; i++) {
		each[i] = pattern_figure_bits(&sc->figures[s->first_figure + i]);
		bits |= each[i];
		*n += each[i] != 0;
	}
	return bits;
}

void match_sentence(arena *a, const rule_set *rules, const scan *sc, const claim_list *claims, const sentence *s,
                    link_list *links, frame_list *frames, match_limits *met)
{
	if (!s->tokens || !automaton_size(rules->automaton))
		return;
	if (s->token_count >= LIMIT_SENTENCE_TOKENS)
		*met |= 1U << MET_SENTENCE_TOKENS;
	if (s->figure_count > LIMIT_FIGURES_PER_SENTENCE) {
		*met |= 1U << MET_FIGURES_PER_SENTENCE;
		return;
	}
	size_t figures;
	uint32_t bits[LIMIT_FIGURES_PER_SENTENCE];
	link_figure taken[LIMIT_FIGURES_PER_SENTENCE];
	collector c;
	c.arena = a;
	c.automaton = rules->automaton;
	const uint32_t kinds = bits_of(sc, s, bits, &figures);
	c.found.at = NULL;
	c.found.n = c.found.cap = 0;
	if (!kinds)
		return;
	memset(c.seen, 0, (automaton_size(rules->automaton) + 63) / 64 * sizeof *c.seen);
	c.places.sc = sc;
	c.places.s = s;
	c.places.bits = bits;
	automaton_walk(rules->automaton, figures, kinds, &c.places, collect, &c);
	matcher m = {
		.arena = a, .rules = rules, .sc = sc, .claims = claims, .s = s, .bits = bits, .places = &c.places, .taken = taken};
	for (size_t i = 0; i < c.found.n; i++) {
		const candidate *found = &c.found.at[i];
		m.limited = false;
		if (found->which->link)
			run_link(&m, found, links);
		else
			frame_match_at(&m, found->which, found->anchor, frames);
		if (m.limited)
			*met |= 1U << MET_MATCH_STEPS;
	}
}
