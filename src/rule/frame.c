/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames: an anchor word and its slots, in any order, at most FRAME_GAP tokens apart, inside the clause. A slot met again opens
 * another instance under the same anchor: "rose 3 pct in May to 40 from 39 and 5 pct in June to 42 from 40". */
#include "rule/matcher.h"

enum { FRAME_GAP = 8 };

typedef struct slot_choice { /* a slot's pattern that the sentence has the words and figures for */
	const slot_pattern *way;
	const need_list *needs;
	size_t slot;
} slot_choice;

typedef struct filling { /* an instance being filled */
	const frame *frame;
	const need_list *anchor_needs, *next_needs;
	VEC(slot_choice) choices; /* in the order of the slots */
	frame_match match;
	bool any;                       /* a slot besides the anchor's is filled */
	bool one_of_several;            /* the instance before it had that slot alone: see is_series */
	int last_slot;                  /* the slot whose match ended at `last_end`, -1 */
	uint32_t last_end, last_phrase; /* and where the noun phrase of its figure does */
	slice words;                    /* of the anchor and the slots so far */
} filling;

static slice token_text(const matcher *m, token_run r)
{
	return document_text(m->sc->doc, m->s->tokens[r.from].start, m->s->tokens[r.from + r.n - 1].end);
}

/* Of "went up" the last word tells the way. */
static const word *anchor_word(const matcher *m, token_run anchor)
{
	return m->s->tokens[anchor.from + anchor.n - 1].word;
}

static void open_instance(matcher *m, filling *f, token_run anchor)
{
	const token *k = &m->s->tokens[anchor.from];
	f->match =
		(frame_match){.frame = f->frame, .anchor = anchor_word(m, anchor), .sentence = m->s->number, .token = anchor.from};
	for (size_t i = 0; i < RULE_VARS; i++)
		f->match.claims[i] = -1;
	if (k->figure >= 0 && f->frame->anchor->var_count)
		f->match.claims[f->frame->anchor->index[0]] = k->figure;
	f->any = false;
	f->last_slot = -1;
	f->words = token_text(m, anchor);
}

static void close_instance(matcher *m, filling *f, frame_list *out)
{
	if (!f->any || f->one_of_several)
		return;
	f->match.reason = arena_join(m->arena, (slice[]){SLICE("one clause: "), f->words}, 2);
	VEC_PUSH(m->arena, *out, f->match);
	f->any = false;
}

static bool filled(const filling *f, int8_t slot)
{
	return slot >= 0 && f->match.claims[slot] >= 0;
}

/* The token after the noun phrase of the figure that was just matched, where it follows directly. */
static uint32_t after_phrase(const matcher *m, uint32_t end)
{
	uint32_t to = m->last_figure >= 0 ? matcher_phrase_end(m, &m->claims->at[m->last_figure]) : end;
	return to > end ? to : end;
}

static void fill(matcher *m, filling *f, size_t slot, int32_t which)
{
	f->match.claims[slot] = which;
	f->any = true;
	f->last_slot = (int)slot;
	f->last_end = m->end;
	f->last_phrase = after_phrase(m, m->end);
	slice words = matcher_reason(m);
	if (words.len)
		f->words = arena_join(m->arena, (slice[]){f->words, SLICE(" … "), words}, 3);
}

/* The figure a slot's pattern stands for: its named one, or its last. */
static int32_t slot_figure(const matcher *m)
{
	return m->taken_count ? m->taken[0].claim : m->last_figure;
}

/* What one slot takes, another cannot: "12% higher at 56" is no level of 12%. */
static bool is_taken(const filling *f, int32_t which)
{
	for (size_t i = 0; i < f->frame->slot_count; i++)
		if (f->match.claims[i] == which)
			return true;
	return false;
}

static bool conditions(const filling *f, const slot_pattern *p, uint32_t at, bool adjacent)
{
	if (p->pattern->adjacent && !adjacent)
		return false;
	if (p->needs >= 0 && !filled(f, p->needs))
		return false;
	if (filled(f, p->unless))
		return false;
	return p->after < 0 || (f->last_slot == p->after && f->last_end <= at && at <= f->last_phrase);
}

static void find_choices(const matcher *m, filling *f, const need_list *needs)
{
	for (size_t s = 0; s < f->frame->slot_count; s++) {
		const frame_slot *slot = &f->frame->slots[s];
		for (size_t p = 0; p < slot->pattern_count; p++, needs++) {
			const slot_pattern *way = &slot->patterns[p];
			if (needs_met(needs, m->places, way->pattern->at_anchor ? 0 : m->anchor.from + m->anchor.n))
				VEC_PUSH(m->arena, f->choices, (slot_choice){way, needs, s});
		}
	}
	f->next_needs = needs;
}

/* The slot whose pattern takes the most tokens from `at` on; -1 if none does. The matcher is left with that match. */
static int best_slot(matcher *m, const filling *f, uint32_t at, bool adjacent)
{
	int best = -1;
	const pattern *best_pattern = NULL;
	uint32_t longest = at;
	for (size_t i = 0; i < f->choices.n; i++) {
		const slot_choice *c = &f->choices.at[i];
		m->pattern = c->way->pattern;
		if (m->pattern->at_anchor || !needs_begin(c->needs, m->places, at) || !conditions(f, c->way, at, adjacent) ||
		    !matcher_run(m, at))
			continue;
		if (slot_figure(m) >= 0 && m->end > longest) {
			best = (int)c->slot;
			best_pattern = m->pattern;
			longest = m->end;
		}
	}
	if (best >= 0) {
		m->pattern = best_pattern;
		matcher_run(m, at);
	}
	return best;
}

/* Slots before the anchor ("{x} ... , @<up>"): the nearest figure that leads to it. */
static void fill_before(matcher *m, filling *f)
{
	for (size_t i = 0; i < f->choices.n; i++) {
		const slot_choice *c = &f->choices.at[i];
		m->pattern = c->way->pattern;
		if (!m->pattern->at_anchor || filled(f, (int8_t)c->slot))
			continue;
		uint32_t reach = m->anchor.from < 32 ? m->anchor.from : 32;
		for (uint32_t back = 0; back <= reach; back++) {
			uint32_t at = m->anchor.from - back;
			if (needs_begin(c->needs, m->places, at) && matcher_run(m, at) && slot_figure(m) >= 0 &&
			    !is_taken(f, slot_figure(m))) {
				fill(m, f, c->slot, slot_figure(m));
				break;
			}
		}
	}
	f->last_slot = -1;
}

static uint32_t next_words(matcher *m, const filling *f, uint32_t at)
{
	m->pattern = f->frame->next;
	return m->pattern && needs_met(f->next_needs, m->places, at) && matcher_run(m, at) ? m->end - at : 0;
}

static bool is_anchor(matcher *m, const filling *f, uint32_t at)
{
	m->pattern = f->frame->anchor;
	return needs_begin(f->anchor_needs, m->places, at) && matcher_run(m, at);
}

/* ", the index down from 5": what stands between the mark and "down" is what goes down, and no slot of this anchor. */
static bool is_anothers(matcher *m, const filling *f, uint32_t at, uint32_t free_until)
{
	if (at <= free_until || m->s->tokens[at - 1].kind == TOKEN_PUNCT || !is_anchor(m, f, at))
		return false;
	for (uint32_t i = at; i-- > free_until;)
		if (m->s->tokens[i].kind == TOKEN_PUNCT)
			return true;
	return false;
}

static bool in_reach(const matcher *m, token_run anchor, uint32_t at)
{
	const token *k = &m->s->tokens[at], *a = &m->s->tokens[anchor.from];
	return k->clause == a->clause || k->depth > a->depth;
}

/* "for the three months to May", "in 2012/13": a time stands between the parts of a change without parting them. */
static bool is_time(const matcher *m, uint32_t at)
{
	int32_t which = m->s->tokens[at].figure;
	if (which < 0)
		return false;
	figure_kind k = m->sc->figures[which].kind;
	return k == FIGURE_DURATION || k == FIGURE_DATE || k == FIGURE_YEAR;
}

static bool is_barred(matcher *m, const frame *f, uint32_t anchor)
{
	m->pattern = f->not_after;
	return f->not_after && anchor > 0 && matcher_run(m, anchor - 1) && m->end == anchor;
}

/* "rose 3% in May and 2% in June to 42 from 40": the levels are those of both. */
static bool is_series(const filling *f, int slot)
{
	size_t n = 0;
	for (size_t i = 0; i < f->frame->slot_count; i++)
		n += filled(f, (int8_t)i);
	return n == 1 && filled(f, (int8_t)slot);
}

void frame_match_at(matcher *m, const anchored *which, token_run anchor, frame_list *out)
{
	const frame *frame_type = which->frame;
	filling f = {.frame = frame_type, .anchor_needs = &which->needs};
	m->anchor = anchor;
	m->steps = 0;
	if (is_barred(m, frame_type, anchor.from))
		return;
	find_choices(m, &f, which->others);
	open_instance(m, &f, anchor);
	fill_before(m, &f);
	uint32_t at = anchor.from + anchor.n, free_until = at;
	unsigned gap = 0;
	bool adjacent = true, next_opened = false;
	while (at < m->s->token_count && gap <= FRAME_GAP && in_reach(m, anchor, at) && !m->limited &&
	       !is_anothers(m, &f, at, free_until)) {
		int slot = best_slot(m, &f, at, adjacent);
		if (slot >= 0) {
			bool again = filled(&f, (int8_t)slot) && !frame_type->slots[slot].once;
			if (again || (next_opened && m->pattern->adjacent)) {
				bool series = is_series(&f, slot);
				close_instance(m, &f, out);
				open_instance(m, &f, anchor);
				f.one_of_several = series;
			}
			uint32_t end = m->end;
			free_until = after_phrase(m, end);
			if (!filled(&f, (int8_t)slot))
				fill(m, &f, (size_t)slot, slot_figure(m));
			at = end;
			gap = 0;
			adjacent = next_opened = false;
			continue;
		}
		uint32_t next = next_words(m, &f, at);
		if (!next && is_anchor(m, &f, at))
			break;
		adjacent = next_opened = next > 0;
		bool aside = m->s->tokens[at].depth > m->s->tokens[anchor.from].depth; /* what brackets hold is passed over whole */
		bool passable = is_time(m, at);
		at += next ? next : 1;
		gap += at > free_until && !aside && !passable;
	}
	close_instance(m, &f, out);
}
