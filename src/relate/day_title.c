/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/day_title.h"

enum { REACH = 12 /* blocks below the title in which its field stands */ };

/* The one day that a block tells; NULL: none, or several, or the days of a range. */
static const claim *day_of(const reading_of *doc, size_t *at, uint32_t own)
{
	const claim *found = NULL;
	bool one = true;
	for (; *at < doc->claims.n && doc->claims.at[*at].block <= own; ++*at) {
		const claim *c = &doc->claims.at[*at];
		if (c->block != own || !figure_is_day(c->figure))
			continue;
		one &= !found && !figure_until(c->figure).month;
		found = c;
	}
	return one ? found : NULL;
}

/* "Date: ...", "**When**: ..." */
static bool is_field(const reading_of *doc, uint32_t own, lex_set name)
{
	enum { PARTS = 4 };
	const document *d = doc->doc;
	slice parts[PARTS];
	size_t n = lexicon_split(document_text(d, d->blocks[own].start, d->blocks[own].end), parts, PARTS);
	return n > 1 && word_in(vocabulary_word(doc->scan.vocab, parts[0]), name) && slice_equal(parts[1], SLICE(":"));
}

static void add_days(arena *a, const rule_set *rules, const reading_of *doc, const claim *title, const claim *field,
                     binding_list *out)
{
	const rule_refs *waiting = &rules->by_binder[BIND_DAY_TITLE];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], doc, GRADE_PROBABLE);
		const int32_t d = (int32_t)title->index, e = (int32_t)field->index;
		bind_variable(a, &b, doc, SLICE("d"), &d, 1);
		bind_variable(a, &b, doc, SLICE("e"), &e, 1);
		bind_reason(a, &b, SLICE("the day of the title, and that of its field"));
		VEC_PUSH(a, *out, b);
	}
}

void bind_day_title(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out)
{
	const document *d = doc->doc;
	uint32_t title = 0;
	size_t at = 0;
	if (!rules->by_binder[BIND_DAY_TITLE].n)
		return;
	while (title < d->block_count && title < REACH && d->blocks[title].kind != BLOCK_HEADING)
		title++;
	if (title >= d->block_count || d->blocks[title].kind != BLOCK_HEADING)
		return;
	const claim *day = day_of(doc, &at, title), *field = NULL;
	for (uint32_t i = title + 1; day && !field && i < d->block_count && i <= title + REACH; i++) {
		const claim *told = day_of(doc, &at, i);
		if (told && is_field(doc, i, lexicon_set(rules->lex, SLICE("date.field"))))
			field = told;
	}
	if (field)
		add_days(a, rules, doc, day, field, out);
}
