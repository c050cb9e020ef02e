/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown into blocks. Each case is a text and its blocks, one a line, indented below what holds them: kind, and what tells its
 * place (level; list and number; row and column), then its text: / for line ends, {…} round code, [ … ] round a footnote's mark,
 * * … * strong, ~ … ~ struck, < … > a link. */
#include "base_random.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static arena *a;

static void set_up(void)
{
	a = arena_new(NULL);
}

static void tear_down(void)
{
	arena_free(a);
}

TestSuite(markdown, .init = set_up, .fini = tear_down);

static document read(slice text)
{
	read_source source = {.name = SLICE("t.md"), .bytes = text};
	return read_document(a, &source);
}

static void show_text(FILE *out, const document *d, const block *b)
{
	static const char opening[] = "{*~<(", closing[] = "}*~>)";
	for (uint32_t at = b->start; at <= b->end; at++) {
		for (size_t i = d->inline_count; i-- > 0;)
			if (d->inlines[i].end == at && d->inlines[i].start >= b->start && d->inlines[i].end > d->inlines[i].start)
				fputc(closing[d->inlines[i].kind], out);
		for (size_t i = 0; i < d->inline_count; i++)
			if (d->inlines[i].start == at && d->inlines[i].end <= b->end && d->inlines[i].end > d->inlines[i].start)
				fputc(opening[d->inlines[i].kind], out);
		if (at < b->end)
			fputc(d->text.ptr[at] == '\n' ? '/' : d->text.ptr[at], out);
	}
}

static char *show(const document *d)
{
	static const char *const kinds[] = {"head", "para", "item", "cell", "caption", "note", "quote", "code"};
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	for (size_t i = 0; i < d->block_count; i++) {
		const block *b = &d->blocks[i];
		for (int32_t p = b->parent; p >= 0; p = d->blocks[p].parent)
			fputs("  ", out);
		fputs(kinds[b->kind], out);
		if (b->kind == BLOCK_HEADING)
			fprintf(out, "%u", b->level);
		if (b->kind == BLOCK_ITEM)
			fprintf(out, "%u", b->group);
		if (b->kind == BLOCK_ITEM && b->number)
			fprintf(out, ":%u", b->number);
		if (b->kind == BLOCK_CELL)
			fprintf(out, "%u,%u%s", b->row, b->col, b->header ? "h" : "");
		if (b->end > b->start)
			fputc(' ', out);
		show_text(out, d, b);
		fputc('\n', out);
	}
	fclose(out);
	return text;
}

static void expect(const char *text, const char *blocks)
{
	document d = read(slice_of(text));
	char *shown = show(&d);
	cr_expect_str_eq(shown, blocks, "of\n%s\ngot\n%sinstead of\n%s", text, shown, blocks);
	free(shown);
}

Test(markdown, marks_are_no_text)
{
	expect("# The *old* fleet\n\nSix **ships** and __two__ boats\nin port.\n\nHarbour\n=======\n",
	       "head1 The old fleet\npara Six *ships* and *two* boats/in port.\nhead1 Harbour\n");
	expect("See [the ten rules](https://example.org/9 \"8\") or <https://example.org/7>.\n",
	       "para See <the ten rules> or <https://example.org/7>.\n");
	expect("Set `n = 5`, not ~~six~~ seven.\n", "para Set {n = 5}, not ~six~ seven.\n");
	expect("One\\\ntwo  \nthree\n", "para One/two/three\n");
}

Test(markdown, lists_nest_and_keep_their_numbers)
{
	expect("- oak\n  - ash\n    and elm\n- yew\n", "item1 oak\n  item2 ash/and elm\nitem1 yew\n");
	expect("3. oak\n4. ash\n\n   with leaves\n\nThen:\n\n5. yew\n",
	       "item1:3 oak\nitem1:4 ash\n  para with leaves\npara Then:\nitem2:5 yew\n");
	expect("- [x] done\n- [ ] open\n", "item1 done\nitem1 open\n");
	expect("- oak\n* ash\n", "item1 oak\nitem2 ash\n");
	expect("-\n- > quoted\n- ```\n  code\n  ```\n", "item1\nitem1\n  quote quoted\nitem1\n  code code\n");
}

Test(markdown, tables_have_rows_and_columns)
{
	expect("| Tree | High |\n|---|--:|\n| oak | **21** m |\n| ash |\n| yew | 9 | 8 |\n| | 3 |\n",
	       "cell0,0h Tree\ncell0,1h High\ncell1,0 oak\ncell1,1 *21* m\ncell2,0 ash\ncell2,1\ncell3,0 yew\ncell3,1 9\n"
	       "cell4,0\ncell4,1 3\n");
	expect("a \\| b | c\n---|---\n1 | `x \\| y`\n", "cell0,0h a | b\ncell0,1h c\ncell1,0 1\ncell1,1 {x | y}\n");
	document d = read(SLICE("Before:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"));
	cr_assert_eq(d.group_count, 1);
	cr_expect_eq(d.groups[0].rows, 2);
	cr_expect_eq(d.groups[0].cols, 2);
	cr_expect_eq(d.groups[0].header_rows, 1);
}

Test(markdown, quotes_and_code_are_blocks)
{
	expect("> Six ships\n> sank.\n>\n> Two more.\n", "quote Six ships/sank.\n  para Two more.\n");
	expect("```c\nint a = 5;\n\n\treturn 6;\n```\n", "code int a = 5;//    return 6;\n");
	expect("    int a = 5;\n      b\n", "code int a = 5;/  b\n");
}

Test(markdown, entities_become_their_signs)
{
	expect("5&nbsp;kg &amp; 6 &#8364; &ndash; &nosuch;\n", "para 5\xC2\xA0kg & 6 \xE2\x82\xAC \xE2\x80\x93 &nosuch;\n");
}

/* Every part of as many bytes on both sides has the same bytes there; none reaches beyond the source. */
static void check_parts(const document *d, const char *what)
{
	for (size_t i = 0; i < d->part_count; i++) {
		const source_part *p = &d->parts[i];
		uint32_t next = i + 1 < d->part_count ? p[1].text : (uint32_t)d->text.len;
		cr_assert(p->source <= p->source_end && p->source_end <= d->source.len, "%s", what);
		cr_assert(next >= p->text, "%s", what);
		bool same = next - p->text == p->source_end - p->source;
		cr_assert(!same || memcmp(d->text.ptr + p->text, d->source.ptr + p->source, next - p->text) == 0,
		          "\"" SLICE_FMT "\" for \"" SLICE_FMT "\" of %s", (int)(next - p->text), d->text.ptr + p->text,
		          (int)(p->source_end - p->source), d->source.ptr + p->source, what);
	}
	for (size_t i = 0; i < d->block_count; i++)
		cr_assert(d->blocks[i].start <= d->blocks[i].end && d->blocks[i].end <= d->text.len, "%s", what);
}

Test(markdown, every_text_knows_its_source)
{
	static const char *const pieces[] = {
		"\n",
		"\n\n",
		" ",
		"    ",
		"\t",
		"- ",
		"1. ",
		"2) ",
		"> ",
		"# ",
		"**",
		"_",
		"`",
		"```\n",
		"~~",
		"|",
		"|--|",
		"--|--\n",
		"a | b",
		"[^1]",
		"[^1]: ",
		"[x](y)",
		"![6](i)",
		"&amp;",
		"&#48;",
		"12",
		" ships",
		"5.0%",
		"\\",
		"\r\n",
		"<br>",
		"<!-- 7 ",
		"-->",
		"<td>",
		"</td>",
		"<table>\n",
		"<summary>",
		"</summary>",
		"---\n",
		"$$\n",
		"<",
		">",
		":::\n",
		"{: .a}\n",
		"{% x %}",
		"\xC3\xA9",
		"![b](https://img.shields.io/badge/a-1--2_b-red)",
		"<sup>1</sup>",
		"=== \"A\"\n",
		"!!! note\n",
	};
	char text[512];
	uint64_t state = 1;
	for (int round = 0; round < 20000; round++) {
		size_t n = 0, parts = (size_t)random_between(&state, 0, 40);
		for (size_t i = 0; i < parts; i++) {
			const char *piece = pieces[random_bits(&state) % (sizeof pieces / sizeof *pieces)];
			if (n + strlen(piece) < sizeof text - 1) {
				memcpy(text + n, piece, strlen(piece));
				n += strlen(piece);
			}
		}
		text[n] = '\0';
		document d = read((slice){text, n});
		check_parts(&d, text);
		arena_reset(a);
	}
}
