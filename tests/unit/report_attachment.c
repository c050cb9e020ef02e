/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON audit as the briefing takes it: whole, or only its digest. */
#include "arena_fixture.h"
#include "report/attachment.h"
#include "report_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(attachment, .init = arena_set_up, .fini = arena_tear_down);

static const report_options with = {.level = SEVERITY_WARNING};

Test(attachment, is_the_json_audit_to_the_byte)
{
	const audit *au = report_fixture(a);
	slice json = fixture_report(a, report_json, au, &with);
	attachment t;
	cr_assert(attachment_make(a, au, &with, json.len, &t), "just room enough");
	cr_expect(slice_equal((slice){t.bytes, t.len}, json));
	digest whole = digest_of(json);
	cr_expect_eq(memcmp(&t.digest, &whole, sizeof whole), 0);
	attachment_free(&t);
}

Test(attachment, that_is_too_large_leaves_its_digest)
{
	const audit *au = report_fixture(a);
	slice json = fixture_report(a, report_json, au, &with);
	digest whole = digest_of(json);
	const size_t rooms[] = {0, 1, json.len / 2, json.len - 1};
	for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
		attachment t;
		cr_assert(attachment_make(a, au, &with, rooms[i], &t));
		cr_expect_null(t.bytes, "%zu", rooms[i]);
		cr_expect_eq(t.len, 0);
		cr_expect_eq(memcmp(&t.digest, &whole, sizeof whole), 0);
		attachment_free(&t);
	}
}

Test(attachment, digest_does_not_depend_on_the_pieces)
{
	slice text = SLICE("of one long piece");
	for (size_t cut = 0; cut <= text.len; cut++) {
		digest_state *state = digest_begin(a);
		digest_go_on(state, slice_sub(text, 0, cut));
		digest_go_on(state, slice_sub(text, cut, text.len));
		digest got = digest_end(state), want = digest_of(text);
		cr_expect_eq(memcmp(&got, &want, sizeof want), 0, "%zu", cut);
	}
}
