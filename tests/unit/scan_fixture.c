/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include "pack/blob.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <string.h>

const lexicon *scan_lexicon_of(arena *a, const char *lang)
{
	(void)a;
	const lexicon *lex = pack_lexicon(slice_of(lang));
	cr_assert_not_null(lex);
	return lex;
}

const lexicon *scan_lexicon(arena *a)
{
	return scan_lexicon_of(a, "en");
}

scan_reading *scan_read_text(const char *text, size_t len)
{
	return scan_read_in("en", text, len);
}

scan_reading *scan_read_in(const char *lang, const char *text, size_t len)
{
	arena *a = arena_new(NULL);
	scan_reading *r = ARENA_NEW(a, scan_reading);
	r->arena = a;
	r->lex = scan_lexicon_of(a, lang);
	read_source source = {.name = SLICE("test.txt"), .bytes = {text, len}, .decoded = true};
	r->doc = read_document(a, &source);
	r->scan = scan_document(a, r->lex, &r->doc);
	return r;
}

static slice describe_date(arena *a, const figure *f)
{
	if (f->relative)
		return arena_printf(a, "~%d", f->relative);
	slice from = date_format(a, f->when);
	if (!figure_until(f).year && !figure_until(f).month)
		return from;
	return arena_printf(a, SLICE_FMT ".." SLICE_FMT, SLICE_ARG(from), SLICE_ARG(date_format(a, figure_until(f))));
}

static slice describe_values(arena *a, const lexicon *lex, const figure *f)
{
	set s = figure_values(lex, f, READING_PLAIN, false);
	if (f->kind == FIGURE_PERCENT) {
		set hundred = set_point(rational_int(100));
		s = set_multiply(&s, &hundred);
	}
	slice values = set_format(a, &s);
	return figure_unit(f)->name.len
	           ? arena_printf(a, SLICE_FMT " " SLICE_FMT, SLICE_ARG(values), SLICE_ARG(figure_unit(f)->name))
	           : values;
}

slice scan_describe(arena *a, const scan_reading *r)
{
	slice out = SLICE("");
	for (size_t i = 0; i < r->scan.figure_count; i++) {
		const figure *f = &r->scan.figures[i];
		slice text = document_text(&r->doc, f->full_start, f->full_end), what = SLICE("");
		if (f->kind == FIGURE_LABEL)
			what = slice_of(label_reason_text(f->why));
		else if (f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR)
			what = describe_date(a, f);
		else if (f->kind != FIGURE_TIME)
			what = describe_values(a, r->lex, f);
		out = arena_printf(a, SLICE_FMT "%s" SLICE_FMT ": %s%s" SLICE_FMT, SLICE_ARG(out), i ? " | " : "", SLICE_ARG(text),
		                   figure_kind_name(f->kind), what.len ? " " : "", SLICE_ARG(what));
	}
	return out;
}

void scan_expect(const scan_case *cases, size_t n)
{
	scan_expect_in("en", cases, n);
}

void scan_expect_in(const char *lang, const scan_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		scan_reading *r = scan_read_in(lang, cases[i].text, strlen(cases[i].text));
		slice got = scan_describe(r->arena, r);
		cr_expect(slice_equal(got, slice_of(cases[i].want)), "%s\n   want %s\n   got  " SLICE_FMT, cases[i].text,
		          cases[i].want, SLICE_ARG(got));
		arena_free(r->arena);
	}
}
