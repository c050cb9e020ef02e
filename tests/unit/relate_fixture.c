/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate_fixture.h"
#include "read/read.h"

#include <criterion/criterion.h>

relate_fixture relate_with;

void relate_fixture_set_up(void)
{
	rule_fixture_set_up();
	relate_with = (relate_fixture){.a = rule_with.a, .rules = rule_fixture_built_in()};
}

void relate_fixture_tear_down(void)
{
	rule_fixture_tear_down();
}

reading_of relate_fixture_of(const document *d)
{
	reading_of doc = {.doc = d};
	doc.scan = scan_document(relate_with.a, relate_with.rules->lex, d);
	doc.claims = claim_document(relate_with.a, &doc.scan);
	return doc;
}

reading_of relate_fixture_read(const char *text)
{
	read_source source = {.name = SLICE("t.md"), .bytes = slice_of(text)};
	document *d = ARENA_NEW(relate_with.a, document);
	*d = read_document(relate_with.a, &source);
	return relate_fixture_of(d);
}

slice relate_fixture_join(slice all, slice more)
{
	return arena_printf(relate_with.a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), all.len ? " | " : "", SLICE_ARG(more));
}

void relate_fixture_expect(const char *text, slice got, const char *want)
{
	cr_expect(slice_equal(got, slice_of(want)), "%s\nbinds \"" SLICE_FMT "\", not \"%s\"", text, SLICE_ARG(got), want);
}
