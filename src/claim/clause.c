/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clauses, by closed lists: what opens one, and where an interrupted one goes on. */
#include "claim/reader.h"

enum { DEPTHS = 8, CONJUNCT = 14 /* tokens in which a conjunct must have its verb */, NEAR = 6 };

typedef struct clause_frame { /* one for each depth of brackets */
	uint16_t clause;
	uint16_t before_comma; /* the clause that stood before the last comma */
	bool comma;
	bool verb;     /* a finite verb was met in this clause */
	bool relative; /* it is a relative clause */
	bool opening;  /* it began with a preposition or participle, and no comma was met since */
} clause_frame;

typedef struct clause_state {
	claim_reader *r;
	sentence *s;
	clause_frame frames[DEPTHS];
	clause_frame *now;
	uint16_t next;
	bool relatives;    /* the sentence has a relative word */
	uint32_t dateline; /* where the text begins after a dateline, 0 if there is none */
} clause_state;

static void open_clause(clause_state *st)
{
	if (st->next < UINT16_MAX)
		st->now->clause = st->next++;
	st->now->verb = st->now->opening = st->now->relative = false;
}

static bool is_in(const clause_state *st, uint32_t i, lex_set which)
{
	return i < st->s->token_count && token_in(&st->s->tokens[i], which);
}

static bool is_time(const clause_state *st, uint32_t i)
{
	if (i >= st->s->token_count || st->s->tokens[i].figure < 0)
		return false;
	figure_kind k = st->r->scan->figures[st->s->tokens[i].figure].kind;
	return k == FIGURE_DATE || k == FIGURE_YEAR || k == FIGURE_TIME || k == FIGURE_DURATION;
}

static bool is_speech(const clause_state *st, uint32_t i, lex_set which)
{
	return i < st->s->token_count && verb_in(&st->s->tokens[i], which) && st->r->tags[i] & TAG_VERB;
}

static bool is_finite_verb(const clause_state *st, uint32_t i)
{
	uint16_t tag = st->r->tags[i];
	if (tag & TAG_FINITE)
		return true;
	if ((tag & (TAG_VERB | TAG_PAST)) == (TAG_VERB | TAG_PAST))
		return i == 0 || !(st->r->tags[i - 1] & (TAG_DETERMINER | TAG_PREPOSITION));
	return false;
}

static bool breaks(const clause_state *st, uint32_t i)
{
	const claim_sets *k = st->r->sets;
	const token *t = &st->s->tokens[i];
	if (token_in(t, k->clause_contrast))
		return !is_in(st, i - 1, k->clause_before_contrast);
	if (!token_in(t, k->clause_break) || is_time(st, i + 1) || tag_phrase(st->r, st->s, i, k->clause_keep) > i)
		return false;
	bool ends = i + 1 >= st->s->token_count ||
	            (st->s->tokens[i + 1].kind == TOKEN_PUNCT && !is_in(st, i + 1, k->quote) && !is_in(st, i + 1, k->hyphen));
	if (ends && i > 0 && token_in(t, k->clause_trailing))
		return false;
	return !(token_in(t, k->clause_as) && is_in(st, i - 1, k->clause_before_as));
}

/* Whether what follows `from` has a verb of its own before the next mark, conjunction or clause. */
static bool has_own_verb(const clause_state *st, uint32_t from)
{
	const claim_sets *k = st->r->sets;
	for (uint32_t i = from; i < st->s->token_count && i < from + CONJUNCT; i++) {
		const token *t = &st->s->tokens[i];
		if (t->depth > st->s->tokens[from].depth)
			continue;
		if (t->kind == TOKEN_PUNCT && !token_in(t, k->hyphen) && !token_in(t, k->quote))
			return false;
		if (i > from && (token_in(t, k->joiner) || breaks(st, i) || token_in(t, k->relative)))
			return false;
		if (is_finite_verb(st, i))
			return true;
	}
	return false;
}

/* "more than 40 of which", "most of whom", "in which": where the clause of the relative word at i begins. */
static uint32_t relative_start(const clause_state *st, uint32_t i)
{
	const claim_sets *k = st->r->sets;
	if (i > 0 && st->r->tags[i - 1] & TAG_PREPOSITION) {
		i--;
		if (i > 0 && is_in(st, i, k->of) && (st->s->tokens[i - 1].figure >= 0 || st->r->tags[i - 1] & TAG_DETERMINER))
			i--;
	}
	return i;
}

/* The relative word that a clause beginning at i would have, within four tokens. */
static bool begins_relative(const clause_state *st, uint32_t i)
{
	for (uint32_t k = i; k < st->s->token_count && k < i + 4; k++) {
		if (is_in(st, k, st->r->sets->relative))
			return relative_start(st, k) == i;
	}
	return false;
}

/* "said (that) profits rose": what is said is a clause of its own. */
static bool opens_speech(const clause_state *st, uint32_t i)
{
	const claim_sets *k = st->r->sets;
	if (is_in(st, i - 1, k->complementizer) && i >= 2 && is_speech(st, i - 2, k->speech_verb))
		return true;
	if (!is_speech(st, i - 1, k->speech_verb) || i < 2 || st->s->tokens[i].kind == TOKEN_PUNCT)
		return false;
	if (is_in(st, i, k->complementizer) || st->r->tags[i] & (TAG_PREPOSITION | TAG_FINITE)) /* "the highest forecast is" */
		return false;
	return has_own_verb(st, i);
}

/* A verb right after the comma that ends a relative clause: of the clause before it. */
static bool takes_up(const clause_state *st, uint32_t i)
{
	uint16_t tag = st->r->tags[i];
	if (!st->now->relative)
		return tag & TAG_FINITE;
	bool past = tag & TAG_VERB && tag & TAG_PAST && !is_in(st, i + 1, st->r->sets->by);
	bool present = tag & TAG_PRESENT && !word_is_lemma(st->s->tokens[i].word) && chunk_is_present(st->r, st->s, i, i + 1);
	return tag & TAG_FINITE || past || present;
}

/* After the comma of "sales rose 12%, costs fell 3%": a noun, then its verb right before a figure. */
static bool begins_sentence(const clause_state *st, uint32_t from)
{
	if (!st->now->verb || is_in(st, from, st->r->sets->joiner))
		return false;
	for (uint32_t i = from; i < st->s->token_count && i < from + NEAR; i++) {
		const token *t = &st->s->tokens[i];
		uint16_t tag = st->r->tags[i];
		if (t->kind != TOKEN_WORD || tag & TAG_PREPOSITION || (i > from && tag & TAG_DETERMINER))
			return false;
		bool past = tag & TAG_VERB && tag & TAG_PAST && !is_in(st, i, st->r->sets->speech_verb);
		if (past && i > from)
			return i + 1 < st->s->token_count && st->s->tokens[i + 1].kind == TOKEN_FIGURE;
		if (past || tag & TAG_FINITE)
			return false;
	}
	return false;
}

static void step_comma(clause_state *st, uint32_t i)
{
	clause_frame *f = st->now;
	uint32_t next = i + 1;
	if (next >= st->s->token_count || st->s->tokens[next].depth != st->s->tokens[i].depth)
		return;
	bool resumes = f->comma && f->before_comma != f->clause && takes_up(st, next);
	uint16_t before = f->clause;
	if (f->opening)
		f->verb = f->opening = false; /* "Based on reports received, ...": the clause proper begins here */
	if (is_in(st, next, st->r->sets->with) || begins_relative(st, next)) {
		open_clause(st);
		f->relative = !is_in(st, next, st->r->sets->with);
	} else if (!resumes && begins_sentence(st, next)) {
		open_clause(st);
	} else if (resumes) {
		f->clause = f->before_comma;
		f->verb = true;
		f->relative = false;
	}
	f->before_comma = before;
	f->comma = true;
}

/* Whether token i, or the one before it, is such that a clause may begin with it; `marks` is what both are. */
static bool may_begin(const clause_state *st, uint32_t i, unsigned marks)
{
	bool leads = st->r->tags[i] & TAG_PREPOSITION || st->s->tokens[i].figure >= 0;
	return marks & MARK_CLAUSE || i == st->dateline || (st->relatives && leads);
}

/* Whether a clause begins with token i. */
static bool begins(const clause_state *st, uint32_t i)
{
	const claim_sets *k = st->r->sets;
	if (i == 0)
		return false;
	if (i == st->dateline || is_in(st, i - 1, k->semicolon) || breaks(st, i) || opens_speech(st, i))
		return true;
	if (is_in(st, i, k->relative) || st->r->tags[i] & TAG_PREPOSITION || st->s->tokens[i].figure >= 0)
		return begins_relative(st, i) && !is_in(st, i - 1, k->comma);
	return is_in(st, i, k->joiner) && st->now->verb && has_own_verb(st, i + 1);
}

void clause_mark(claim_reader *r, sentence *s)
{
	clause_state st = {.r = r, .s = s, .next = 1};
	st.now = &st.frames[0];
	st.dateline = dateline_end(r, s);
	uint32_t base = s->token_count ? s->tokens[0].depth : 0, depth = 0, first_word = 0;
	unsigned before = 0;
	while (first_word < s->token_count && s->tokens[first_word].kind == TOKEN_PUNCT)
		first_word++;
	for (uint32_t i = 0; i < s->token_count; i++)
		st.relatives = st.relatives || word_mark(r->marks, s->tokens[i].word) & MARK_RELATIVE;
	for (uint32_t i = 0; i < s->token_count; i++) {
		token *t = &s->tokens[i];
		unsigned mark = word_mark(r->marks, t->word);
		uint32_t want = t->depth > base ? t->depth - base : 0;
		if (want >= DEPTHS)
			want = DEPTHS - 1;
		for (; depth < want; depth++) {
			st.frames[depth + 1] = (clause_frame){.clause = st.frames[depth].clause, .verb = st.frames[depth].verb};
		}
		depth = want;
		st.now = &st.frames[depth];
		if (may_begin(&st, i, before | mark) && begins(&st, i))
			open_clause(&st);
		before = mark;
		t->clause = st.now->clause;
		if (i == first_word)
			st.now->opening = r->tags[i] & (TAG_PREPOSITION | TAG_PAST | TAG_GERUND);
		if (is_finite_verb(&st, i))
			st.now->verb = true;
		if (mark & MARK_CLAUSE && token_in(t, r->sets->comma))
			step_comma(&st, i);
	}
}

bool clause_joins(const claim_reader *r, const sentence *s, uint32_t a, uint32_t b)
{
	if (b >= s->token_count || s->tokens[b].clause <= s->tokens[a].clause || s->tokens[a].depth != s->tokens[b].depth)
		return false;
	uint32_t first = clause_first(s, b);
	return first > a && token_in(&s->tokens[first], r->sets->joiner) && s->tokens[first - 1].clause == s->tokens[a].clause;
}

uint32_t clause_first(const sentence *s, uint32_t at)
{
	uint32_t first = at;
	for (uint32_t i = at; i-- > 0 && at - i <= CLAIM_REACH;) {
		if (s->tokens[i].clause == s->tokens[at].clause)
			first = i;
		else if (s->tokens[i].clause < s->tokens[at].clause && s->tokens[i].depth <= s->tokens[at].depth)
			break;
	}
	return first;
}
