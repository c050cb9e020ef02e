/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSONL: one document a line; a bad line is told and the others are read. */
#include "arena_fixture.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(jsonl, .init = arena_set_up, .fini = arena_tear_down);

static read_list read(slice bytes)
{
	read_list out = {0};
	jsonl_sources(a, SLICE("in.jsonl"), bytes, &out);
	return out;
}

Test(jsonl, a_record_is_a_document_with_what_it_tells)
{
	read_list got = read(SLICE(
		"{\"id\":\"a/1\",\"text\":\"45 voted.\\n\",\"collection\":\"a\",\"title\":\"Vote\",\"date\":\"2020-11-18\",\"more\":[1]}\n"
		"\r\n  {\"text\":\"\",\"id\":\"b\",\"date\":\"2021-02-03T10:00:00Z\",\"title\":null}\r\n"));
	cr_assert_eq(got.n, 2);
	const read_source *s = &got.at[0];
	cr_expect_eq(s->broken.len, 0);
	cr_expect(slice_equal(s->name, SLICE("a/1")) && slice_equal(s->bytes, SLICE("45 voted.\n")) &&
	          slice_equal(s->collection, SLICE("a")));
	cr_expect(slice_equal(s->title, SLICE("Vote")) && s->dated.year == 2020 && s->dated.month == 11 && s->dated.day == 18 &&
	          s->decoded);
	s = &got.at[1];
	cr_expect_eq(s->broken.len, 0);
	cr_expect_eq(s->collection.len, 0, "without a collection it stands alone");
	cr_expect_eq(s->dated.month, 2);
	document d = read_document(a, s);
	cr_expect_eq(d.status, DOCUMENT_EMPTY);
}

Test(jsonl, equal_ids_are_both_kept)
{
	cr_expect_eq(read(SLICE("{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"a\",\"text\":\"2\"}")).n, 2);
}

Test(jsonl, a_bad_line_is_named_by_its_number_and_told_why)
{
	static const struct {
		slice line;
		const char *words;
	} rows[] = {
		{SLICE("{\"id\":\"a\""), "not valid JSON"},
		{SLICE("[1]"), "one JSON object"},
		{SLICE("{\"id\":\"a\"}"), "it has no \"text\""},
		{SLICE("{\"text\":\"a\"}"), "it has no \"id\""},
		{SLICE("{\"id\":1,\"text\":\"a\"}"), "\"id\" is no string"},
		{SLICE("{\"id\":\"\",\"text\":\"a\"}"), "\"id\" is empty"},
		{SLICE("{\"id\":\"a\",\"text\":\"b\",\"text\":\"c\"}"), "twice"},
		{SLICE("{\"id\":\"a\",\"text\":\"b\"} x"), "behind the JSON object"},
		{SLICE("{\"id\":\"a\",\"text\":\"b\",\"date\":\"Tuesday\"}"), "\"date\" is no date"},
		{SLICE("{\"id\":\"a\",\"text\":\"b\\u0000c\"}"), "NUL"},
		{SLICE("{\"id\":\"a\",\"text\":\"b\0c\"}"), "NUL"},
		{SLICE("{\"id\":\"a\",\"text\":\"\xFF\"}"), "not valid UTF-8"},
		{SLICE("{\"id\":\"a\",\"text\":\"\\ud800\"}"), "not valid JSON"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		slice text = arena_printf(a, "\n{\"id\":\"ok\",\"text\":\"x\"}\n");
		char *bytes = arena_alloc(a, text.len + rows[i].line.len);
		memcpy(bytes, text.ptr, text.len);
		memcpy(bytes + text.len, rows[i].line.ptr, rows[i].line.len);
		read_list got = read((slice){bytes, text.len + rows[i].line.len});
		cr_assert_eq(got.n, 2);
		cr_expect_eq(got.at[0].broken.len, 0);
		cr_expect(slice_equal(got.at[1].name, SLICE("in.jsonl:3")));
		cr_expect_neq(slice_find(got.at[1].broken, slice_of(rows[i].words)), SIZE_MAX, "\"%s\" in: " SLICE_FMT,
		              rows[i].words, SLICE_ARG(got.at[1].broken));
		cr_expect_eq(read_document(a, &got.at[1]).status, DOCUMENT_UNREADABLE);
	}
}

Test(jsonl, an_escaped_backslash_before_u0000_is_no_nul)
{
	read_list got = read(SLICE("{\"id\":\"a\",\"text\":\"b\\\\u0000c\"}"));
	cr_assert_eq(got.n, 1);
	cr_expect_eq(got.at[0].broken.len, 0);
	cr_expect(slice_equal(got.at[0].bytes, SLICE("b\\u0000c")));
}

Test(jsonl, deep_nesting_and_random_bytes_are_told_not_fatal)
{
	char *deep = arena_alloc(a, 1 << 20);
	memset(deep, '[', 1 << 20);
	cr_expect_eq(read((slice){deep, 1 << 20}).n, 1);
	static const char alphabet[] = "{}[]\":,\\u0idtex \n1\xC3\xA9\xFF";
	uint64_t state = 99991;
	for (int round = 0; round < 10000; round++) {
		char text[80];
		size_t length = 1 + state % sizeof text;
		for (size_t n = 0; n < length; n++) {
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			text[n] = alphabet[(state >> 16) % (sizeof alphabet - 1)];
		}
		arena *own = arena_new(NULL);
		read_list got = {0};
		jsonl_sources(own, SLICE("r"), (slice){text, length}, &got);
		for (size_t i = 0; i < got.n; i++)
			cr_assert_gt(got.at[i].name.len, 0);
		arena_free(own);
		state += (uint64_t)round;
	}
}
