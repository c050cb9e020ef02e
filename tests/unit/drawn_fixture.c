/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawn_fixture.h"

#include "outline_fixture.h"

#include <criterion/criterion.h>

sheet s;

void drawn_set_up(void)
{
	arena_set_up();
	s = sheet_new();
}

document drawn_read(void)
{
	return outline_read(a, SLICE("made.pdf"), sheet_bytes(a, &s));
}

void drawn_expect(const char *outline)
{
	document d = drawn_read();
	cr_expect_eq(d.status, DOCUMENT_OK, SLICE_FMT, SLICE_ARG(d.why));
	cr_expect_str_eq(outline_of(a, &d), outline);
}
