/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/matcher.h"

#include "rule/phrase.h"

#include <string.h>

enum { REPEATS = 6 }; /* most phrases that <set>* passes over */

/* Where the matcher stands: the clause it is in, and whether the token before was a word of the pattern. A pattern's own words
 * may lead into another clause, and to a figure right after them; gaps and noun phrases may not. */
typedef struct place {
	uint32_t at;
	uint16_t clause;
	bool after_word;
} place;

static bool run(matcher *m, size_t pc, place here);

static const token *token_at(const matcher *m, uint32_t i)
{
	return i < m->s->token_count ? &m->s->tokens[i] : NULL;
}

static bool is_one(const word *w, const pattern_atom *atom)
{
	return atom->known ? w == atom->known : !w->known && slice_equal(word_text(w), atom->word);
}

static bool is_word(const token *k, const pattern_atom *atom)
{
	return k->word && (is_one(k->word, atom) || (!word_is_lemma(k->word) && is_one(word_lemma(k->word), atom)));
}

static uint32_t figure_bits(const matcher *m, int32_t which)
{
	return m->bits[(uint32_t)which - m->s->first_figure];
}

/* Tokens that the longest of the alternatives takes at i, 0 if none stands there. */
static uint32_t atoms_at(const matcher *m, const pattern_op *op, uint32_t i)
{
	const token *k = token_at(m, i);
	uint32_t longest = 0;
	if (!k)
		return 0;
	for (size_t a = 0; a < op->n; a++) {
		const pattern_atom *atom = &op->atoms[a];
		uint32_t n = atom->words ? phrase_length(m->sc, m->s, i, atom->words) : is_word(k, atom);
		longest = n > longest ? n : longest;
	}
	return longest;
}

/* The hyphen of "240-3" is no dash. */
static bool glues_figures(const matcher *m, uint32_t at)
{
	if (at == 0 || at + 1 >= m->s->token_count)
		return false;
	const token *k = &m->s->tokens[at];
	bool glued = !((k->flags | k[1].flags) & TOKEN_SPACE) && m->sc->doc->text.ptr[k->start] == '-';
	bool figures = k[-1].figure >= 0 && k[1].figure >= 0;
	return glued && figures && m->sc->figures[k[-1].figure].kind == FIGURE_COUNT &&
	       m->sc->figures[k[1].figure].kind == FIGURE_COUNT;
}

static bool run_words(matcher *m, const pattern_op *op, size_t pc, place here)
{
	uint32_t n = atoms_at(m, op, here.at);
	if (n == 0 || glues_figures(m, here.at))
		return false;
	size_t words = m->word_count;
	if (m->word_count < sizeof m->words / sizeof *m->words)
		m->words[m->word_count++] = (token_run){here.at, n};
	if (run(m, pc + 1, (place){here.at + n, m->s->tokens[here.at + n - 1].clause, true}))
		return true;
	m->word_count = words;
	return false;
}

/* As many as there are, then fewer. */
static bool run_repeat(matcher *m, const pattern_op *op, size_t pc, place here)
{
	uint32_t stops[REPEATS + 1] = {here.at};
	size_t n = 0;
	while (n < REPEATS) {
		uint32_t len = atoms_at(m, op, stops[n]);
		if (len == 0 || m->s->tokens[stops[n]].clause != here.clause)
			break;
		stops[n + 1] = stops[n] + len;
		n++;
	}
	for (;; n--) {
		place next = {stops[n], here.clause, here.after_word};
		if (run(m, pc + 1, next))
			return true;
		if (n == 0)
			return false;
	}
}

uint32_t matcher_phrase_end(const matcher *m, const claim *c)
{
	slice phrase = c->measure->phrase, text = m->sc->doc->text;
	uint32_t i = c->token + 1;
	if (c->figure->kind == FIGURE_PERCENT) /* what follows it is what it is of */
		return i;
	if (!phrase.len || phrase.ptr < text.ptr || phrase.ptr >= text.ptr + text.len)
		return i;
	uint32_t from = (uint32_t)(phrase.ptr - text.ptr), end = from + (uint32_t)phrase.len;
	if (from < c->figure->end)
		return i;
	while (i < m->s->token_count && m->s->tokens[i].start < end)
		i++;
	return i;
}

/* After a figure: directly, or after more and more of the noun phrase that it counts. */
static bool run_after_figure(matcher *m, size_t pc, const claim *c, uint16_t clause, bool alone)
{
	uint32_t end = alone ? c->token + 1 : matcher_phrase_end(m, c);
	for (uint32_t i = c->token + 1;; i++) {
		if (run(m, pc, (place){i, clause, false}))
			return true;
		const token *k = token_at(m, i);
		if (i >= end || !k || k->clause != clause || k->kind == TOKEN_FIGURE)
			return false;
	}
}

static bool run_figure(matcher *m, const pattern_op *op, size_t pc, place here)
{
	const token *k = token_at(m, here.at);
	if (!k || k->figure < 0 || !(here.after_word || k->clause == here.clause))
		return false;
	if (!(figure_bits(m, k->figure) & op->kinds))
		return false;
	int32_t last = m->last_figure;
	m->last_figure = k->figure;
	if (op->var >= 0)
		m->taken[m->taken_count++] = (link_figure){(uint8_t)op->var, k->figure};
	if (run_after_figure(m, pc + 1, &m->claims->at[k->figure], k->clause, op->alone))
		return true;
	m->taken_count -= op->var >= 0;
	m->last_figure = last;
	return false;
}

static bool may_pass(const matcher *m, const pattern_op *op, uint32_t i, uint16_t clause, uint8_t depth)
{
	const token *k = token_at(m, i);
	if (!k || (k->clause != clause && !op->clauses) || k->depth < depth)
		return false;
	if (k->figure >= 0 && !op->figures && !matcher_may_pass(figure_bits(m, k->figure)))
		return false;
	return !op->without || !phrase_length(m->sc, m->s, i, op->without);
}

static bool run_gap(matcher *m, const pattern_op *op, size_t pc, place here)
{
	const token *first = token_at(m, here.at);
	uint8_t depth = first ? first->depth : 0;
	for (uint32_t i = 0; i <= LIMIT_PATTERN_GAP; i++) {
		const token *next = token_at(m, here.at + i);
		uint16_t clause = op->clauses && next ? next->clause : here.clause;
		if (run(m, pc + 1, (place){here.at + i, clause, i == 0 && here.after_word}))
			return true;
		if (!may_pass(m, op, here.at + i, here.clause, depth))
			return false;
	}
	return false;
}

static bool run_anchor(matcher *m, const pattern_op *op, size_t pc, place here)
{
	if (here.at != m->anchor.from || (op->n && !atoms_at(m, op, here.at)))
		return false;
	return run(m, pc + 1, (place){here.at + m->anchor.n, m->s->tokens[here.at].clause, true});
}

/* Whether no further quantity stands up to the end of the clause, or of the bracket that the match is in. */
/* "; 9 in June": the clause behind a semicolon goes on with a figure of its own. */
static bool goes_on(const matcher *m, uint32_t i)
{
	const token *k = &m->s->tokens[i];
	bool behind = i > 0 && m->sc->doc->text.ptr[k[-1].start] == ';' && k[-1].depth == k->depth;
	return behind && k->figure >= 0 && !matcher_may_pass(figure_bits(m, k->figure));
}

static bool is_last(const matcher *m, place here)
{
	uint8_t depth = here.at > 0 ? m->s->tokens[here.at - 1].depth : 0;
	for (uint32_t i = here.at; i < m->s->token_count; i++) {
		const token *k = &m->s->tokens[i];
		if (k->depth < depth)
			return true;
		if (k->clause != here.clause)
			return !goes_on(m, i);
		if (k->figure >= 0 && !matcher_may_pass(figure_bits(m, k->figure)))
			return false;
	}
	return true;
}

static bool run_op(matcher *m, size_t pc, place here)
{
	const pattern_op *op = &m->pattern->ops[pc];
	switch (op->kind) {
	case OP_WORDS:
		return run_words(m, op, pc, here);
	case OP_REPEAT:
		return run_repeat(m, op, pc, here);
	case OP_FIGURE:
		return run_figure(m, op, pc, here);
	case OP_GAP:
		return run_gap(m, op, pc, here);
	case OP_ANCHOR:
		return run_anchor(m, op, pc, here);
	case OP_LAST:
		return is_last(m, here) && run(m, pc + 1, here);
	case OP_AGAIN:
		return run(m, op->to, here);
	default: /* OP_SPLIT: with what is in brackets, then without */
		return run(m, pc + 1, here) || run(m, op->to, here);
	}
}

/* What is matched from a place on does not hang on how it was reached: a place that failed in this run fails again. So what
 * repeats takes time in proportion to its length, though each turn could end in several ways. */
static uint64_t *memory_of(matcher *m, size_t pc, place here, uint64_t *key)
{
	_Static_assert(LIMIT_PATTERN_TOKENS < 1 << 6 && LIMIT_SENTENCE_TOKENS < 1 << 11,
	               "they fit into the bits they have in a key");
	*key = (uint64_t)m->runs << 34 | (uint64_t)here.clause << 18 | (uint64_t)here.at << 7 | pc << 1 | here.after_word;
	return &m->failed[(*key ^ *key >> 8 ^ *key >> 16) % MATCHER_FAILED];
}

static bool run(matcher *m, size_t pc, place here)
{
	if (++m->steps > LIMIT_MATCH_STEPS) {
		m->limited = true;
		return false;
	}
	if (pc >= m->pattern->n) {
		m->end = here.at;
		return true;
	}
	if (!m->pattern->repeats)
		return run_op(m, pc, here);
	uint64_t key, *failed = memory_of(m, pc, here, &key);
	if (*failed == key)
		return false;
	bool matches = run_op(m, pc, here);
	if (!matches)
		*failed = key;
	return matches;
}

bool matcher_run(matcher *m, uint32_t start)
{
	const token *first = token_at(m, start);
	if (!first)
		return false;
	m->taken_count = 0;
	if (m->pattern->repeats && !m->failed)
		m->failed = ARENA_ARRAY(m->arena, uint64_t, MATCHER_FAILED);
	m->runs++;
	m->last_figure = -1;
	m->word_count = 0;
	return run(m, 0, (place){start, first->clause, true});
}

slice matcher_reason(const matcher *m)
{
	slice parts[2 * sizeof m->words / sizeof *m->words];
	size_t n = 0;
	for (size_t i = 0; i < m->word_count; i++) {
		const token_run *r = &m->words[i];
		uint32_t from = m->s->tokens[r->from].start, to = m->s->tokens[r->from + r->n - 1].end;
		if (i > 0)
			parts[n++] = m->words[i - 1].from + m->words[i - 1].n == r->from ? SLICE(" ") : SLICE(" … ");
		parts[n++] = document_text(m->sc->doc, from, to);
	}
	return n ? arena_join(m->arena, parts, n) : (slice){"", 0};
}
