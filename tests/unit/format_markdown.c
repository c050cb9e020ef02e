/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown into blocks. Each case is a text and its blocks, one a line, indented below what holds them: kind, and what tells its
 * place (level; list and number; row and column), then its text: / for line ends, {…} round code, [ … ] round a footnote's mark,
 * * … * strong, ~ … ~ struck, < … > a link. */
#include "arena_fixture.h"
#include "base_random.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

TestSuite(markdown, .init = arena_set_up, .fini = arena_tear_down);

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

Test(markdown, a_line_broken_on_purpose_ends_what_stands_on_it)
{
	expect("**Date:** May  \n**Ships:** 6<br>\nBoats: 7<br/>\nor more\n",
	       "para *Date:* May\npara *Ships:* 6\npara Boats: 7/or more\n");
	expect("- Ships: 6  \n  Boats: 7\n- b\n", "item1 Ships: 6\n  para Boats: 7\nitem1 b\n");
	expect("> Ships: 6\\\n> Boats: 7\n", "quote Ships: 6\n  para Boats: 7\n");
	expect("<p>Ships: 6<br>\n  Boats: 7<br><br>Then</p>\n", "para Ships: 6\npara Boats: 7\npara Then\n");
	expect("Six<br>Two\n===\n", "head1 Six/Two\n");
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
	expect("```note of `x`\nSix\n```\n\n```x``` is y\n", "code Six\npara {x} is y\n");
	expect("    int a = 5;\n      b\n", "code int a = 5;/  b\n");
}

Test(markdown, entities_become_their_signs)
{
	expect("5&nbsp;kg &amp; 6 &#8364; &ndash; &nosuch;\n", "para 5\xC2\xA0kg & 6 \xE2\x82\xAC \xE2\x80\x93 &nosuch;\n");
}

Test(markdown, footnotes_stand_behind_the_text)
{
	expect("About 1,200[^1] ships.\n\n[^1]: Of 3,000 in all,\n    by one count.\n\n    More.\n\nAfter.\n",
	       "para About 1,200([1]) ships.\npara After.\nnote Of 3,000 in all,/by one count.\n  para More.\n");
	expect("Six[^a] and [^b c] or [^].\n\n[^a]: 4,200\n[^b]: b\n# Six\n",
	       "para Six([a]) and [^b c] or [^].\nhead1 Six\nnote 4,200\nnote b\n");
	expect("```\n[^1]: code\n```\n", "code [^1]: code\n");
}

Test(markdown, html_is_read_as_what_it_shows)
{
	expect("<details><summary>9 changes</summary>\n\n- oak\n- ash\n\n</details>\n",
	       "caption 9 changes\nitem1 oak\nitem1 ash\n");
	expect("| a | b |\n|---|---|\n| one<br>two | <b>3</b> |\n", "cell0,0h a\ncell0,1h b\ncell1,0 one/two\ncell1,1 *3*\n");
	expect(
		"<table>\n<tr><th>a<th colspan=2>b</tr>\n<tr><td>1</td>\n<td>\n\n- x\n\n</td><td>&lt;3</td></tr>\n</table>\n\nAfter\n",
		"cell0,0h a\ncell0,1h b\ncell1,0 1\ncell1,1\n  item2 x\ncell1,2 <3\npara After\n");
	expect("<div align=\"center\">\n  <h1>Six <i>ships</i></h1>\n  <p>Two\nmore</p> boats\n</div>\n",
	       "head1 Six ships\npara Two/more\npara boats\n");
	expect("<ol start=3><li>a<li>b\n<ul><li>c</ul></ol>\n", "item1:3 a\nitem1:4 b\n  item2 c\n");
	expect("One <!-- of 7 --> two.\n\n<!--\n8 more\n-->\n\n- a\n", "para One  two.\nitem1 a\ncode of 7\ncode 8 more\n");
	expect("<script>\nvar a = 5;\n</script>\n\n<style>\np { top: 6px }\n</style>\nSix\n", "para Six\n");
	expect("10<sup>6</sup> in 5 km<sup>2</sup>, 1,200<sup>3</sup> or the 5<sup>th</sup>.\n",
	       "para 10\xE2\x81\xB6 in 5 km\xC2\xB2, 1,200(3) or the 5th.\n");
	expect("- a<p>b</p>\n\n<table><tr><td>\n\n# Six\n", "item1 a b\ncell0,0\nhead1 Six\n");
}

Test(markdown, images_show_their_text_and_badges_what_they_tell)
{
	expect("![Six ships](ships.png \"7\")\n", "para Six ships\n");
	expect("[![b](https://img.shields.io/badge/coverage-93%25-green.svg?style=9)](https://example.org/4)\n",
	       "para <coverage 93%>\n");
	expect("![b](https://img.shields.io/badge/unit__tests-1--2_more-red)\n", "para unit_tests 1-2 more\n");
	expect("<img alt=\"Six\" src=\"https://badgen.net/badge/tests/142/blue\">\n", "para tests 142\n");
	expect("![a licence](https://img.shields.io/badge/MIT-green) <img src=x alt='Two &amp; 3'>\n",
	       "para a licence Two & 3\n");
}

Test(markdown, what_other_tools_add_is_no_text)
{
	expect("::: {.note width=50%}\nSix\n:::\n\n:::tip Two rules\nb\n:::\n", "para Six\npara Two rules\npara b\n");
	expect("!!! note \"Two rules\"\n    Six\n\n    ```\n    5\n    ```\nAfter\n",
	       "quote Two rules\n  para Six\n  code 5\npara After\n");
	expect("> [!WARNING]\n> Six\n", "quote Six\n");
	expect(
		"# Six {#id .class}\n\nText{: .a-5}\n{: width=\"50\"}\n\n{% if a > 5 %}\nTwo {{ page.a5 }} b\n{% endif %}\n\n<%= a 7 %>\n",
		"head1 Six\npara Text\npara Two  b\n");
	expect("Keep {5} and `{{ 6 }}`.\n", "para Keep {5} and {{{ 6 }}}.\n");
	expect("$$\na = 5\n$$\n\n$$b = 6$$\n", "code a = 5\npara {b = 6}\n");
	expect("```{r, fig.width=5}\nplot(6)\n```\n", "code plot(6)\n");
}

Test(markdown, columns_may_be_ruled_by_one_dash)
{
	expect("a|b\n-|:\n1|2\n\n|a|b|\n|-|:-:|\n|1|2|\n", "para a|b/-|:/1|2\ncell0,0h a\ncell0,1h b\ncell1,0 1\ncell1,1 2\n");
	expect("> a | b\n> --|--\n> 1 | 2\n", "quote\n  cell0,0h a\n  cell0,1h b\n  cell1,0 1\n  cell1,1 2\n");
}

Test(markdown, a_lone_tag_that_html_does_not_know_only_parts_what_stands_around_it)
{
	expect("<rigging>\nThree knots:\n- a\n- b\n</rigging>\n<next-part kind=\"old\">\n- c\n</next-part>\n",
	       "para Three knots:\nitem1 a\nitem1 b\nitem2 c\n");
	expect("<step>\n    <p>Six</p>\n</step>\n", "para Six\n");
	expect("<step> of\n- a\n", "para of\nitem1 a\n");
}

Test(markdown, components_of_mdx_are_no_text)
{
	read_source source = {.name = SLICE("t.mdx"),
	                      .bytes = SLICE("import A from './a5'\nexport const b = {\n  c: 6,\n}\n\n# Six {props.c}\n\n"
	                                     "<A n={7}\n   m=\"8\"\n/>\n\n<B>\n\nTwo {/* 9 */} b\n\n</B>\n")};
	document d = read_document(a, &source);
	char *shown = show(&d);
	cr_expect_str_eq(shown, "head1 Six\npara Two  b\n", "%s", shown);
	free(shown);
}

Test(markdown, front_matter_tells_of_the_document_and_is_no_text)
{
	document d =
		read(SLICE("---\ntitle: \"Six: ships\" # 7\ndate: 2021-03-04T10:00:00Z\nplace: Brenn\nlang: en\ntags:\n- a\n"
	               "  - 5\npublisher: 'The Harbour'\n---\n\nText\n"));
	cr_expect(slice_equal(d.title, SLICE("Six: ships")));
	cr_expect(d.title_told);
	cr_expect(slice_equal(d.place, SLICE("Brenn")));
	cr_expect(slice_equal(d.publisher, SLICE("The Harbour")));
	cr_expect(slice_equal(d.lang, SLICE("en")));
	cr_expect_eq(d.dated.year, 2021);
	cr_expect_eq(d.dated.day, 4);
	cr_expect_eq(d.block_count, 1);
	uint32_t line, col;
	document_place(&d, d.blocks[0].start, &line, &col);
	cr_expect_eq(line, 12);
	d = read(SLICE("\xEF\xBB\xBF+++\r\ntitle = 'Six'\r\ndate = 2021-03-04\r\n[a]\r\nb = [\r\n 5,\r\n]\r\n+++\r\nText\r\n"));
	cr_expect(slice_equal(d.title, SLICE("Six")));
	cr_expect_eq(d.dated.month, 3);
	cr_expect_eq(d.block_count, 1);
}

Test(markdown, the_title_is_the_highest_heading_that_opens_the_text)
{
	cr_expect(slice_equal(read(SLICE("# Six\n## The ships of the year\nText\n")).title, SLICE("Six")));
	cr_expect(slice_equal(read(SLICE("### A report\n# Six\nText\n")).title, SLICE("Six")));
	cr_expect(slice_equal(read(SLICE("Text\n\n# Six\n")).title, SLICE("")));
}

Test(markdown, what_is_no_front_matter_is_text)
{
	expect("---\n\nSix ships.\n\n---\n\nTwo\n", "para Six ships.\npara Two\n");
	expect("---\ntitle: Six\nand seven of them\n---\n", "head2 title: Six/and seven of them\n");
	expect("---\ntitle: Six\n", "para title: Six\n");
	expect("---\n---\nSix\n", "para Six\n");
	expect("Text\n\n---\ntitle: Six\n---\n", "para Text\nhead2 title: Six\n");
}

Test(markdown, what_is_nested_too_deep_is_text_of_what_holds_it)
{
	enum { DEEP = 20000 };
	char *text = arena_alloc(a, 2 * DEEP + 4);
	for (size_t i = 0; i < DEEP; i++)
		memcpy(text + 2 * i, "* ", 2);
	memcpy(text + 2 * DEEP, "Six\n", 4);
	clock_t began = clock();
	document d = read((slice){text, 2 * DEEP + 4});
	cr_expect_leq(d.block_count, 300);
	cr_expect(slice_find(d.text, SLICE("Six")) != SIZE_MAX);
	cr_expect_lt(clock() - began, CLOCKS_PER_SEC / 2);
}

/* Whether the reading ends under a limit, well or for want of memory. */
static bool read_within(size_t limit)
{
	static const char text[] =
		"# Six\n\n- a **b**[^1]\n  > c `d`\n\n| a | b |\n|---|---|\n| 1 | &amp; |\n\n<p>e</p>\n\n[^1]: f\n";
	jmp_buf fail;
	arena *volatile own = arena_new(&fail);
	volatile bool whole = false;
	if (setjmp(fail) == 0) {
		arena_limit(own, limit);
		read_source source = {.name = SLICE("t.md"), .bytes = SLICE(text)};
		whole = read_document(own, &source).status == DOCUMENT_OK;
	}
	arena_free(own);
	return whole;
}

Test(markdown, memory_that_ends_ends_the_reading_with_nothing_left_behind)
{
	size_t wholes = 0;
	for (size_t limit = 0; limit < 64000; limit += 160)
		wholes += read_within(limit);
	cr_expect(wholes > 0 && wholes < 400);
}

/* Whether text and source have the same n bytes, or the text white space. */
static bool stands_for(const char *text, const char *source, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text[i] != source[i] && !strchr(" \t\n", text[i]))
			return false;
	return true;
}

/* Every part of as many bytes on both sides has the same bytes there, but where white space parts two texts; none reaches beyond
 * the source. */
static void check_parts(const document *d, const char *what)
{
	for (size_t i = 0; i < d->part_count; i++) {
		const source_part *p = &d->parts[i];
		uint32_t next = i + 1 < d->part_count ? p[1].text : (uint32_t)d->text.len;
		cr_assert(p->source <= p->source_end && p->source_end <= d->source.len, "%s", what);
		cr_assert(next >= p->text, "%s", what);
		bool same = next - p->text == p->source_end - p->source;
		cr_assert(!same || stands_for(d->text.ptr + p->text, d->source.ptr + p->source, next - p->text),
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
