/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims, findings and the audit as JSON: every key in its order, decimals as text, null where nothing is known. */
#include "arena_fixture.h"
#include "report/claim_view.h"
#include "report/json_write.h"
#include "report_fixture.h"

#include <cjson/cJSON.h>
#include <criterion/criterion.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

TestSuite(json, .init = arena_set_up, .fini = arena_tear_down);

static slice nth_line(slice text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		text = slice_sub(text, slice_find_byte(text, '\n') + 1, text.len);
	return slice_sub(text, 0, slice_find_byte(text, '\n'));
}

static void expect_text(slice got, const char *want)
{
	cr_expect(slice_equal(got, slice_of(want)), "\n got %.*s\nwant %s", SLICE_ARG(got), want);
}

Test(json, claim_has_every_key_in_the_order_of_the_contract)
{
	slice all = fixture_report(a, report_claims_jsonl, report_fixture(a), &(report_options){0});
	expect_text(
		nth_line(all, FIXTURE_22),
		"{\"id\":\"news/a.txt#19\",\"doc\":\"news/a.txt\",\"start\":19,\"end\":21,\"unit_start\":19,\"unit_end\":21,"
		"\"quote_start\":19,\"quote_end\":21,\"line\":1,\"col\":20,\"page\":null,\"box\":null,\"sheet\":null,\"cell\":null,"
		"\"literal\":\"22\",\"quote\":\"22\",\"kind\":\"count\",\"hedge\":null,\"value\":\"22\",\"lo\":\"22\",\"hi\":\"22\","
		"\"lo_open\":false,\"hi_open\":false,\"integer\":true,\"ulp\":\"1\",\"unit\":null,\"currency\":null,"
		"\"measure\":{\"head\":\"depot\",\"phrase\":\"depots\",\"modifiers\":[],\"elided_from\":null},\"predicate\":\"close\","
		"\"when\":{\"from\":\"2020-01-01\",\"to\":\"2020-12-31\"},\"where\":null,\"who\":null,\"section\":null,"
		"\"mode\":\"asserted\"}");
}

static cJSON *claim_json_of(uint32_t index)
{
	slice all = fixture_report(a, report_claims_jsonl, report_fixture(a), &(report_options){0});
	cJSON *json = cJSON_ParseWithOpts(arena_copy(a, nth_line(all, index)).ptr, NULL, 1);
	cr_assert(json);
	return json;
}

static void expect_string(const cJSON *json, const char *key, const char *want)
{
	const cJSON *got = cJSON_GetObjectItemCaseSensitive(json, key);
	cr_assert(got, "there is no %s", key);
	if (!want)
		cr_expect(cJSON_IsNull(got), "%s is not null", key);
	else
		cr_expect(cJSON_IsString(got) && strcmp(got->valuestring, want) == 0, "%s is %s, not %s", key,
		          cJSON_IsString(got) ? got->valuestring : "no string", want);
}

Test(json, open_end_is_null_and_open)
{
	cJSON *c = claim_json_of(FIXTURE_24);
	expect_string(c, "hedge", "more than");
	expect_string(c, "value", "24");
	expect_string(c, "lo", "24");
	expect_string(c, "hi", NULL);
	cr_expect(cJSON_IsTrue(cJSON_GetObjectItem(c, "lo_open")));
	cr_expect(cJSON_IsTrue(cJSON_GetObjectItem(c, "hi_open")));
	expect_string(c, "quote", "more than 24 depots");
	expect_string(c, "who", "he \"said\"");
	cJSON_Delete(c);
}

Test(json, percent_is_told_as_written)
{
	cJSON *c = claim_json_of(FIXTURE_PERCENT);
	expect_string(c, "value", "12");
	expect_string(c, "lo", "11.5");
	expect_string(c, "hi", "12.5");
	expect_string(c, "unit", "%");
	cJSON_Delete(c);
}

Test(json, what_is_no_decimal_is_also_told_exactly)
{
	cJSON *c = claim_json_of(FIXTURE_THIRD);
	expect_string(c, "value", "0.33333333333333333");
	expect_string(c, "exact", "1/3");
	expect_string(c, "kind", "fraction");
	expect_string(cJSON_GetObjectItem(c, "measure"), "elided_from", "news/a.txt#59");
	cJSON_Delete(c);
}

Test(json, set_of_several_pieces_is_told_piece_by_piece)
{
	claim_cursor cursor = claim_cursor_on(report_fixture(a), 0, a);
	claim_view v = *claim_cursor_next(&cursor);
	set low = set_closed(rational_of(3, 1), rational_of(5, 1)),
		high = set_of((interval){rational_of(8, 1), RATIONAL_INFINITY, true, true});
	v.plain = set_union(&low, &high);
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	json_writer w = json_writer_on(out);
	claim_json(&w, &v);
	fclose(out);
	cr_expect(strstr(text, "\"set\":[{\"lo\":\"3\",\"hi\":\"5\",\"lo_open\":false,\"hi_open\":false},"
	                       "{\"lo\":\"8\",\"hi\":null,\"lo_open\":true,\"hi_open\":true}]"),
	          "%s", text);
	free(text);
}

Test(json, year_has_its_date_and_a_label_its_reason)
{
	cJSON *c = claim_json_of(FIXTURE_YEAR);
	expect_string(c, "date", "2020");
	cJSON_Delete(c);
	c = claim_json_of(5);
	expect_string(c, "kind", "label");
	expect_string(c, "why", "phone number");
	expect_string(c, "value", NULL);
	cr_expect(cJSON_IsNull(cJSON_GetObjectItem(c, "lo_open")));
	cJSON_Delete(c);
}

Test(json, finding_has_every_key_in_the_order_of_the_contract)
{
	slice got = fixture_report(a, report_findings_jsonl, report_fixture(a), &(report_options){.level = SEVERITY_ERROR});
	expect_text(
		slice_trim(got),
		"{\"id\":\"F-01\",\"rule\":\"N501\",\"name\":\"same-measure\",\"severity\":\"error\",\"verdict\":\"fails\","
		"\"message\":\"\\\"more than 24\\\" and \\\"22\\\" cannot both be the number of depots\",\"stated\":\"(24, ∞)\","
		"\"computed\":\"{22}\",\"gap\":\"2\",\"figures\":["
		"{\"claim\":\"news/a.txt#59\",\"doc\":\"news/a.txt\",\"line\":3,\"col\":21,\"page\":null,\"start\":59,\"end\":61,"
		"\"literal\":\"24\",\"quote\":\"more than 24 depots\",\"role\":\"stated\",\"in\":\"core\"},"
		"{\"claim\":\"news/a.txt#19\",\"doc\":\"news/a.txt\",\"line\":1,\"col\":20,\"page\":null,\"start\":19,\"end\":21,"
		"\"literal\":\"22\",\"quote\":\"22\",\"role\":\"computed\",\"in\":\"core\"}],"
		"\"link\":{\"grade\":\"certain\",\"reasons\":[\"same noun (depots)\",\"closed = shut\"]},"
		"\"suspect\":{\"claim\":\"news/a.txt#59\",\"why\":\"the only one whose removal mends both\"},"
		"\"repair\":{\"claim\":\"news/a.txt#59\",\"from\":\"24\",\"to\":\"20\",\"edit\":\"one digit\"},"
		"\"fingerprint\":\"abc123\",\"suppressed\":null}");
}

Test(json, findings_below_the_level_or_suppressed_are_left_out_of_the_stream_only)
{
	audit *au = report_fixture(a);
	au->findings[0].severity = SEVERITY_NOTE;
	cr_expect_eq(fixture_report(a, report_findings_jsonl, au, &(report_options){.level = SEVERITY_WARNING}).len, 0);
	au->findings[0].severity = SEVERITY_ERROR;
	au->findings[0].suppressed = SLICE("declared different");
	cr_expect_eq(fixture_report(a, report_findings_jsonl, au, &(report_options){.level = SEVERITY_NOTE}).len, 0);
	slice all = fixture_report(a, report_json, au, &(report_options){.level = SEVERITY_ERROR});
	cr_expect_neq(slice_find(all, SLICE("\"suppressed\":\"declared different\"")), SIZE_MAX);
}

Test(json, audit_is_the_same_bytes_twice_with_an_object_a_line)
{
	audit *au = report_fixture(a);
	slice one = fixture_report(a, report_json, au, &(report_options){0});
	slice two = fixture_report(a, report_json, au, &(report_options){0});
	cr_expect(slice_equal(one, two));
	cr_expect(slice_starts_with(nth_line(one, 4), SLICE("    {\"path\":\"news/a.txt\"")));
}

static slice written(slice s)
{
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	json_writer w = json_writer_on(out);
	json_string(&w, s);
	fclose(out);
	slice copy = arena_copy(a, (slice){text, n});
	free(text);
	return copy;
}

Test(json, strings_are_escaped_and_never_broken_utf8)
{
	expect_text(written(SLICE("a\"b\\c\n\t\x01")), "\"a\\\"b\\\\c\\n\\t\\u0001\"");
	expect_text(written(SLICE("\xC3\xA9\xFF!\xC3")), "\"é\uFFFD!\uFFFD\"");
	expect_text(written(SLICE("")), "\"\"");
}

Test(json, every_byte_string_survives_or_is_replaced)
{
	unsigned seed = 1;
	for (int round = 0; round < 500; round++) {
		char bytes[24];
		for (size_t i = 0; i < sizeof bytes; i++) {
			seed = seed * 1103515245 + 12345;
			bytes[i] = (char)(1 + (seed >> 16) % 255);
		}
		slice text = written((slice){bytes, sizeof bytes});
		cJSON *json = cJSON_ParseWithOpts(text.ptr, NULL, 1);
		cr_assert(cJSON_IsString(json));
		cr_expect(slice_equal(written(slice_of(json->valuestring)), text), "read and written again, it is the same");
		cJSON_Delete(json);
	}
}

Test(json, full_device_is_a_failure)
{
	FILE *full = fopen("/dev/full", "w");
	cr_assert(full);
	setvbuf(full, NULL, _IONBF, 0);
	cr_expect_not(report_json(report_fixture(a), &(report_options){0}, full));
	cr_expect_not(report_text(report_fixture(a), &(report_options){.level = SEVERITY_NOTE}, full));
	cr_expect_not(report_claims_csv(report_fixture(a), &(report_options){0}, full));
	fclose(full);
}
