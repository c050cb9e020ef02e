/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims for people at a terminal: a heading for each document, then a line for each figure. */
#include "report/claim_view.h"
#include "report/place.h"
#include "report/report.h"
#include "report/term.h"

enum { COLUMNS = 5, PLACE = 0, KIND, FIGURE, VALUES, WHAT, GAP = 2 };

typedef struct row {
	slice cell[COLUMNS];
	bool label;
} row;

typedef VEC(row) row_list;

/* The widest a column may grow; the last takes what is left of the line. */
static const unsigned widest[COLUMNS] = {12, 9, 26, 20, 0};

static slice values_text(arena *a, const claim_view *v)
{
	if (v->date.len && v->until.len)
		return arena_printf(a, SLICE_FMT " .. " SLICE_FMT, SLICE_ARG(v->date), SLICE_ARG(v->until));
	if (v->date.len)
		return v->date;
	return v->has_set ? set_format(a, &v->plain) : (slice){0};
}

static slice what_text(arena *a, const claim_view *v)
{
	const claim *c = v->claim;
	if (v->figure->kind == FIGURE_LABEL)
		return slice_of(label_reason_text(v->figure->why));
	slice text = c->measure->phrase.len ? c->measure->phrase : c->measure->head ? word_text(c->measure->head) : (slice){0};
	if (c->predicate)
		text = arena_printf(a, SLICE_FMT "%s[" SLICE_FMT "]", SLICE_ARG(text), text.len ? " " : "",
		                    SLICE_ARG(word_text(c->predicate)));
	if (c->mode != MODE_ASSERTED)
		text = arena_printf(a, SLICE_FMT "%s(%s)", SLICE_ARG(text), text.len ? " " : "", claim_mode_name(c->mode));
	return text;
}

static row row_of(arena *a, const claim_view *v)
{
	const figure *f = v->figure;
	row r = {.label = f->kind == FIGURE_LABEL};
	r.cell[PLACE] = place_short(a, v->doc, v->claim, v->line, v->col);
	r.cell[KIND] = slice_of(figure_kind_name(f->kind));
	r.cell[FIGURE] = document_text(v->doc, f->full_start, f->full_end);
	r.cell[VALUES] = values_text(a, v);
	r.cell[WHAT] = what_text(a, v);
	return r;
}

static void put_rows(const term *t, const row_list *rows)
{
	unsigned width[COLUMNS] = {0}, taken = GAP;
	for (size_t c = 0; c < WHAT; c++) {
		for (size_t i = 0; i < rows->n; i++) {
			unsigned columns = term_columns(rows->at[i].cell[c]);
			width[c] = columns > width[c] ? columns : width[c];
		}
		width[c] = width[c] > widest[c] ? widest[c] : width[c];
		taken += width[c] + GAP;
	}
	width[WHAT] = t->width > taken + GAP ? t->width - taken : GAP;
	for (size_t i = 0; i < rows->n; i++) {
		const row *r = &rows->at[i];
		unsigned last = WHAT;
		while (last > PLACE && !r->cell[last].len)
			last--;
		if (r->label)
			term_set(t, STYLE_DIM);
		for (unsigned c = PLACE; c <= last; c++) {
			unsigned columns = term_columns(r->cell[c]);
			term_pad(t, GAP);
			term_put_cell(t, r->cell[c], c == last && columns < width[c] ? columns : width[c]);
		}
		if (r->label)
			term_set(t, STYLE_PLAIN);
		fputc('\n', t->out);
	}
}

static void put_heading(const term *t, const document *doc, size_t figures)
{
	term_set(t, STYLE_BOLD);
	term_put(t, doc->path);
	term_set(t, STYLE_PLAIN);
	if (doc->status == DOCUMENT_UNREADABLE) {
		fputs(": unreadable: ", t->out);
		term_put(t, doc->why);
		fputc('\n', t->out);
	} else {
		fprintf(t->out, ": %zu %s\n", figures, figures == 1 ? "figure" : "figures");
	}
}

bool report_claims_table_of(const audit *au, size_t doc, const report_options *o, arena *a, FILE *out)
{
	term t = {.out = out, .color = o->color, .width = o->width ? o->width : 80};
	claim_cursor cursor = claim_cursor_on(au, doc, a);
	row_list rows = {0};
	for (const claim_view *v; (v = claim_cursor_next(&cursor));)
		VEC_PUSH(a, rows, row_of(a, v));
	if (doc)
		fputc('\n', out);
	put_heading(&t, au->documents[doc].reading.doc, rows.n);
	put_rows(&t, &rows);
	return !ferror(out);
}
