/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage by document, the claims of documents with findings, findings that were suppressed. */
#include "report/briefing.h"
#include "report/tabular.h"

static void add_number(briefing *b, tabular *t, size_t column, size_t n, bool bold)
{
	look how = look_of(TYPE_CAPTION, n ? INK_TEXT : INK_SECONDARY);
	how.bold = bold;
	tabular_text(t, column, words_digits(b->l.arena, n), how);
}

/* c NULL: a document that was not read */
static void coverage_row(briefing *b, tabular *t, slice name, slice status, const coverage *c, bool bold)
{
	look how = look_of(TYPE_CAPTION, INK_TEXT);
	how.bold = bold;
	tabular_text(t, 0, layout_fit(&b->l, name, how, t->width[0] * 1.8, FIT_MIDDLE), how);
	tabular_text(t, 0, status, look_of(TYPE_CAPTION, INK_SECONDARY));
	if (!c) {
		tabular_row(t);
		return;
	}
	const size_t numbers[] = {c->figures, c->labels, c->relations, c->holds, c->holds_if,
	                          c->open,    c->fails,  c->unchecked, c->strong};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		add_number(b, t, i + 1, numbers[i], bold);
	tabular_row(t);
}

static void document_row(briefing *b, tabular *t, uint32_t doc)
{
	const audit_document *d = &b->au->documents[doc];
	const document *read = d->reading.doc;
	arena *a = b->l.arena;
	slice status = {0};
	if (read->status == DOCUMENT_UNREADABLE)
		status = arena_printf(a, ": not read, " SLICE_FMT, SLICE_ARG(read->why));
	if (read->status == DOCUMENT_EMPTY)
		status = SLICE(": empty");
	coverage_row(b, t, words_path(b, doc), status, read->status == DOCUMENT_OK ? &d->coverage : NULL, false);
}

/* What documents hold that their text does not show. */
static void put_notes(briefing *b)
{
	size_t all = 0, told = 0;
	for (uint32_t i = 0; i < b->au->document_count; i++) {
		const document *read = b->au->documents[i].reading.doc;
		all += read->note_count;
		for (size_t k = 0; k < read->note_count && told < BRIEFING_NOTES; k++, told++)
			briefing_text(b,
			              arena_printf(b->l.arena, SLICE_FMT ": " SLICE_FMT ".", SLICE_ARG(words_path(b, i)),
			                           SLICE_ARG(read->notes[k])),
			              look_of(TYPE_CAPTION, INK_SECONDARY));
	}
	briefing_more(b, all - told, "note on a document", "notes on documents");
}

void briefing_coverage(briefing *b)
{
	static const tabular_column COLUMNS[] = {{"Document", 34, ALIGN_LEFT, 3},  {"Figures", 7, ALIGN_RIGHT, 1},
	                                         {"Labels", 6.5, ALIGN_RIGHT, 1},  {"Relations", 8, ALIGN_RIGHT, 1},
	                                         {"Hold", 5, ALIGN_RIGHT, 1},      {"Hold if", 6, ALIGN_RIGHT, 1},
	                                         {"Open", 5, ALIGN_RIGHT, 1},      {"Fail", 4.5, ALIGN_RIGHT, 1},
	                                         {"Unchecked", 9, ALIGN_RIGHT, 1}, {"Strong", 6, ALIGN_RIGHT, 1}};
	const audit *au = b->au;
	briefing_section(b, SLICE("Coverage"), layout_key(KEY_SECTION, SECTION_COVERAGE, 0), BRIEFING_TABLE_ROOM);
	briefing_text(
		b,
		SLICE("How much was read and how much of it was really checked. Labels are numerals that claim nothing: "
	          "section numbers, names, telephone numbers. A relation between documents counts in each of them, and "
	          "once in all."),
		look_of(TYPE_BODY, INK_SECONDARY));
	tabular t = tabular_new(&b->l, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
	uint32_t rows = 0;
	for (; rows < au->document_count && rows < BRIEFING_DOCUMENT_ROWS; rows++)
		document_row(b, &t, rows);
	if (au->document_count != 1)
		coverage_row(b, &t, SLICE("All documents"), (slice){0}, &au->coverage, true);
	tabular_end(&t);
	briefing_more(b, au->document_count - rows, "document", "documents");
	put_notes(b);
}

/* ---- claims ---- */

static slice period_text(arena *a, period when)
{
	date from = when.from, to = when.to;
	if (!from.year)
		return (slice){0};
	bool first = from.month == 1 && from.day == 1, last = to.month == 12 && to.day == 31;
	if (first && last && from.year == to.year)
		return words_date(a, (date){.year = from.year});
	if (date_compare(from, to) == 0)
		return words_date(a, from);
	return arena_printf(a, SLICE_FMT " to " SLICE_FMT, SLICE_ARG(words_date(a, from)), SLICE_ARG(words_date(a, to)));
}

static void add_context(briefing *b, tabular *t, const claim *c)
{
	arena *a = b->l.arena;
	slice who = claim_who(c).len ? arena_printf(a, "said by " SLICE_FMT, SLICE_ARG(claim_who(c))) : (slice){0};
	const slice parts[] = {claim_where(c), who, period_text(a, claim_when(c))};
	bool any = false;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i].len)
			continue;
		if (any)
			tabular_text(t, 4, SLICE("; "), look_of(TYPE_CAPTION, INK_SECONDARY));
		tabular_text(t, 4, parts[i], look_of(TYPE_CAPTION, INK_TEXT));
		any = true;
	}
}

static void add_measure(tabular *t, const claim *c)
{
	look text = look_of(TYPE_CAPTION, INK_TEXT), small = look_of(TYPE_CAPTION, INK_SECONDARY);
	tabular_text(t, 2, c->measure->phrase, text);
	if (!c->measure->phrase.len && c->measure->head)
		tabular_text(t, 2, word_text(c->measure->head), text);
	if (!c->measure->phrase.len && !c->measure->head)
		tabular_text(t, 2, slice_of(figure_kind_name(c->figure->kind)), small);
	if (c->predicate && t->cell[2].n) {
		tabular_text(t, 2, SLICE(", "), small);
		tabular_text(t, 2, word_text(c->predicate), small);
	}
	if (c->mode != MODE_ASSERTED) {
		tabular_text(t, 2, SLICE(", "), small);
		tabular_text(t, 2, slice_of(claim_mode_name(c->mode)), small);
	}
}

static void claim_row(briefing *b, tabular *t, claim_ref ref)
{
	const claim *c = audit_claim(b->au, ref);
	claim_note note = b->claims[ref.doc][ref.claim];
	set values = words_values(b, ref);
	look text = look_of(TYPE_CAPTION, INK_TEXT), linked = look_of(TYPE_CAPTION, INK_NOTE);
	tabular_text(t, 0, words_place_short(b, ref), look_of(TYPE_CAPTION, INK_SECONDARY));
	tabular_text(t, 1, words_figure(b, ref), note.finding ? look_bold(TYPE_CAPTION, INK_TEXT) : text);
	add_measure(t, c);
	if (values.n)
		tabular_text(t, 3, words_set(b, &values, c->figure->kind == FIGURE_PERCENT), text);
	add_context(b, t, c);
	badge s = badge_of_standing((standing)note.standing);
	tabular_mark(t, 5, s.mark, look_of(TYPE_CAPTION, s.ink));
	tabular_text(t, 5, s.word, look_of(TYPE_CAPTION, s.ink));
	if (note.finding) {
		linked.link = layout_key(KEY_CARD, note.finding - 1, 0);
		tabular_text(t, 5, SLICE(" "), text);
		tabular_text(t, 5, b->shown[note.finding - 1]->id, linked);
	}
	t->anchor = layout_key(KEY_CLAIM, ref.doc, ref.claim);
	tabular_row(t);
}

static bool has_finding(const briefing *b, uint32_t doc)
{
	for (size_t i = 0; i < b->au->documents[doc].reading.claims.n; i++)
		if (b->claims[doc][i].finding)
			return true;
	return false;
}

/* The rows of one document; returns how many of its claims had no place any more. */
static size_t document_claims(briefing *b, tabular *t, uint32_t doc, size_t *rows)
{
	const claim_list *claims = &b->au->documents[doc].reading.claims;
	size_t left_out = 0;
	bool begun = false;
	for (uint32_t i = 0; i < claims->n; i++) {
		if (claims->at[i].figure->kind == FIGURE_LABEL)
			continue;
		if (*rows >= BRIEFING_CLAIM_ROWS && !b->claims[doc][i].finding) {
			left_out++;
			continue;
		}
		if (!begun)
			tabular_group(t, words_path(b, doc));
		begun = true;
		claim_row(b, t, (claim_ref){doc, i});
		++*rows;
	}
	return left_out;
}

void briefing_claims(briefing *b)
{
	static const tabular_column COLUMNS[] = {
		{"Place", 8, ALIGN_LEFT, 1},   {"As written", 17, ALIGN_LEFT, 3},       {"What it tells", 24, ALIGN_LEFT, 3},
		{"Values", 15, ALIGN_LEFT, 3}, {"Where, who, when", 21, ALIGN_LEFT, 4}, {"Standing", 15, ALIGN_LEFT, 2}};
	if (!b->shown_count)
		return;
	briefing_section(b, SLICE("Claims of the documents with findings"), layout_key(KEY_SECTION, SECTION_CLAIMS, 0),
	                 BRIEFING_TABLE_ROOM);
	briefing_text(b, SLICE("Every figure as it was read. The values are those that the words allow in their plain reading."),
	              look_of(TYPE_BODY, INK_SECONDARY));
	tabular t = tabular_new(&b->l, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
	size_t rows = 0, left_out = 0;
	for (uint32_t d = 0; d < b->au->document_count; d++)
		if (has_finding(b, d))
			left_out += document_claims(b, &t, d, &rows);
	tabular_end(&t);
	briefing_more(b, left_out, "claim", "claims");
}

void briefing_suppressed(briefing *b)
{
	static const tabular_column COLUMNS[] = {
		{"Finding", 10, ALIGN_LEFT, 1}, {"Message", 55, ALIGN_LEFT, 3}, {"Why it is not counted", 35, ALIGN_LEFT, 3}};
	const audit *au = b->au;
	if (!b->suppressed)
		return;
	briefing_section(b, SLICE("Suppressed findings"), 0, BRIEFING_TABLE_ROOM);
	tabular t = tabular_new(&b->l, COLUMNS, 3);
	look text = look_of(TYPE_CAPTION, INK_TEXT);
	size_t rows = 0;
	for (size_t i = 0; i < au->finding_count && rows < BRIEFING_RELATION_ROWS; i++) {
		const finding *f = &au->findings[i];
		if (!f->suppressed.len)
			continue;
		tabular_text(&t, 0, f->id, text);
		tabular_text(&t, 1, f->message, text);
		tabular_text(&t, 2, f->suppressed, text);
		tabular_row(&t);
		rows++;
	}
	tabular_end(&t);
	briefing_more(b, b->suppressed - rows, "finding", "findings");
}
