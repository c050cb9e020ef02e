/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a figure is told as a fact: cue words of its clause. */
#include "claim/reader.h"

enum { CLAUSES = 64, DENIED_WITHIN = 4 };

const char *claim_mode_name(claim_mode m)
{
	static const char *const names[] = {
#define X(NAME, name) #name,
		CLAIM_MODES(X)
#undef X
	};
	return names[m];
}

static claim_mode mode_of_set(const claim_sets *k, lex_set which)
{
	if (which == k->negated)
		return MODE_NEGATED;
	if (which == k->hypothetical)
		return MODE_HYPOTHETICAL;
	if (which == k->target)
		return MODE_TARGET;
	return which == k->forecast ? MODE_FORECAST : MODE_ASSERTED;
}

static claim_mode stronger(claim_mode a, claim_mode b)
{
	static const int rank[] = {[MODE_ASSERTED] = 0,     [MODE_FORECAST] = 1, [MODE_TARGET] = 2,
	                           [MODE_HYPOTHETICAL] = 3, [MODE_NEGATED] = 4,  [MODE_DENIED] = 5};
	return rank[a] >= rank[b] ? a : b;
}

/* The strongest cue that begins at token i; MODE_ASSERTED if none does. */
static claim_mode cue_at(const claim_reader *r, const sentence *s, uint32_t i)
{
	const claim_sets *k = &r->sets;
	claim_mode mode = MODE_ASSERTED;
	const lex_step *step = lexicon_root(r->lex);
	for (; i < s->token_count && (step = lexicon_step(r->lex, step, s->tokens[i].word)); i++) {
		for (const lex_entry *e = lexicon_entries(step); e; e = e->next) {
			mode = stronger(mode, mode_of_set(k, e->set));
		}
	}
	return mode;
}

/* "denied that ...", "denied reports of ..."; but entry is not denied so. */
static bool denies(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (!token_in(&s->tokens[i], r->sets.denier) || (i > 0 && r->tags[i - 1] & TAG_BE))
		return false;
	for (uint32_t k = i + 1; k < s->token_count && k < i + DENIED_WITHIN; k++) {
		if (token_in(&s->tokens[k], r->sets.deniable))
			return true;
	}
	return false;
}

void modality_read(claim_reader *r, const sentence *s)
{
	claim_mode modes[CLAUSES] = {0};
	uint32_t denied = UINT32_MAX;
	for (uint32_t i = 0; i < s->token_count; i++) {
		const token *t = &s->tokens[i];
		if (t->kind != TOKEN_WORD || !t->word->known)
			continue;
		uint32_t past = tag_phrase(r, s, i, r->sets.asserted);
		if (past > i) {
			i = past - 1;
			continue;
		}
		uint16_t clause = t->clause < CLAUSES ? t->clause : CLAUSES - 1;
		modes[clause] = stronger(modes[clause], cue_at(r, s, i));
		if (denied == UINT32_MAX && denies(r, s, i))
			denied = i;
	}
	for (uint32_t i = 0; i < s->figure_count; i++) {
		claim *c = &r->claims[s->first_figure + i];
		c->mode = c->token > denied ? MODE_DENIED : modes[c->clause < CLAUSES ? c->clause : CLAUSES - 1];
	}
}
