/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/bind.h"

static void bind_frame(arena *a, const rule *r, const reading_of *doc, const frame_match *m, binding_list *out)
{
	binding b = bind_start(r, doc, GRADE_CERTAIN);
	b.anchor = m->anchor;
	for (size_t i = 0; i < r->frame->slot_count; i++) {
		if (m->claims[i] >= 0)
			bind_variable(a, &b, doc, r->frame->slots[i].name, &m->claims[i], 1);
	}
	if (!bind_is_whole(a, doc->scan.lex, &b))
		return;
	bind_reason(a, &b, m->reason);
	VEC_PUSH(a, *out, b);
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
		const rule_refs *waiting = &rules->by_frame[frames->at[i].frame->number];
		for (size_t k = 0; k < waiting->n; k++)
			bind_frame(a, waiting->at[k], doc, &frames->at[i], out);
	}
}
