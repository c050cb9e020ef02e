/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML and JSON into nodes: places, refusals, and bytes of any kind. */
#include "arena_fixture.h"
#include "base/limits.h"
#include "pack/yaml.h"

#include <criterion/criterion.h>
#include <string.h>

static const node_file *parse(const char *text)
{
	return yaml_parse(a, SLICE("t.yaml"), slice_of(text), &diags);
}

static void expect_error(size_t i, uint32_t line, uint32_t col, const char *words)
{
	cr_assert_lt(i, diags.items.n, "message %zu is there", i);
	const diag *d = &diags.items.at[i];
	cr_expect_eq(d->line, line, "line %u, not %u: " SLICE_FMT, line, d->line, SLICE_ARG(d->message));
	cr_expect_eq(d->col, col, "col %u, not %u: " SLICE_FMT, col, d->col, SLICE_ARG(d->message));
	cr_expect_neq(slice_find(d->message, slice_of(words)), SIZE_MAX, "\"%s\" in: " SLICE_FMT, words, SLICE_ARG(d->message));
}

TestSuite(yaml, .init = arena_set_up, .fini = arena_tear_down);

Test(yaml, a_map_keeps_its_keys_in_order_with_their_places)
{
	const node_file *f = parse("b: 1\na: [x, \"y z\"]\nc:\n  d: [é, {k: v}]\n");
	cr_assert(f);
	cr_assert_eq(f->n, 1);
	const node *root = f->roots;
	cr_assert_eq(root->kind, NODE_MAP);
	cr_assert_eq(root->n, 3);
	cr_expect(slice_equal(node_text(node_key(root, 0)), SLICE("b")));
	cr_expect(slice_equal(node_text(node_key(root, 2)), SLICE("c")));
	const node *list = node_get(root, SLICE("a"));
	cr_assert_eq(list->n, 2);
	cr_expect_eq(list->line, 2);
	cr_expect_eq(list->col, 4);
	cr_expect(node_item(list, 0)->plain);
	cr_expect_not(node_item(list, 1)->plain);
	cr_expect(slice_equal(node_text(node_item(list, 1)), SLICE("y z")));
	const node *inner = node_item(node_get(node_get(root, SLICE("c")), SLICE("d")), 1);
	cr_expect_eq(inner->line, 4);
	cr_expect_eq(inner->col, 10, "columns count code points: %u", inner->col);
	cr_expect_null(node_get(root, SLICE("e")));
	cr_expect_null(node_get(list, SLICE("a")));
}

Test(yaml, several_documents_are_several_roots)
{
	const node_file *f = parse("links: {}\n---\n- id: N1\n- id: N2\n");
	cr_assert(f);
	cr_assert_eq(f->n, 2);
	cr_expect_eq(f->roots[0].kind, NODE_MAP);
	cr_expect_eq(f->roots[1].n, 2);
}

Test(yaml, json_reads_the_same)
{
	const node_file *f = parse("{\"id\": \"N\\u00e9\", \"list\": [1, true, null], \"deep\": {\"x\": \"\"}}");
	cr_assert(f);
	cr_expect(slice_equal(node_text(node_get(f->roots, SLICE("id"))), SLICE("N\xC3\xA9")));
	const node *list = node_get(f->roots, SLICE("list"));
	int64_t number;
	bool truth;
	cr_expect(node_int(&diags, f, node_item(list, 0), &number) && number == 1);
	cr_expect(node_bool(&diags, f, node_item(list, 1), &truth) && truth);
}

Test(yaml, every_duplicate_key_is_told_with_both_its_places)
{
	cr_expect_null(parse("a: 1\nb: 2\na: 3\nc: {x: 1, x: 2}\n"));
	cr_assert_eq(diags.errors, 2);
	expect_error(1, 3, 1, "\"a\" stands here a second time (first on line 1)");
	expect_error(0, 4, 11, "\"x\" stands here a second time");
}

Test(yaml, anchors_aliases_and_tags_are_refused)
{
	cr_expect_null(parse("a: &x 1\nb: *x\nc: !!str 5\n"));
	cr_assert_eq(diags.errors, 3);
	expect_error(0, 1, 7, "anchors");
	expect_error(1, 2, 4, "aliases");
	expect_error(2, 3, 10, "tags");
}

Test(yaml, a_syntax_error_has_its_place_and_the_line)
{
	cr_expect_null(parse("a: 1\nb: c: d\n"));
	cr_assert_eq(diags.errors, 1);
	expect_error(0, 2, 5, "mapping");
	cr_expect(slice_equal(diags.items.at[0].excerpt, SLICE("b: c: d")));
}

Test(yaml, what_is_missing_at_the_end_is_told_on_the_last_line)
{
	cr_expect_null(parse("a: 1\nb: [1, 2\n\n"));
	cr_assert_eq(diags.errors, 1);
	expect_error(0, 2, 9, "closing bracket");
}

Test(yaml, a_key_that_is_a_list_is_refused)
{
	cr_expect_null(parse("? [a, b]\n: 1\n"));
	expect_error(0, 1, 3, "a key must be");
}

Test(yaml, invalid_utf8_is_refused_with_its_place)
{
	cr_expect_null(parse("a: 1\nb: \xC3\x28\n"));
	cr_assert_eq(diags.errors, 1);
	cr_expect(slice_ends_with(diags.items.at[0].file, SLICE(":2:4")), SLICE_FMT, SLICE_ARG(diags.items.at[0].file));
}

Test(yaml, a_nul_byte_is_refused)
{
	cr_expect_null(yaml_parse(a, SLICE("t.yaml"), SLICE("a: b\0c\n"), &diags));
	expect_error(0, 1, 5, "NUL");
}

Test(yaml, an_escape_that_is_no_character_is_refused)
{
	cr_expect_null(parse("a: \"\\ud800\"\n"));
	cr_expect_geq(diags.errors, 1);
}

Test(yaml, nesting_is_limited)
{
	char text[4 * LIMIT_YAML_DEPTH];
	memset(text, '[', LIMIT_YAML_DEPTH);
	memset(text + LIMIT_YAML_DEPTH, ']', LIMIT_YAML_DEPTH);
	cr_expect(yaml_parse(a, SLICE("t"), (slice){text, 2 * LIMIT_YAML_DEPTH}, &diags));
	memset(text, '[', LIMIT_YAML_DEPTH + 1);
	memset(text + LIMIT_YAML_DEPTH + 1, ']', LIMIT_YAML_DEPTH + 1);
	cr_expect_null(yaml_parse(a, SLICE("t"), (slice){text, 2 * LIMIT_YAML_DEPTH + 2}, &diags));
	expect_error(0, 1, LIMIT_YAML_DEPTH + 1, "nested deeper");
}

Test(yaml, very_deep_nesting_ends_soon)
{
	size_t n = 1 << 20;
	char *text = arena_alloc(a, n);
	memset(text, '[', n);
	cr_expect_null(yaml_parse(a, SLICE("t"), (slice){text, n}, &diags));
	for (size_t i = 0; i < n; i++)
		text[i] = i % 2 ? ' ' : '-';
	cr_expect_null(yaml_parse(a, SLICE("t"), (slice){text, n}, &diags));
}

Test(yaml, a_file_over_the_limit_is_refused)
{
	char *text = arena_alloc(a, LIMIT_RULE_FILE_BYTES + 1);
	memset(text, ' ', LIMIT_RULE_FILE_BYTES + 1);
	cr_expect_null(yaml_parse(a, SLICE("t"), (slice){text, LIMIT_RULE_FILE_BYTES + 1}, &diags));
	expect_error(0, 0, 0, "limit");
}

Test(yaml, after_a_hundred_mistakes_the_rest_is_not_told)
{
	char *text = arena_alloc(a, 1 << 20);
	for (size_t i = 0; i < 1 << 20; i += 8)
		memcpy(text + i, "a: 1\n\n\n\n", 8);
	cr_expect_null(yaml_parse(a, SLICE("t"), (slice){text, 1 << 20}, &diags));
	cr_expect_eq(diags.errors, 101);
}

Test(yaml, an_empty_file_has_no_roots)
{
	const node_file *f = parse("");
	cr_assert(f);
	cr_expect_eq(f->n, 0);
	f = parse("# only a comment\n");
	cr_assert(f);
	cr_expect_leq(f->n, 1);
}

Test(yaml, random_bytes_are_read_or_refused_and_never_crash)
{
	static const char alphabet[] = "ab:-[]{}\"'&*!|>%#,? \n\t\\u00\xC3\xA9\xFF";
	uint64_t state = 88172645463325252u;
	for (int round = 0; round < 10000; round++) {
		char text[64];
		size_t n = 0, length = 1 + state % sizeof text;
		for (; n < length; n++) {
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			text[n] = round % 4 ? alphabet[state % (sizeof alphabet - 1)] : (char)(state >> 32);
		}
		arena *own = arena_new(NULL);
		diag_list told = diag_list_new(own);
		const node_file *f = yaml_parse(own, SLICE("t"), (slice){text, n}, &told);
		cr_assert_eq(f == NULL, told.errors > 0, "round %d: refused exactly when something is told", round);
		arena_free(own);
	}
}

Test(node, readers_of_scalars_refuse_what_is_quoted_or_too_large)
{
	const node_file *f =
		parse("{i: -42, big: 9223372036854775807, over: 9223372036854775808, q: \"1\", x: 1x, e: , b: no, l: [1]}");
	cr_assert(f);
	int64_t n = 0;
	bool b;
	cr_expect(node_int(&diags, f, node_get(f->roots, SLICE("i")), &n) && n == -42);
	cr_expect(node_int(&diags, f, node_get(f->roots, SLICE("big")), &n) && n == INT64_MAX);
	static const char *const wrong[] = {"over", "q", "x", "e", "l"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		cr_expect_not(node_int(&diags, f, node_get(f->roots, slice_of(wrong[i])), &n), "%s", wrong[i]);
	cr_expect_not(node_bool(&diags, f, node_get(f->roots, SLICE("b")), &b), "only true and false are truth values");
	cr_expect_eq(diags.errors, 6);
}

Test(node, an_unknown_key_gets_a_suggestion)
{
	static const slice keys[] = {{"severity", 8}, {"message", 7}};
	const node_file *f = parse("sevrity: error\nzzz: 1\nmessage: x\n");
	node_only_keys(&diags, f, f->roots, keys, 2);
	cr_assert_eq(diags.errors, 2);
	expect_error(0, 1, 1, "did you mean \"severity\"?");
	expect_error(1, 2, 1, "unknown key \"zzz\"");
}

TestSuite(node, .init = arena_set_up, .fini = arena_tear_down);
