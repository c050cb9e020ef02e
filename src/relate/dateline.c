/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/dateline.h"

/* A weekday that a date beside it explains is linked by a pattern already. */
static bool linked(const link_list *links, const link_type *type, int32_t weekday)
{
	for (size_t i = 0; i < links->n; i++)
		if (links->at[i].type == type && link_claim(&links->at[i], 1) == weekday)
			return true;
	return false;
}

static bool may_fall_on(date d, uint8_t weekday)
{
	if (!d.month || !d.day || !date_is_valid(d))
		return false;
	return !d.year || date_weekday(d) == weekday;
}

void dateline_links(arena *a, const rule_set *rules, const reading_of *doc, const sentence *s, link_list *out)
{
	const link_type *type = doc->date_line < 0 ? NULL : bind_link_type(rules, SLICE("on-weekday"));
	if (!type)
		return;
	const figure *dated = doc->claims.at[doc->date_line].figure;
	for (uint32_t i = 0; i < s->figure_count; i++) {
		const claim *c = &doc->claims.at[s->first_figure + i];
		const figure *f = c->figure;
		if (f->kind != FIGURE_DATE || f->relative != DATE_WEEKDAY || f == dated || c->mode != MODE_ASSERTED ||
		    linked(out, type, (int32_t)c->index) || !may_fall_on(dated->when, f->when.weekday))
			continue;
		link_match m = link_of_two(a, type, doc->date_line, (int32_t)c->index, SLICE("the document's own date"));
		m.grade = GRADE_PROBABLE;
		m.agreed = true;
		VEC_PUSH(a, *out, m);
	}
}
