/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lower half of page 1: a bar for each document, and what was not read. */
#include "report/briefing.h"

static const double NAME = 146, BAR = 92, ROW = 15;

enum { UNREAD_LINES = 3, COLUMNS = 5 };

static const struct {
	const char *head;
	standing standing;
	double share; /* of the width of the numbers */
} PARTS[COLUMNS] = {
	{"Hold", STANDING_HELD, 0.18},      {"Fail", STANDING_FAILED, 0.17},
	{"Open", STANDING_COULD_NOT, 0.19}, {"Unchecked", STANDING_NOT_CHECKED, 0.26},
	{"Unrelated", STANDING_NONE, 0.20},
};

static void part_numbers(const coverage *c, size_t out[COLUMNS])
{
	out[0] = c->by_claim.holds + c->by_claim.holds_if;
	out[1] = c->by_claim.fails;
	out[2] = c->by_claim.open;
	out[3] = c->by_claim.unchecked;
	out[4] = c->by_claim.unrelated;
}

/* One part of a bar; each has a texture of its own, so that it is told apart without colour. */
static void draw_part(briefing *b, standing s, double x, double y, double width)
{
	pdf *p = b->l.pdf;
	uint32_t rgb = STYLE.ink[badge_of_standing(s).ink];
	const double height = 7;
	switch (s) {
	case STANDING_FAILED: /* solid and taller */
		pdf_rect(p, x, y - 2, width, height + 4, rgb);
		break;
	case STANDING_HELD:
	case STANDING_HELD_IF:
		pdf_rect(p, x, y, width, height, rgb);
		break;
	case STANDING_COULD_NOT: /* hollow */
		pdf_line(p, x, y + 0.4, x + width, y + 0.4, 0.8, rgb);
		pdf_line(p, x, y + height - 0.4, x + width, y + height - 0.4, 0.8, rgb);
		break;
	case STANDING_NOT_CHECKED: /* a dash */
		pdf_rect(p, x, y + height / 2 - 1, width, 2, rgb);
		break;
	case STANDING_NONE:
		pdf_rect(p, x, y, width, height, STYLE.ink[INK_PALE]);
		break;
	}
}

static void document_row(briefing *b, uint32_t doc, size_t most)
{
	layout *l = &b->l;
	look small = look_of(TYPE_CAPTION, INK_TEXT);
	const audit_document *d = &b->au->documents[doc];
	double baseline = l->y + layout_baseline(TYPE_CAPTION), x = l->left;
	layout_at(l, x, baseline, layout_fit(l, words_path(b, doc), small, NAME - 8, FIT_MIDDLE), small, ALIGN_LEFT);
	x += NAME;
	if (d->reading.doc->status != DOCUMENT_OK) {
		layout_at(l, x, baseline, d->reading.doc->status == DOCUMENT_EMPTY ? SLICE("empty") : SLICE("not read"),
		          look_of(TYPE_CAPTION, INK_SECONDARY), ALIGN_LEFT);
		l->y += ROW;
		return;
	}
	size_t n[COLUMNS];
	part_numbers(&d->coverage, n);
	double bar = x, column = x + BAR;
	for (size_t i = 0; i < COLUMNS; i++) {
		double width = n[i] ? (double)n[i] / (double)most * (BAR - 8) : 0;
		if (n[i] && width < 1.2)
			width = 1.2;
		if (n[i])
			draw_part(b, PARTS[i].standing, bar, l->y + 2.2, width);
		bar += width;
		column += (l->right - x - BAR) * PARTS[i].share;
		look how = n[i] ? small : look_of(TYPE_CAPTION, INK_SECONDARY);
		how.bold = i == 1 && n[i];
		layout_at(l, column, baseline, words_digits(l->arena, n[i]), how, ALIGN_RIGHT);
	}
	l->y += ROW;
}

static void document_head(briefing *b)
{
	layout *l = &b->l;
	double room = l->right - l->left - NAME - BAR, column = l->left + NAME + BAR;
	double baseline = l->y + layout_baseline(TYPE_CAPTION);
	look how = look_of(TYPE_CAPTION, INK_SECONDARY);
	for (size_t i = 0; i < COLUMNS; i++) {
		column += room * PARTS[i].share;
		slice head = slice_of(PARTS[i].head);
		badge s = badge_of_standing(PARTS[i].standing);
		layout_at(l, column, baseline, head, how, ALIGN_RIGHT);
		layout_mark(l, s.mark, column - layout_width(l, head, how) - 8.5, baseline, STYLE.type[TYPE_CAPTION].size, s.ink);
	}
	layout_at(l, l->left, baseline, SLICE("Figures by their worst relation"), how, ALIGN_LEFT);
	l->y += ROW;
	layout_rule(l, l->left, l->right);
	l->y += 3;
}

static void draw_documents(briefing *b, double reserve)
{
	layout *l = &b->l;
	const audit *au = b->au;
	double head = STYLE.baseline + STYLE.type[TYPE_HEADING].leading + 2 + ROW + 3;
	double room = l->bottom - l->y - reserve - head;
	size_t fit_rows = room > 0 ? (size_t)(room / ROW) : 0, rows = au->document_count, most = 1;
	if (rows > fit_rows)
		rows = fit_rows ? fit_rows - 1 : 0;
	if (!rows)
		return;
	for (uint32_t i = 0; i < rows; i++)
		most = au->documents[i].coverage.claims > most ? au->documents[i].coverage.claims : most;
	briefing_front_heading(b, SLICE("Documents"));
	document_head(b);
	for (uint32_t i = 0; i < rows; i++)
		document_row(b, i, most);
	if (rows == au->document_count)
		return;
	look linked = look_of(TYPE_CAPTION, INK_NOTE);
	linked.link = layout_key(KEY_SECTION, SECTION_COVERAGE, 0);
	slice more =
		arena_printf(l->arena, "and " SLICE_FMT " more, page %zu",
	                 SLICE_ARG(words_digits(l->arena, au->document_count - rows)), briefing_page_of(b, linked.link));
	layout_at(l, l->left, l->y + layout_baseline(TYPE_CAPTION), more, linked, ALIGN_LEFT);
	l->y += ROW;
}

/* What the list of documents not read will need. */
static double unread_height(const briefing *b)
{
	size_t lines = b->au->unreadable < UNREAD_LINES ? b->au->unreadable : UNREAD_LINES + 1;
	return lines ? STYLE.baseline + STYLE.type[TYPE_HEADING].leading + 2 + (double)lines * STYLE.type[TYPE_CAPTION].leading
	             : 0;
}

static void draw_unread(briefing *b)
{
	layout *l = &b->l;
	const audit *au = b->au;
	if (!au->unreadable)
		return;
	briefing_front_heading(b, SLICE("Not read"));
	look small = look_of(TYPE_CAPTION, INK_TEXT);
	size_t lines = 0;
	for (size_t i = 0; i < au->document_count && lines < UNREAD_LINES; i++) {
		const document *d = au->documents[i].reading.doc;
		if (d->status != DOCUMENT_UNREADABLE)
			continue;
		slice name = layout_fit(l, words_path(b, (uint32_t)i), small, (l->right - l->left) / 2, FIT_MIDDLE);
		slice text = arena_printf(l->arena, SLICE_FMT ": " SLICE_FMT, SLICE_ARG(name), SLICE_ARG(d->why));
		para p = para_of(l, layout_fit(l, text, small, l->right - l->left, FIT_END), small);
		layout_para(l, &p, l->left, l->right - l->left, 1, ALIGN_LEFT);
		lines++;
	}
	if (au->unreadable > lines) {
		look linked = look_of(TYPE_CAPTION, INK_NOTE);
		linked.link = layout_key(KEY_SECTION, SECTION_COVERAGE, 0);
		layout_at(l, l->left, l->y + layout_baseline(TYPE_CAPTION),
		          arena_printf(l->arena, "and %zu more, page %zu", au->unreadable - lines, briefing_page_of(b, linked.link)),
		          linked, ALIGN_LEFT);
	}
}

void briefing_front_documents(briefing *b)
{
	draw_documents(b, unread_height(b));
	draw_unread(b);
}
