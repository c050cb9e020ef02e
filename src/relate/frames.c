/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/bind.h"

/* The rules that wait for the frame share what it binds. */
static void bind_frame(arena *a, const rule_refs *waiting, const reading_of *doc, const frame_match *m, binding_list *out)
{
	binding shared = {.anchor = m->anchor};
	for (size_t i = 0; i < m->frame->slot_count; i++) {
		if (m->claims[i] >= 0)
			bind_variable(a, &shared, doc, m->frame->slots[i].name, &m->claims[i], 1);
	}
	bind_reason(a, &shared, m->reason);
	if (!bind_goes_together(&shared))
		return;
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], doc, GRADE_CERTAIN);
		b.anchor = shared.anchor;
		b.vars = shared.vars;
		b.var_count = shared.var_count;
		b.claims = shared.claims;
		b.reasons = shared.reasons;
		b.reason_count = shared.reason_count;
		if (bind_has_needed(a, doc->scan.lex, &b))
			VEC_PUSH(a, *out, b);
	}
}

/* Whether a later anchor of the sentence took the same figures: "falls went down 5%" tells one change. */
static bool is_told_again(const frame_list *frames, size_t i)
{
	const frame_match *m = &frames->at[i];
	for (size_t k = i + 1; k < frames->n; k++) {
		const frame_match *other = &frames->at[k];
		bool same = other->frame == m->frame && other->sentence == m->sentence;
		for (size_t v = 0; same && v < m->frame->slot_count; v++)
			same = other->claims[v] == m->claims[v];
		if (same)
			return true;
	}
	return false;
}

void bind_frames(arena *a, const rule_set *rules, const reading_of *doc, const frame_list *frames, binding_list *out)
{
	for (size_t i = 0; i < frames->n; i++) {
		if (is_told_again(frames, i))
			continue;
		bind_frame(a, &rules->by_frame[frames->at[i].frame->number], doc, &frames->at[i], out);
	}
}
