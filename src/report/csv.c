/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims as CSV (RFC 4180, with LF): one header line, then the fields of the JSON claim, flattened. */
#include "report/claim_view.h"
#include "report/report.h"

#include <string.h>

/* In the order in which the functions below write them. */
static const char header[] =
	"id,doc,start,end,line,col,kind,why,literal,quote,hedge,value,lo,hi,lo_open,hi_open,integer,ulp,unit,"
	"currency,base_value,base_unit,date,head,phrase,modifiers,elided_from,predicate,from,to,where,who,"
	"section,mode\n";

/* Writes the inside of a quoted field. */
static void put_quoted(FILE *out, slice s)
{
	while (s.len) {
		size_t n = slice_find_byte(s, '"');
		if (n == SIZE_MAX) {
			fwrite_unlocked(s.ptr, 1, s.len, out);
			return;
		}
		fwrite_unlocked(s.ptr, 1, n, out);
		fwrite_unlocked("\"\"", 1, 2, out);
		s = slice_sub(s, n + 1, s.len);
	}
}

static void put_text(FILE *out, slice s)
{
	bool quoted = false;
	for (size_t i = 0; i < s.len && !quoted; i++)
		quoted = s.ptr[i] == '"' || s.ptr[i] == ',' || s.ptr[i] == '\n' || s.ptr[i] == '\r';
	if (!quoted) {
		fwrite_unlocked(s.ptr, 1, s.len, out);
		return;
	}
	putc_unlocked('"', out);
	put_quoted(out, s);
	putc_unlocked('"', out);
}

static void put_number(FILE *out, uint32_t n)
{
	char text[DECIMAL_WHOLE];
	fwrite_unlocked(text, 1, decimal_format_whole(n, text), out);
}

static void put_id(FILE *out, slice doc, uint32_t start)
{
	putc_unlocked('"', out);
	put_quoted(out, doc);
	putc_unlocked('#', out);
	put_number(out, start);
	putc_unlocked('"', out);
}

static void put_flag(FILE *out, bool known, bool value)
{
	if (known)
		fputs_unlocked(value ? "true" : "false", out);
}

static void put_words(FILE *out, const word *const *words, size_t n)
{
	if (n)
		putc_unlocked('"', out);
	for (size_t i = 0; i < n; i++) {
		if (i)
			putc_unlocked(' ', out);
		put_quoted(out, word_text(words[i]));
	}
	if (n)
		putc_unlocked('"', out);
}

/* The fields, each with its comma before it but for the first. */
#define FIELD(...)                                                                                                          \
	do {                                                                                                                    \
		putc_unlocked(',', out);                                                                                            \
		__VA_ARGS__;                                                                                                        \
	} while (0)

static void put_place(FILE *out, const claim_view *v)
{
	put_id(out, v->doc->path, v->start);
	FIELD(put_text(out, v->doc->path));
	FIELD(put_number(out, v->start));
	FIELD(put_number(out, v->end));
	FIELD(put_number(out, v->line));
	FIELD(put_number(out, v->col));
}

static void put_figure(FILE *out, const claim_view *v)
{
	const figure *f = v->figure;
	FIELD(fputs_unlocked(figure_kind_name(f->kind), out));
	FIELD(if (f->kind == FIGURE_LABEL) put_text(out, slice_of(label_reason_text(f->why))));
	FIELD(put_text(out, v->literal));
	FIELD(put_text(out, v->quote));
	FIELD(put_text(out, figure_hedge_text(f)));
	FIELD(fputs_unlocked(v->value.text, out));
	FIELD(fputs_unlocked(v->lo.text, out));
	FIELD(fputs_unlocked(v->hi.text, out));
	FIELD(put_flag(out, v->has_set, v->hull.lo_open));
	FIELD(put_flag(out, v->has_set, v->hull.hi_open));
	FIELD(put_flag(out, v->has_set, v->plain.integer));
	FIELD(fputs_unlocked(v->ulp, out));
	FIELD(put_text(out, v->unit));
	FIELD(put_text(out, v->currency));
	FIELD(fputs_unlocked(v->base.text, out));
	FIELD(put_text(out, v->base.text[0] ? figure_unit(f)->base_unit : (slice){0}));
	FIELD(put_text(out, v->date));
}

static void put_context(FILE *out, const claim_view *v)
{
	const claim *c = v->claim;
	const measure *m = c->measure;
	const claim_list *all = &v->audit->documents[v->ref.doc].reading.claims;
	FIELD(if (m->head) put_text(out, word_text(m->head)));
	FIELD(if (m->head) put_text(out, m->phrase));
	FIELD(if (m->head) put_words(out, m->modifiers, m->modifier_count));
	FIELD(if (m->head && c->elided_from >= 0 && (size_t)c->elided_from < all->n)
	          put_id(out, v->doc->path, document_source(v->doc, all->at[c->elided_from].figure->start)));
	FIELD(if (c->predicate) put_text(out, word_text(c->predicate)));
	FIELD(put_text(out, v->when_from));
	FIELD(put_text(out, v->when_to));
	FIELD(put_text(out, claim_where(c)));
	FIELD(put_text(out, claim_who(c)));
	FIELD(put_text(out, claim_section(c)));
	FIELD(fputs_unlocked(claim_mode_name(c->mode), out));
}

bool report_claims_csv_of(const audit *au, size_t doc, const report_options *o, arena *a, FILE *out)
{
	(void)o;
	if (!doc)
		fputs(header, out);
	claim_cursor cursor = claim_cursor_on(au, doc, a);
	for (const claim_view *v; (v = claim_cursor_next(&cursor));) {
		put_place(out, v);
		put_figure(out, v);
		put_context(out, v);
		putc_unlocked('\n', out);
	}
	return !ferror(out);
}
