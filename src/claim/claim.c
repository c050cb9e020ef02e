/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim/reader.h"

const claim_setting claim_setting_none = {0};

static uint32_t longest_sentence(const scan *s)
{
	uint32_t n = 0;
	for (size_t i = s->window; i < s->sentence_count; i++) {
		if (s->sentences[i].token_count > n)
			n = s->sentences[i].token_count;
	}
	return n;
}

static void begin_claim(claim_reader *r, const sentence *s, uint32_t index)
{
	const figure *f = &r->scan->figures[index];
	claim *c = &r->claims[index];
	*c = (claim){
		.figure = f,
		.index = index,
		.block = s->block,
		.sentence = s->number,
		.token = f->token,
		.quote_start = f->full_start,
		.quote_end = f->full_end,
		.measure = &measure_none,
		.setting = &claim_setting_none,
		.elided_from = -1,
	};
	if (f->token < s->token_count)
		c->clause = s->tokens[f->token].clause & (CLAIM_CLAUSES - 1U);
	*note_of(r, c) = (struct figure_note){.phrase_end = f->token + 1U, .verb = UINT32_MAX};
	role_read(r, s, c);
}

static void read_sentence(claim_reader *r, sentence *s)
{
	if (!s->figure_count)
		return;
	tag_sentence(r, s);
	clause_mark(r, s);
	for (uint32_t i = 0; i < s->figure_count; i++) {
		uint32_t at = s->first_figure + i;
		begin_claim(r, s, at);
		if (r->claims[at].token >= s->token_count || i >= LIMIT_FIGURES_PER_SENTENCE)
			continue;
		measure_read(r, s, &r->claims[at]);
		predicate_read(r, s, &r->claims[at]);
	}
	when_read(r, s);
	where_read(r, s);
	modality_read(r, s);
}

const claim_kit *claim_kit_new(arena *a, const lexicon *lex)
{
	claim_kit *kit = ARENA_NEW(a, claim_kit);
	claim_sets_resolve(&kit->sets, lex);
	const claim_sets *k = &kit->sets;
	const lex_set modes[] = {k->asserted, k->negated, k->hypothetical, k->target, k->forecast, k->denier};
	uint8_t classes[LEX_SETS] = {0};
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
		classes[modes[i]] |= MARK_MODE;
	classes[k->speech_verb] |= MARK_SPEECH;
	classes[k->speech_source] |= MARK_SPEECH;
	const lex_set clauses[] = {k->semicolon,      k->comma,       k->clause_contrast, k->clause_break,
	                           k->complementizer, k->speech_verb, k->relative,        k->joiner};
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
		classes[clauses[i]] |= MARK_CLAUSE;
	classes[k->relative] |= MARK_RELATIVE;
	classes[0] = 0;
	kit->marks = word_marks_new(a, lex, classes);
	return kit;
}

/* Room for the tags of the words that a document of that size uses again and again. */
static void make_memo(claim_reader *r, size_t bytes)
{
	enum { LEAST_LOG = 8, MOST_LOG = 12, BYTES_A_WORD = 32 };
	unsigned log = LEAST_LOG;
	while (log < MOST_LOG && (size_t)BYTES_A_WORD << log < bytes)
		log++;
	r->memo = arena_calloc(r->aside, (size_t)1 << log, sizeof *r->memo);
	r->memo_shift = 64 - log;
}

claim_reader *claim_begin(arena *a, arena *aside, const claim_kit *kit, scan *s)
{
	claim_reader *r = ARENA_NEW(aside, claim_reader);
	r->arena = a;
	r->aside = aside;
	r->scan = s;
	r->lex = s->lex;
	r->vocab = s->vocab;
	r->doc = s->doc;
	r->sets = &kit->sets;
	r->marks = kit->marks;
	r->head_first = lexicon_set_used(s->lex, r->sets->head_first);
	make_memo(r, s->doc->text.len);
	role_prepare(r);
	speaker_begin(r);
	return r;
}

/* Room for the claims of all figures, and for the tags of the longest sentence. */
static void make_room(claim_reader *r, size_t room)
{
	uint32_t longest = longest_sentence(r->scan);
	if (longest > r->tag_room) {
		r->tags = ARENA_ARRAY(r->aside, uint16_t, longest + 1);
		r->tag_room = longest;
	}
	size_t figures = r->scan->figure_count - r->done;
	if (figures > r->note_room) {
		r->notes = arena_grow(r->aside, r->notes, r->note_room * sizeof *r->notes, figures * sizeof *r->notes);
		r->note_room = figures;
	}
	if (room <= r->room)
		return;
	size_t done = r->done;
	r->claims = arena_grow(r->arena, r->claims, r->room * sizeof *r->claims, room * sizeof *r->claims);
	r->room = room;
	for (size_t i = 0; i < done; i++)
		r->claims[i].figure = &r->scan->figures[i];
}

static bool same_setting(const claim_setting *a, const claim_setting *b)
{
	bool same = a->section == b->section && a->who == b->who && a->where == b->where;
	return same && date_equal(a->when.from, b->when.from) && date_equal(a->when.to, b->when.to);
}

/* One of the settings told lately, or a new one. */
static const claim_setting *shared_setting(claim_reader *r, const claim_setting *own)
{
	for (size_t i = 0; i < CLAIM_SETTINGS; i++)
		if (r->settings[i] && same_setting(r->settings[i], own))
			return r->settings[i];
	claim_setting *kept = ARENA_NEW(r->arena, claim_setting);
	*kept = *own;
	r->settings[r->next_setting++ % CLAIM_SETTINGS] = kept;
	return kept;
}

void claim_window(claim_reader *r, size_t room, claim_list *out)
{
	scan *s = r->scan;
	if (scan_opens(s)) { /* the document's top is all in the first window */
		r->dated = s->dated.day = claim_document_date(s, &r->dated_figure);
		s->dated.figure = r->dated_figure;
		s->dated.known = true;
	}
	make_room(r, room);
	role_window(r);
	for (size_t i = s->window; i < s->sentence_count; i++)
		read_sentence(r, &s->sentences[i]);
	when_inherit(r);
	speaker_window(r);
	for (size_t i = r->done; i < s->figure_count; i++)
		r->claims[i].setting = shared_setting(r, setting_of(r, &r->claims[i]));
	r->done = s->figure_count;
	*out = (claim_list){r->claims, r->done};
}

void claim_end(claim_reader *r)
{
	speaker_end(r);
}

claim_list claim_document(arena *a, scan *s)
{
	claim_list out = {0};
	claim_reader *r = claim_begin(a, a, claim_kit_new(a, s->lex), s);
	claim_window(r, s->figure_count + 1, &out);
	claim_end(r);
	return out;
}
