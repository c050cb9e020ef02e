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

void bind_frames(arena *a, const rule_set *rules, const reading_of *doc, const frame_list *frames, binding_list *out)
{
	for (size_t i = 0; i < frames->n; i++) {
		const rule_refs *waiting = &rules->by_frame[frames->at[i].frame->number];
		for (size_t k = 0; k < waiting->n; k++)
			bind_frame(a, waiting->at[k], doc, &frames->at[i], out);
	}
}
