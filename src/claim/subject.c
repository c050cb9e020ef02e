/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The subject of the verb that a token depends on, read backwards: the verb, what stands between, the noun phrase. */
#include "claim/reader.h"

enum {
	NO_VERB = UINT32_MAX,
	APPOSITION = 14 /* tokens between two commas */,
	CLIMBS = 4,
	INFINITIVE = 10 /* tokens back to the first of two */,
	CONJUNCTS = 3
};

static bool is_inner(const sentence *s, uint32_t i, uint32_t at)
{
	return s->tokens[i].depth > s->tokens[at].depth || s->tokens[i].clause > s->tokens[at].clause;
}

static bool is_outer(const sentence *s, uint32_t i, uint32_t at)
{
	return s->tokens[i].depth < s->tokens[at].depth || s->tokens[i].clause < s->tokens[at].clause;
}

static bool is_figure(const claim_reader *r, const sentence *s, uint32_t i, bool dates)
{
	if (s->tokens[i].figure < 0)
		return false;
	figure_kind k = r->scan->figures[s->tokens[i].figure].kind;
	bool moment = k == FIGURE_DATE || k == FIGURE_YEAR || k == FIGURE_TIME || k == FIGURE_DURATION || k == FIGURE_LABEL;
	return moment == dates;
}

/* A pronoun, and not "US". */
static bool is_pronoun(const claim_reader *r, const sentence *s, uint32_t i)
{
	return i < s->token_count && token_in(&s->tokens[i], r->sets->pronoun) && r->tags[i] & TAG_STOP;
}

/* The comma at i is the second of two around a few words that hold no verb. */
static bool closes_apposition(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (!token_in(&s->tokens[i], r->sets->comma))
		return false;
	for (uint32_t k = i; k-- > 1 && i - k <= APPOSITION;) {
		if (token_in(&s->tokens[k], r->sets->comma))
			return i - k > 1 && s->tokens[k].depth == s->tokens[i].depth;
		if (r->tags[k] & TAG_FINITE)
			return false;
	}
	return false;
}

/* Base or third person, which may be nouns too: verbs after "to", an auxiliary or a pronoun, and before what begins another
 * phrase ("profits jump to $5m"). */
static bool is_present(const claim_reader *r, const sentence *s, uint32_t i)
{
	const token *before = &s->tokens[i - 1];
	if (r->tags[i - 1] & TAG_AUXILIARY || token_in(before, r->sets->to) || is_pronoun(r, s, i - 1) ||
	    token_in(before, r->sets->relative))
		return true;
	bool third = !word_is_lemma(s->tokens[i].word) && r->tags[i - 1] & TAG_ADVERB;
	if (third && at_in(s, i + 1, r->sets->for_price)) /* "now sells for" */
		return true;
	bool stands = verb_in(&s->tokens[i], r->sets->verb_level) && at_in(s, i + 1, r->sets->for_price);
	if (stands && before->figure >= 0) /* "the lamp with 40 W starts at" */
		return true;
	if (r->tags[i - 1] & TAG_STOP) /* "Arden, the oldest, makes 40 boats" */
		return (r->tags[i - 1] & TAG_ADVERB || closes_apposition(r, s, i - 1)) && chunk_is_present(r, s, i, i + 1);
	bool could = r->tags[i - 1] & TAG_PLURAL || before->flags & TOKEN_CAPITAL || chunk_is_name(r, s, i - 1);
	bool moves = could && !(r->tags[i] & TAG_PLURAL) && at_in(s, i + 1, r->sets->change_to);
	return moves || is_pronoun(r, s, i + 1) || chunk_is_present(r, s, i, i + 1);
}

/* "to cut jobs and reduce costs": a base form joined to an infinitive before it. */
static bool goes_with_infinitive(const claim_reader *r, const sentence *s, uint32_t i)
{
	const token *t = &s->tokens[i];
	if (!token_in(&s->tokens[i - 1], r->sets->joiner) || !word_is_lemma(t->word) || i + 1 >= s->token_count ||
	    !(r->tags[i + 1] & (TAG_PLURAL | TAG_DETERMINER) || s->tokens[i + 1].kind == TOKEN_FIGURE))
		return false;
	for (uint32_t k = i - 1; k > 1 && i - k <= INFINITIVE; k--) {
		bool verb = r->tags[k] & TAG_PRESENT;
		if (verb && (token_in(&s->tokens[k - 1], r->sets->to) || r->tags[k - 1] & TAG_FINITE))
			return true;
	}
	return false;
}

/* "the year ended in May", "the first quarter ended": no clause. */
static bool is_span(const claim_reader *r, const sentence *s, uint32_t i)
{
	return i > 0 && token_in(&s->tokens[i], r->sets->verb_span) &&
	       (token_in(&s->tokens[i - 1], r->sets->noun_time) || is_figure(r, s, i - 1, true));
}

bool chunk_is_verb(const claim_reader *r, const sentence *s, uint32_t i)
{
	uint16_t tag = r->tags[i], before = i > 0 ? r->tags[i - 1] : TAG_STOP;
	if (s->tokens[i].kind != TOKEN_WORD)
		return false;
	if (tag & (TAG_FINITE | TAG_BE))
		return true;
	if (i > 1 && chunk_is_hyphen(r, s, i - 1) && !token_in(&s->tokens[i - 2], r->sets->verb_prefix)) /* "mid-sized" */
		return false;
	if (before & TAG_DETERMINER && !token_in(&s->tokens[i - 1], r->sets->relative))
		return false;
	if (tag & TAG_PAST)
		return !(before & TAG_PREPOSITION) && !is_span(r, s, i);
	if (tag & TAG_GERUND)
		return before & TAG_BE || !(before & TAG_STOP);
	return i > 0 && tag & TAG_PRESENT && (is_present(r, s, i) || goes_with_infinitive(r, s, i));
}

uint32_t chunk_verb_before(const claim_reader *r, const sentence *s, uint32_t end, uint32_t of, bool gerunds)
{
	for (uint32_t i = end; i-- > 0 && end - i <= CLAIM_REACH;) {
		if (is_inner(s, i, of))
			continue;
		if (is_outer(s, i, of))
			return NO_VERB;
		bool gerund = gerunds && r->tags[i] & TAG_GERUND && !(i > 0 && r->tags[i - 1] & TAG_DETERMINER) && !is_span(r, s, i);
		if (gerund || chunk_is_verb(r, s, i))
			return i;
	}
	return NO_VERB;
}

/* The first token of the group that ends with verb v: "is widely expected to rise", "plans to cut". */
static uint32_t group_first(const claim_reader *r, const sentence *s, uint32_t v)
{
	uint32_t g = v;
	while (g > 0 && s->tokens[g - 1].clause == s->tokens[v].clause && s->tokens[g - 1].kind == TOKEN_WORD) {
		uint16_t tag = r->tags[g - 1];
		bool to = token_in(&s->tokens[g], r->sets->to);
		bool leads = to && (tag & (TAG_PAST | TAG_GERUND | TAG_ADJECTIVE) ||
		                    (tag & TAG_VERB && g > 1 && r->tags[g - 2] & TAG_AUXILIARY) ||
		                    (tag & TAG_PRESENT && g > 1 && !(r->tags[g - 2] & TAG_STOP) && !chunk_is_verb(r, s, g - 2)));
		bool slightly = tag & TAG_ADJECTIVE && g == v && r->tags[v] & TAG_PAST && g > 1 && /* "was little changed" */
		                r->tags[g - 2] & TAG_AUXILIARY;
		if (!(tag & (TAG_AUXILIARY | TAG_ADVERB)) && !slightly && !token_in(&s->tokens[g - 1], r->sets->to) && !leads)
			break;
		g--;
	}
	return g;
}

/* The phrase that ends at `end`, but for what says more of it: "shares issued | in Arden", "people online | in Arden". */
static noun_phrase before_participle(claim_reader *r, const sentence *s, uint32_t end)
{
	const uint16_t more = TAG_PAST | TAG_GERUND | TAG_ADVERB | TAG_ADJECTIVE;
	while (end > 1 && r->tags[end - 1] & more && !(r->tags[end - 1] & TAG_PLURAL))
		end--;
	return chunk_before(r, s, end);
}

noun_phrase chunk_climb(claim_reader *r, const sentence *s, noun_phrase p, uint32_t at)
{
	for (int n = 0; n < CLIMBS && p.first > 1; n++) {
		uint32_t i = p.first;
		while (i > 0 && (r->tags[i - 1] & TAG_DETERMINER || token_in(&s->tokens[i - 1], r->sets->quote) ||
		                 s->tokens[i - 1].figure >= 0 || token_in(&s->tokens[i - 1], r->sets->hyphen) ||
		                 (i < p.first && r->tags[i - 1] & TAG_ADJECTIVE))) /* "for the other 131 patients" */
			i--;
		if (i < 2 || s->tokens[i - 1].clause != s->tokens[at].clause || s->tokens[i - 1].depth != s->tokens[at].depth)
			break;
		bool joined = token_in(&s->tokens[i - 1], r->sets->joiner);
		if (!joined && !(r->tags[i - 1] & TAG_PREPOSITION))
			break;
		noun_phrase up = before_participle(r, s, i - 1);
		if (!up.found || is_figure(r, s, up.first, true))
			break;
		if (joined) { /* "rents in Arden and Korvan" are rents, "rents and rates" are rates too */
			noun_phrase over = chunk_climb(r, s, up, at);
			return over.first != up.first ? over : p;
		}
		p = up;
	}
	return p;
}

/* Before a comma or dash at g - 1: where what it encloses begins, 0 if it encloses nothing. */
static uint32_t enclosed_first(const claim_reader *r, const sentence *s, uint32_t g, uint32_t at)
{
	lex_set mark = token_in(&s->tokens[g - 1], r->sets->comma) ? r->sets->comma : r->sets->dash;
	for (uint32_t i = g - 1; i-- > 0 && g - i <= APPOSITION;) {
		if (is_inner(s, i, at))
			continue;
		if (is_outer(s, i, at) || r->tags[i] & TAG_FINITE)
			return 0;
		if (token_in(&s->tokens[i], mark))
			return i;
	}
	return 0;
}

/* The noun before a relative word at i: "sales, which were", "the sales that were". */
static noun_phrase antecedent(claim_reader *r, const sentence *s, uint32_t i)
{
	if (i > 0 && token_in(&s->tokens[i - 1], r->sets->comma))
		i--;
	if (i == 0 || r->tags[i - 1] & TAG_STOP)
		return (noun_phrase){0};
	return chunk_before(r, s, i);
}

/* A name with a number ends before g, and is the noun: "the K9 costs". */
static bool name_stands(claim_reader *r, const sentence *s, uint32_t g)
{
	return chunk_is_name(r, s, g - 1) && chunk_before(r, s, g).found;
}

/* The subject whose verb group begins at g; *shared is set to the token before which another verb of it must stand, if the
 * group is a conjunct: "rose to $5m and fell". */
static noun_phrase subject_before(claim_reader *r, const sentence *s, uint32_t g, uint32_t at, uint32_t *shared)
{
	const noun_phrase none = {0};
	for (bool passed = false; g > 0;) {
		const token *t = &s->tokens[g - 1];
		bool aside = passed && token_in(t, r->sets->comma); /* "sales, which had been weak, fell" */
		passed = is_inner(s, g - 1, at);
		if (passed || aside || token_in(t, r->sets->quote) || token_in(t, r->sets->closer) ||
		    (token_in(t, r->sets->opener) && g < s->token_count && s->tokens[g].depth > t->depth)) {
			g--;
		} else if (token_in(t, r->sets->relative) || token_in(t, r->sets->complementizer)) {
			return antecedent(r, s, g - 1);
		} else if (is_outer(s, g - 1, at)) {
			*shared = g;
			return none;
		} else if (token_in(t, r->sets->comma) || (token_in(t, r->sets->dash) && t->flags & TOKEN_SPACE)) {
			uint32_t first = enclosed_first(r, s, g, at);
			if (!first) {
				*shared = g - 1;
				return none;
			}
			g = first;
		} else if (token_in(t, r->sets->joiner) || token_in(t, r->sets->clause_contrast)) {
			*shared = g - 1;
			return none;
		} else if (is_figure(r, s, g - 1, true) && !name_stands(r, s, g)) {
			g--;
			g -= g > 0 && r->tags[g - 1] & TAG_PREPOSITION;
		} else if (g > 1 && is_pronoun(r, s, g - 1) && r->tags[g - 2] & TAG_PREPOSITION) {
			g -= 2;
		} else if (token_in(t, r->sets->pronoun_thing)) { /* "the mill closed when it lost": the mill, if anything */
			*shared = g - 1;
			return none;
		} else if (is_pronoun(r, s, g - 1)) {
			return none;
		} else if (t->figure >= 0 && at_in(s, g, r->sets->to)) { /* "gained 5% to close at" */
			*shared = g;
			return none;
		} else if (t->figure >= 0 && !name_stands(r, s, g)) { /* "the 3 kW is", "the market worth $5m is" */
			g--;
			g -= g > 0 && r->tags[g - 1] & TAG_PREPOSITION;
		} else if (r->tags[g - 1] & TAG_ADVERB) {
			g--;
		} else {
			noun_phrase p = before_participle(r, s, g);
			if (p.found) {
				uint32_t first = p.first;
				p = chunk_climb(r, s, p, at);
				bool moment = p.first == first && token_in(&s->tokens[p.head], r->sets->noun_time);
				p.found = !moment;
				*shared = moment ? first : 0;                   /* "rose from a year ago to reach" */
			} else if (!p.found && r->tags[g - 1] & TAG_GERUND) /* "sampling showed" */
				p = (noun_phrase){.first = g - 1, .end = g, .head = g - 1, .found = true};
			return p;
		}
	}
	return none;
}

/* "the number of crimes": the crimes; "the rise in crimes": the crimes. */
static noun_phrase thing_told(claim_reader *r, const sentence *s, noun_phrase p)
{
	bool changes = measure_is_noun(r, s, p, r->sets->noun_change);
	if (!changes && !measure_is_empty(r, s, p))
		return p;
	if (!at_in(s, p.end, r->sets->of) && !(changes && at_in(s, p.end, r->sets->in)))
		return p;
	noun_phrase of = chunk_noun(r, s, p.end + 1);
	return of.found ? of : p;
}

/* "while rising 5%", "after falling to 3": a clause whose subject is that of the clause before. */
static bool is_subjectless(const claim_reader *r, const sentence *s, uint32_t at)
{
	uint32_t first = clause_first(s, at);
	return first > 0 && first + 1 < at && token_in(&s->tokens[first], r->sets->clause_break) &&
	       r->tags[first + 1] & TAG_GERUND;
}

noun_phrase chunk_subject(claim_reader *r, const sentence *s, uint32_t at)
{
	uint32_t end = at, of = at;
	for (int tries = 0; tries < CONJUNCTS; tries++) {
		uint32_t v = chunk_verb_before(r, s, end, of, false), shared = 0;
		bool lends = tries > 0 || is_subjectless(r, s, of);
		if (v == NO_VERB && lends) { /* "..., and for the year it was", "after falling 5%": in the clause before */
			end = clause_first(s, of);
			if (!end)
				break;
			of = end - 1;
			v = chunk_verb_before(r, s, end, of, false);
		}
		if (v == NO_VERB)
			break;
		noun_phrase p = subject_before(r, s, group_first(r, s, v), v, &shared);
		if (p.found)
			return thing_told(r, s, p);
		if (!shared)
			break;
		end = shared;
		of = shared - 1;
	}
	return (noun_phrase){0};
}
