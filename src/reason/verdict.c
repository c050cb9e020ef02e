/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/verdict.h"

#include "rule/value.h"

typedef struct judge {
	arena *arena;
	const lexicon *lex;
	const rule *rule;
	const binding *binding;
	value_memory *memory; /* NULL: none */
} judge;

static evaluation judge_reading(const judge *j, reading r)
{
	return (evaluation){.arena = j->arena, .lex = j->lex, .binding = j->binding, .reading = r, .memory = j->memory};
}

/* The reading in which a rule's plain verdict is taken: two renderings of one quantity are compared as told. */
static reading plain_reading(const rule *r)
{
	return r->told ? READING_TOLD : READING_PLAIN;
}

static truth judge_check(const judge *j, const expr *check, reading r, bool *impossible)
{
	evaluation ev = judge_reading(j, r);
	truth t = eval_truth(check, &ev);
	if (impossible)
		*impossible = ev.impossible;
	return t;
}

/* The check with `number` in c's place; a number that cannot exist there decides nothing. */
static truth judge_instead(const judge *j, const claim *c, rational number)
{
	evaluation ev = judge_reading(j, plain_reading(j->rule));
	ev.instead = c;
	ev.number = number;
	truth t = eval_truth(j->rule->check, &ev);
	return ev.impossible ? TRUTH_MISSING : t;
}

static bool refuted_by(const judge *j, const claim *c, rational number)
{
	return judge_instead(j, c, number) == TRUTH_FALSE;
}

/* Numbers tried in an operand's place: nothing, one, the very small and very large, and neighbours of the number told.
 * Checks are comparisons of expressions monotone in each operand almost everywhere, so the extremes decide. */
static bool refutable_number(const judge *j, const claim *c)
{
	rational v = c->figure->has_value ? figure_value(c->figure) : rational_int(1);
	const rational tried[] = {
		rational_int(0),
		rational_int(1),
		rational_int(1000000000000),
		rational_multiply(v, rational_int(1000), ROUND_UP),
		rational_multiply(v, rational_int(2), ROUND_UP),
		rational_floor(rational_divide(v, rational_int(2), ROUND_DOWN)),
		c->figure->whole ? rational_int(2) : rational_of(1, 1000000),
		rational_negate(v),
	};
	size_t n = sizeof tried / sizeof *tried;
	bool signed_kind = rational_sign(v) < 0;
	for (size_t i = 0; i < n; i++) {
		if (rational_sign(tried[i]) < 0 && !signed_kind)
			continue;
		if (refuted_by(j, c, tried[i]))
			return true;
	}
	return false;
}

static bool refutable_weekday(const judge *j, const claim *c)
{
	for (int day = 1; day <= 7; day++)
		if (refuted_by(j, c, rational_int(day)))
			return true;
	return false;
}

static bool could_have_failed(const judge *j)
{
	for (size_t i = 0, n = binding_claim_count(j->binding); i < n; i++) {
		const claim *c = j->binding->claims[i];
		bool by_weekday = c->figure->kind == FIGURE_DATE;
		if (by_weekday ? refutable_weekday(j, c) : refutable_number(j, c))
			return true;
	}
	return false;
}

/* A number cut instead of rounded: 24.6 told as 24. Tried as if the number stood half a place higher, which makes its plain
 * set [N, N + u]. */
static bool holds_if_cut(const judge *j, const claim *c)
{
	const figure *f = c->figure;
	if (!f->has_value || f->whole || f->hedge != HEDGE_NONE)
		return false;
	rational half = rational_divide(figure_ulp(f), rational_int(2), ROUND_UP);
	return judge_instead(j, c, rational_add(figure_value(f), half, ROUND_UP)) == TRUTH_TRUE;
}

static bool trailing_zeros(const figure *f)
{
	rational tens = rational_divide(figure_value(f), rational_int(10), ROUND_DOWN);
	return f->whole && f->has_value && f->hedge == HEDGE_NONE && rational_compare(figure_value(f), rational_int(100)) >= 0 &&
	       rational_is_integer(tens);
}

/* Whether the failure rests on nothing but rounding habits or a vague word: then it is a note at most. */
static bool only_blur(const judge *j, bool fails_generous)
{
	for (size_t i = 0, n = binding_claim_count(j->binding); i < n; i++) {
		const claim *c = j->binding->claims[i];
		if (c->figure->kind == FIGURE_VAGUE)
			return true;
		if (!fails_generous && (trailing_zeros(c->figure) || holds_if_cut(j, c)))
			return true;
	}
	return false;
}

severity verdict_severity(bool fails_generous, bool blurred, link_grade grade, severity bound)
{
	severity allowed = SEVERITY_NONE;
	if (grade == GRADE_CERTAIN)
		allowed = blurred ? SEVERITY_NOTE : fails_generous ? SEVERITY_ERROR : SEVERITY_WARNING;
	else if (grade == GRADE_PROBABLE)
		allowed = blurred ? SEVERITY_NONE : fails_generous ? SEVERITY_WARNING : SEVERITY_NOTE;
	return allowed < bound ? allowed : bound;
}

static const assumption *assumption_that_holds(const judge *j)
{
	for (size_t i = 0; i < j->rule->otherwise_count; i++) {
		const assumption *as = &j->rule->otherwise[i];
		if (as->with && judge_check(j, as->with, READING_PLAIN, NULL) != TRUTH_TRUE)
			continue;
		if (judge_check(j, as->check, plain_reading(j->rule), NULL) == TRUTH_TRUE)
			return as;
	}
	return NULL;
}

relation verdict_told(arena *a, const relation *r)
{
	relation out = *r;
	if (relation_says(r)->check.len || !r->binding.scan)
		return out;
	relation_words *words = ARENA_NEW(a, relation_words);
	*words = *relation_says(r);
	out.words = words;
	judge j = {.arena = a, .lex = r->binding.scan->lex, .rule = r->rule, .binding = &r->binding};
	evaluation plain = judge_reading(&j, plain_reading(r->rule));
	evaluation exact = judge_reading(&j, READING_EXACT);
	words->check = expr_text_of(a, r->rule->check, &r->binding);
	words->computed = eval_show(r->rule->check, &plain);
	words->told = eval_show(r->rule->check, &exact);
	return out;
}

static void tell_failure(const judge *j, relation *r)
{
	relation_words *words = ARENA_NEW(j->arena, relation_words);
	relation full = verdict_told(j->arena, r);
	*words = *relation_says(&full);
	r->words = words;
	r->fails_generous = r->verdict == VERDICT_IMPOSSIBLE || j->rule->told ||
	                    judge_check(j, j->rule->check, READING_GENEROUS, NULL) == TRUTH_FALSE;
	r->blurred = r->verdict != VERDICT_IMPOSSIBLE && only_blur(j, r->fails_generous);
	r->severity = verdict_severity(r->fails_generous, r->blurred, j->binding->grade, j->rule->severity);
	evaluation ev = judge_reading(j, plain_reading(j->rule));
	words->message = eval_message(j->rule->message, j->rule, &ev);
	set left, right;
	slice op;
	if (!eval_sides(j->rule->check, &ev, &left, &right, &op))
		return;
	words->stated = set_format(j->arena, &left);
	words->expected = set_format(j->arena, &right);
	rational gap = set_gap(&left, &right);
	if (rational_is_finite(gap)) {
		set point = set_point(gap);
		slice text = set_format(j->arena, &point);
		words->gap = slice_sub(text, 1, text.len - 1); /* without the braces */
	}
}

/* Nothing, if there is nothing to say. */
static relation_words *say(arena *a, relation_words words)
{
	if (!words.why.len && !words.assumption.len)
		return NULL;
	relation_words *said = ARENA_NEW(a, relation_words);
	*said = words;
	return said;
}

void verdict_decide(arena *a, const lexicon *lex, relation *r)
{
	value_memory memory;
	memory.n = 0;
	judge j = {.arena = a, .lex = lex, .rule = r->rule, .binding = &r->binding, .memory = &memory};
	evaluation plain = judge_reading(&j, plain_reading(r->rule));
	truth t = eval_truth(r->rule->check, &plain);
	if (plain.impossible) {
		r->verdict = VERDICT_IMPOSSIBLE;
		tell_failure(&j, r);
	} else if (t == TRUTH_MISSING) {
		r->verdict = VERDICT_UNCHECKED;
		slice note = r->rule->unchecked_note;
		r->words = say(a, (relation_words){.why = note.len ? eval_message(note, r->rule, &plain) : plain.missing});
	} else if (t == TRUTH_TRUE && !could_have_failed(&j)) {
		r->verdict = VERDICT_OPEN;
		evaluation ev = judge_reading(&j, READING_PLAIN);
		r->words = say(a, (relation_words){.why = eval_message(r->rule->open_note, r->rule, &ev)});
	} else if (t == TRUTH_TRUE) {
		bool told_exactly = judge_check(&j, r->rule->check, READING_EXACT, NULL) == TRUTH_TRUE;
		r->verdict = told_exactly ? VERDICT_HOLDS : VERDICT_HOLDS_BY_ROUNDING;
	} else {
		const assumption *as = assumption_that_holds(&j);
		r->verdict = as ? VERDICT_HOLDS_IF : VERDICT_FAILS;
		if (as)
			r->words = say(a, (relation_words){.assumption = as->assume});
		else
			tell_failure(&j, r);
	}
	r->strong = r->verdict != VERDICT_OPEN && r->verdict != VERDICT_UNCHECKED && !r->rule->weak && !r->binding.agreed;
}

truth verdict_with(arena *a, const lexicon *lex, const relation *r, const claim *c, rational number)
{
	judge j = {.arena = a, .lex = lex, .rule = r->rule, .binding = &r->binding};
	return judge_instead(&j, c, number);
}

truth verdict_exchanged(arena *a, const lexicon *lex, const relation *r, const claim *c, const claim *d)
{
	binding other = r->binding;
	other.claims = ARENA_ARRAY(a, const claim *, r->claim_count);
	for (size_t i = 0; i < r->claim_count; i++) {
		const claim *was = r->binding.claims[i];
		other.claims[i] = was == c ? d : was == d ? c : was;
	}
	judge j = {.arena = a, .lex = lex, .rule = r->rule, .binding = &other};
	return judge_check(&j, r->rule->check, plain_reading(r->rule), NULL);
}
