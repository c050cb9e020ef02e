/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML into blocks, told as outlines. */
#include "arena_fixture.h"
#include "outline_fixture.h"
#include "format/html.h"

#include <criterion/criterion.h>
#include <string.h>
#include <time.h>

TestSuite(html, .init = arena_set_up, .fini = arena_tear_down);

static document read(const char *html)
{
	return outline_read(a, SLICE("t.html"), slice_of(html));
}

static void expect(const char *html, const char *outline)
{
	outline_expect(a, "t.html", html, outline);
}

static void expect_source(const char *html, const char *said, const char *source)
{
	outline_expect_source(a, "t.html", html, said, source);
}

Test(html, headings_paragraphs_and_loose_text)
{
	expect("<h1>The\n <i>fleet</i></h1><p>Ten  ships\n\tsailed.<p>Two sank.<div>Loose <div>inner</div> again</div>",
	       "head1 The fleet\npara Ten ships sailed.\npara Two sank.\npara Loose\npara inner\npara again\n");
	expect("<p>one<br>two<br><br>three</p>", "para one/two\npara three\n");
	expect("<h2>Two<br>lines</h2><h3><div>a</div><div>b</div></h3><p>x", "head2 Two/lines\nhead3 a b\npara x\n");
}

Test(html, a_list_holds_its_items_and_they_what_stands_in_them)
{
	expect("<p>Ports:<ul><li>Arden<li><p>Bexley</p><p>large</p><ol start=4><li>a<li value=9>b</ol></ul><p>End",
	       "para Ports:\nitem 1:0 Arden\nitem 1:0 Bexley\npara in 2 large\nitem in 2 2:4 a\nitem in 2 2:9 b\npara End\n");
	expect("<dl><dt>brig<dd>Two masts.<div><dt>cutter</dt><dd>One <b>mast</b>.</dd></div></dl>",
	       "item 1:0 brig\npara in 0 Two masts.\nitem 1:0 cutter\npara in 2 One mast.\n");
	expect("<li>no list", "para no list\n");
}

Test(html, tables_with_spans_headers_and_a_caption)
{
	expect("<table><tr><td>1<td>2</tr><caption>Ships</caption></table>", "caption Ships\ncell 0,0 1\ncell 0,1 2\n");
	expect("<table><thead><tr><td>Port<th colspan=2>Ships</thead><tbody><tr><th rowspan=2>Arden<td>1<td><p>2</p><p>of 3</p>"
	       "<tr><td rowspan=9>4<td>5</tbody><tbody><tr><td>6<td>7<td>8</table>",
	       "cell! 0,0 Port\ncell! 0,1+1x2 Ships\ncell! 1,0+2x1 Arden\ncell 1,1 1\ncell 1,2 2\npara in 4 of 3\n"
	       "cell 2,1 4\ncell 2,2 5\ncell 3,0 6\ncell 3,1 7\ncell 3,2 8\n");
	expect("<table role=presentation><tr><td>left<td>right</table>", "para left\npara right\n");
	expect("<table><tr><td><table><tr><th>a<th>b</table><td>beside</table>", "cell! 0,0 a\ncell! 0,1 b\npara beside\n");
}

Test(html, quotes_code_captions_and_details)
{
	expect("<blockquote><p>He said <q>nine</q>.</blockquote><pre>\nint x;\n  y</pre>",
	       "quote He said \u201Cnine\u201D.\ncode int x;/  y\n");
	expect(
		"<details><summary>3 ports</summary><ul><li>a</ul></details><figure><img alt=7><figcaption>A ship</figcaption></figure>",
		"caption 3 ports\nitem 1:0 a\ncaption A ship\n");
}

Test(html, what_a_reader_does_not_see_is_left_out)
{
	expect(
		"<head><title>t1</title><style>p { top: 2px }</style></head><body><nav>3</nav><script>4</script><p hidden>5</p>"
		"<p style='color:red; DISPLAY : none'>6</p><p aria-hidden=true>7</p><noscript>8</noscript><template>9</template>"
		"<div class='x sr-only'>10</div><aside>11</aside><!-- 12 --><p>Was <del>13</del><ins>14</ins>.</p><footer>15</footer>",
		"para Was 14.\n");
	expect("<h2><span class='header-section-number'>4</span> Moorings</h2><pre><span class=lineno>17</span>tie();</pre>",
	       "head2 Moorings\ncode tie();\n");
	expect("<header><div>menu 3</div><h1>Fleet</h1></header><article><header>By Moreau</header><p>Ten.</article>",
	       "para By Moreau\npara Ten.\n");
	expect("<header><p>menu 3</p><h1>Fleet</h1></header><p>Ten.", "head1 Fleet\npara Ten.\n");
}

Test(html, what_stands_beside_the_text_is_left_out_if_it_is_of_links)
{
	expect(
		"<p>Ten ships.</p><div class=sidebar>More: <a href=a>4 tugs that were sold last year</a> <a href=b>The 3 piers</a></div>",
		"para Ten ships.\n");
	expect(
		"<p>Ten ships.</p><div class=sidebar><p>The harbour was dug in 1871 by 300 men, see <a href=a>here</a>.</p></div>",
		"para Ten ships.\npara The harbour was dug in 1871 by 300 men, see here.\n");
	expect("<aside class='admonition'><p>Note: never moor more than 2 barges at one bollard.</aside>",
	       "para Note: never moor more than 2 barges at one bollard.\n");
}

Test(html, the_main_part_of_a_page_is_its_text_if_most_of_it_stands_there)
{
	expect("<div>Latest: 4 more</div><main><h1>Fleet</h1><p>Ten ships sailed.</main><div>Share 5</div>",
	       "head1 Fleet\npara Ten ships sailed.\n");
	expect("<main>x</main><p>Ten ships sailed to the north.", "para x\npara Ten ships sailed to the north.\n");
}

Test(html, what_is_set_apart_and_footnotes)
{
	document d = read(
		"<p>There are <b>ten</b> <s>old</s> ships<sup><a href='#n'>2</a></sup>, <code>x &lt; 4</code>, 10<sup>-6</sup>, "
		"H<sub>2</sub>O, 4<sup>th</sup>.<section class=footnotes><ol><li id=n>Of wood. <a class=footnote-back "
		"href='#r'>^1</a></ol></section>");
	cr_expect_str_eq(outline_of(a, &d),
	                 "para There are ten old ships2, x < 4, 10\u207B\u2076, H\u2082O, 4th.\nnote Of wood.\n");
	static const inline_kind kinds[] = {INLINE_STRONG, INLINE_STRUCK, INLINE_NOTE, INLINE_LINK, INLINE_CODE};
	cr_assert_eq(d.inline_count, 5);
	for (size_t i = 0; i < 5; i++)
		cr_expect_eq(d.inlines[i].kind, kinds[i]);
	slice strong = document_text(&d, d.inlines[0].start, d.inlines[0].end);
	cr_expect(slice_equal(strong, SLICE("ten")));
	d = read("<ul><li><s>gone</s><li>here</ul>");
	cr_expect(d.blocks[0].struck && !d.blocks[1].struck);
}

Test(html, every_place_in_the_text_has_its_place_in_the_source)
{
	expect_source("<p>Of 1&nbsp;200 ships", "1\u00A0200", "1&nbsp;200");
	expect_source("<p>AT&T has &frac12; of &#8364;5 &amp;amp; more", "\u20AC5", "&#8364;5");
	expect_source("<p>AT&T has &frac12; of &#8364;5 &amp;amp; more", "&amp;", "&amp;amp;");
	expect_source("<p>AT&T has &frac12; of &#8364;5 &amp;amp; more", "AT&T", "AT&T");
	expect_source("<p>&copy2020 and &notanentity; 7", "2020", "2020");
	expect_source("<p>&copy2020 and &notanentity; 7", "7", "7");
	expect_source("<p>9\xEF\xBF\xBF and 7", "7", "7"); /* what is no character is told as U+FFFD */
	expect_source("<p>twelve</bogus> ships\r\n of tin", "ships of", "ships\r\n of");
	expect_source("<table><p>outside 9<tr><td>in 8<td>x</table>", "8", "8");
	expect_source("<p>10<sup>6</sup> oars", "10\u2076", "10<sup>6");
}

Test(html, what_a_page_tells_of_itself)
{
	document d = read("<html lang=fr><title>\n Ships &amp; ports </title><meta property='article:published_time' "
	                  "content='2021-03-04T10:00:00Z'><p>Ten.");
	cr_expect(slice_equal(d.title, SLICE("Ships & ports")));
	cr_expect(slice_equal(d.lang, SLICE("fr")));
	cr_expect(d.dated.year == 2021 && d.dated.month == 3 && d.dated.day == 4);
}

Test(html, elements_of_xhtml_that_are_closed_as_they_open_hold_nothing)
{
	document d =
		outline_read(a, SLICE("t.xhtml"),
	                 SLICE("<?xml version=\"1.0\"?><html><head><script src='x'/><title/></head><body><h1>A<a id='p'/></h1>"
	                       "<p>Ten <b/>ships</p><table><tr><td/><td>5</td></tr></table></body></html>"));
	cr_expect_str_eq(outline_of(a, &d), "head1 A\npara Ten ships\ncell 0,0\ncell 0,1 5\n");
}

static slice nested(size_t n, const char *tag)
{
	size_t len = strlen(tag);
	char *html = arena_alloc(a, n * len + 8);
	for (size_t i = 0; i < n; i++)
		memcpy(html + i * len, tag, len);
	memcpy(html + n * len, "end", 4);
	return (slice){html, n * len + 3};
}

Test(html, the_encoding_a_page_tells_is_believed_where_it_fits)
{
	document d = read("<meta charset=windows-1250><p>Six \xB3odzi"); /* a guess of so few bytes would be anything */
	cr_expect_str_eq(outline_of(a, &d), "para Six \u0142odzi\n");
	d = read("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'><p>caf\xE9 \x80"
	         "5");
	cr_expect_str_eq(outline_of(a, &d), "para caf\u00E9 \u20AC5\n");
	d = read("<meta charset=utf-8><p>It says UTF-8, but caf\xE9 and cr\xE8me br\xFBl\xE9"
	         "e are French in another one.");
	cr_expect_eq(d.status, DOCUMENT_OK);
	cr_expect_neq(slice_find(d.text, SLICE("caf\u00E9")), SIZE_MAX, SLICE_FMT, SLICE_ARG(d.text));
	d = read("<meta charset=windows-1252><p>caf\u00E9"); /* it is UTF-8 all the same */
	cr_expect_str_eq(outline_of(a, &d), "para caf\u00E9\n");
}

Test(html, deep_nesting_is_refused_at_once_with_the_name_of_its_cap)
{
	clock_t start = clock();
	document d = outline_read(a, SLICE("t.html"), nested(50000, "<div>"));
	cr_expect_eq(d.status, DOCUMENT_UNREADABLE);
	cr_expect_neq(slice_find(d.why, SLICE("depth")), SIZE_MAX, SLICE_FMT, SLICE_ARG(d.why));
	d = outline_read(a, SLICE("t.html"), nested(50000, "<p><li><td><br>"));
	cr_expect_neq(d.status, DOCUMENT_UNREADABLE, SLICE_FMT, SLICE_ARG(d.why));
	cr_expect_lt(clock() - start, CLOCKS_PER_SEC * 2);
}

Test(html, depth_is_that_of_elements_which_lie_within_each_other)
{
	cr_expect_eq(html_depth(SLICE("<div><p><span>x</span><p><b>y</b></div><div></div>"), 10), 2);
	cr_expect_eq(html_depth(SLICE("<!-- <div><div><div> --><script>'<div><div>'</script><i title='<u><u>'>"), 10), 1);
	cr_expect_gt(html_depth(SLICE("<i><i><i><i>"), 2), 2);
}

Test(html, of_a_formula_what_is_shown_is_told_and_not_its_source)
{
	document d = read("<p>so <math><mrow><mn>12</mn><mo>=</mo><mn>3</mn></mrow>"
	                  "<annotation encoding=\"application/x-tex\">12 = 3 \\cdot</annotation></math> holds</p>");
	cr_expect_str_eq(outline_of(a, &d), "para so 12=3 holds\n");
	cr_expect(document_within(&d, 3, INLINE_CODE) && !document_within(&d, 9, INLINE_CODE));
}
