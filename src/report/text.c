/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings for people at a terminal, in the manner of a compiler's diagnostics. */
#include "report/excerpt.h"
#include "report/place.h"
#include "report/report.h"

enum { EVIDENCE_SHOWN = 5, INDENT = 4 };

typedef struct text_job {
	const audit *audit;
	arena *arena;
	severity level;
	term term;
	unsigned gutter; /* of the finding that is being written */
	slice summary;
} text_job;

typedef struct placed { /* one figure of a finding with its place */
	const document *doc;
	const claim *claim;
	uint32_t line, col;
	excerpt_mark mark;
} placed;

static unsigned digits(uint32_t n)
{
	unsigned d = 1;
	while (n >= 10) {
		n /= 10;
		d++;
	}
	return d;
}

static void put_header(const term *t, const finding *f)
{
	term_set(t, term_severity_style(f->severity));
	unsigned at = (unsigned)fprintf(t->out, "%s[" SLICE_FMT "]", severity_name(f->severity), SLICE_ARG(f->rule->id));
	term_set(t, STYLE_PLAIN);
	term_set(t, STYLE_BOLD);
	at += (unsigned)fprintf(t->out, " " SLICE_FMT ": ", SLICE_ARG(f->rule->name));
	term_put_wrapped(t, f->message, at, INDENT);
	term_set(t, STYLE_PLAIN);
	fputc('\n', t->out);
}

/* The figures to show: the core, and of the evidence the first few. */
static size_t place_figures(const text_job *j, const finding *f, placed *out)
{
	size_t n = 0, evidence = 0;
	for (size_t i = 0; i < f->figure_count; i++) {
		const finding_figure *ff = &f->figures[i];
		if (!ff->core && evidence++ >= EVIDENCE_SHOWN)
			continue;
		placed *p = &out[n++];
		p->doc = audit_doc(j->audit, ff->claim);
		p->claim = audit_claim(j->audit, ff->claim);
		p->mark = (excerpt_mark){.figure = p->claim->figure, .core = ff->core};
		document_place(p->doc, p->mark.figure->start, &p->line, &p->col);
	}
	return n;
}

/* How many of the figures from here on stand in one line, near enough for one excerpt. */
static size_t same_line(const text_job *j, const placed *p, size_t n, unsigned gutter, excerpt_mark *marks)
{
	size_t k = 0;
	for (; k < n && p[k].doc == p->doc && p[k].line == p->line; k++) {
		marks[k] = p[k].mark;
		if (k && excerpt_span(p->doc, marks, k + 1) > excerpt_room(&j->term, gutter) - INDENT)
			break;
	}
	return k;
}

/* "a.txt:7:30", "a.pdf, page 3", "a.xlsx, Piers!B5". */
static slice place_in_file(const text_job *j, const document *d, const claim *c, uint32_t line, uint32_t col)
{
	slice place = place_short(j->arena, d, c, line, col);
	return arena_printf(j->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(d->path), place_has_lines(d) ? ":" : ", ",
	                    SLICE_ARG(place));
}

/* Returns the width of the line numbers. */
static unsigned put_figures(const text_job *j, const finding *f)
{
	const term *t = &j->term;
	placed *p = ARENA_ARRAY(j->arena, placed, f->figure_count + 1);
	excerpt_mark *marks = ARENA_ARRAY(j->arena, excerpt_mark, f->figure_count + 1);
	size_t n = place_figures(j, f, p);
	unsigned gutter = 1;
	for (size_t i = 0; i < n; i++)
		gutter = place_has_lines(p[i].doc) && digits(p[i].line) > gutter ? digits(p[i].line) : gutter;
	for (size_t i = 0, k; i < n; i += k) {
		k = same_line(j, p + i, n - i, gutter, marks);
		term_pad(t, gutter);
		term_set(t, STYLE_DIM);
		fputs("--> ", t->out);
		term_set(t, STYLE_PLAIN);
		term_put(t, place_in_file(j, p[i].doc, p[i].claim, p[i].line, p[i].col));
		fputc('\n', t->out);
		excerpt_put(t, p[i].doc, p[i].line, gutter, marks, k, term_severity_style(f->severity));
	}
	if (n < f->figure_count)
		fprintf(t->out, " %*s = and %zu more figures of the evidence\n", (int)gutter, "", f->figure_count - n);
	return gutter;
}

/* "   = link: certain: same noun (cells), same place", the = below the bar of the excerpts; nothing for no text. */
static void put_remark(const text_job *j, const char *label, slice text)
{
	const term *t = &j->term;
	if (!text.len)
		return;
	term_pad(t, j->gutter + 2);
	term_set(t, STYLE_DIM);
	fputs("= ", t->out);
	term_set(t, STYLE_PLAIN);
	fprintf(t->out, "%s: ", label);
	unsigned at = j->gutter + 6 + term_columns(slice_of(label));
	term_put_wrapped(t, text, at, at);
	fputc('\n', t->out);
}

static slice link_text(const text_job *j, const binding *b)
{
	slice all = arena_copy(j->arena, slice_of(grade_name(b->grade)));
	for (size_t i = 0; i < b->reason_count; i++)
		all = arena_printf(j->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), i ? ", " : ": ", SLICE_ARG(b->reasons[i]));
	return all;
}

static slice place_text(const text_job *j, claim_ref ref)
{
	const document *doc = audit_doc(j->audit, ref);
	const claim *c = audit_claim(j->audit, ref);
	const figure *f = c->figure;
	uint32_t line, col;
	document_place(doc, f->start, &line, &col);
	return arena_printf(j->arena, "\"" SLICE_FMT "\" (" SLICE_FMT ")",
	                    SLICE_ARG(document_text(doc, f->full_start, f->full_end)),
	                    SLICE_ARG(place_in_file(j, doc, c, line, col)));
}

static slice sets_text(const text_job *j, const finding *f)
{
	if (!f->stated.len || !f->computed.len)
		return (slice){0};
	slice sets = arena_printf(j->arena, SLICE_FMT " and " SLICE_FMT, SLICE_ARG(f->stated), SLICE_ARG(f->computed));
	return f->gap.len ? arena_printf(j->arena, SLICE_FMT ", gap " SLICE_FMT, SLICE_ARG(sets), SLICE_ARG(f->gap)) : sets;
}

static slice check_text(const text_job *j, const relation *r)
{
	const relation_words *said = relation_says(r);
	if (!said->told.len)
		return (slice){0};
	return arena_printf(j->arena, SLICE_FMT ", as told " SLICE_FMT, SLICE_ARG(said->check), SLICE_ARG(said->told));
}

static slice suspect_text(const text_job *j, const finding *f)
{
	if (!f->suspect)
		return (slice){0};
	slice place = place_text(j, *f->suspect);
	return arena_printf(j->arena, SLICE_FMT ": " SLICE_FMT, SLICE_ARG(place), SLICE_ARG(f->suspect_why));
}

static slice repair_text(const text_job *j, const finding *f)
{
	if (!f->repair.claim)
		return (slice){0};
	static const char form[] = "\"" SLICE_FMT "\" instead of \"" SLICE_FMT "\" would agree (" SLICE_FMT ")";
	return arena_printf(j->arena, form, SLICE_ARG(f->repair.to), SLICE_ARG(f->repair.from), SLICE_ARG(f->repair.edit));
}

static void put_remarks(const text_job *j, const finding *f)
{
	put_remark(j, "link", link_text(j, &f->relation->binding));
	put_remark(j, "sets", sets_text(j, f));
	put_remark(j, "check", check_text(j, f->relation));
	put_remark(j, "suspect", suspect_text(j, f));
	put_remark(j, "repair", repair_text(j, f));
	if (f->rule->overridden)
		put_remark(j, "rule", SLICE("set by the user"));
}

/* The summary grows piece by piece: ", 3 relations". */
static void add_count(text_job *j, const char *before, size_t n, const char *one, const char *many)
{
	j->summary = arena_printf(j->arena, SLICE_FMT "%s%zu %s", SLICE_ARG(j->summary), before, n, n == 1 ? one : many);
}

static void add_relations(text_job *j, const coverage *c)
{
	const struct {
		size_t n;
		const char *one, *many;
	} parts[] = {
		{c->holds, "holds", "hold"},
		{c->holds_if, "holds if assumed", "hold if assumed"},
		{c->open, "open", "open"},
		{c->fails, "fails", "fail"},
		{c->unchecked, "unchecked", "unchecked"},
	};
	add_count(j, ", ", c->relations, "relation", "relations");
	const char *before = ": ";
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i].n)
			continue;
		add_count(j, before, parts[i].n, parts[i].one, parts[i].many);
		before = ", ";
	}
}

/* Findings of each severity; those below the level are counted apart, as not shown. */
static void add_findings(text_job *j)
{
	static const char *const names[][2] = {[SEVERITY_NOTE] = {"note", "notes"},
	                                       [SEVERITY_WARNING] = {"warning", "warnings"},
	                                       [SEVERITY_ERROR] = {"error", "errors"}};
	size_t n[SEVERITY_ERROR + 1] = {0}, suppressed = 0, hidden = 0, told = 0;
	for (size_t i = 0; i < j->audit->finding_count; i++) {
		const finding *f = &j->audit->findings[i];
		if (f->suppressed.len)
			suppressed++;
		else
			n[f->severity]++;
	}
	for (int s = SEVERITY_ERROR; s >= SEVERITY_NOTE; s--) {
		if (s < (int)j->level)
			hidden += n[s];
		else if (n[s])
			add_count(j, told++ ? ", " : "; ", n[s], names[s][0], names[s][1]);
	}
	if (hidden)
		add_count(j, told++ ? ", " : "; ", hidden, "finding below the level shown", "findings below the level shown");
	if (suppressed)
		add_count(j, told++ ? ", " : "; ", suppressed, "suppressed", "suppressed");
	if (!told)
		j->summary = arena_printf(j->arena, SLICE_FMT "; no findings", SLICE_ARG(j->summary));
}

/* Where a bound was met, not every relation may have been formed. */
static void put_limits(text_job *j)
{
	for (size_t i = 0; i < j->audit->document_count; i++) {
		const reading_of *r = &j->audit->documents[i].reading;
		for (unsigned k = 0; k < MET_COUNT; k++) {
			if (!(r->met >> k & 1))
				continue;
			term_put_wrapped(&j->term,
			                 arena_printf(j->arena, SLICE_FMT ": the bound %s was met; some relations may be missing",
			                              SLICE_ARG(r->doc->path), match_limit_name((match_limit)k)),
			                 0, 0);
			fputs("\n\n", j->term.out);
		}
	}
}

/* What a document holds that its text does not show. */
static void put_notes(text_job *j)
{
	bool any = false;
	for (size_t i = 0; i < j->audit->document_count; i++) {
		const document *doc = j->audit->documents[i].reading.doc;
		for (size_t k = 0; k < doc->note_count; k++) {
			term_put_wrapped(
				&j->term, arena_printf(j->arena, SLICE_FMT ": " SLICE_FMT, SLICE_ARG(doc->path), SLICE_ARG(doc->notes[k])),
				0, 0);
			fputc('\n', j->term.out);
			any = true;
		}
	}
	if (any)
		fputc('\n', j->term.out);
}

static void put_summary(text_job *j)
{
	const audit *au = j->audit;
	add_count(j, "", au->document_count, "document", "documents");
	if (au->unreadable)
		j->summary = arena_printf(j->arena, SLICE_FMT " (%zu unreadable)", SLICE_ARG(j->summary), au->unreadable);
	add_count(j, ", ", au->coverage.figures, "figure", "figures");
	add_relations(j, &au->coverage);
	add_findings(j);
	term_put_wrapped(&j->term, j->summary, 0, 0);
	fputc('\n', j->term.out);
}

static bool put_unreadable(const text_job *j)
{
	const term *t = &j->term;
	bool any = false;
	for (size_t i = 0; i < j->audit->document_count; i++) {
		const document *doc = j->audit->documents[i].reading.doc;
		if (doc->status != DOCUMENT_UNREADABLE)
			continue;
		term_set(t, STYLE_ERROR);
		fputs("unreadable", t->out);
		term_set(t, STYLE_PLAIN);
		fputs(": ", t->out);
		term_put(t, doc->path);
		fputs(": ", t->out);
		term_put(t, doc->why);
		fputc('\n', t->out);
		any = true;
	}
	return any;
}

bool report_text(const audit *au, const report_options *o, FILE *out)
{
	text_job j = {.audit = au, .arena = au->arena, .level = o->level};
	j.term = (term){.out = out, .color = o->color, .width = o->width ? o->width : 80};
	bool any = false;
	for (size_t i = 0; i < au->finding_count; i++) {
		const finding *f = &au->findings[i];
		if (f->severity < o->level || f->suppressed.len)
			continue;
		if (any)
			fputc('\n', out);
		put_header(&j.term, f);
		j.gutter = put_figures(&j, f);
		put_remarks(&j, f);
		any = true;
	}
	if (any && !o->quiet)
		fputc('\n', out);
	if (put_unreadable(&j) && !o->quiet)
		fputc('\n', out);
	put_limits(&j);
	if (!o->quiet) {
		put_notes(&j);
		put_summary(&j);
	}
	return !ferror(out);
}
