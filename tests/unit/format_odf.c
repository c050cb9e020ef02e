/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument texts, workbooks and slides. */
#include "arena_fixture.h"
#include "outline_fixture.h"
#include "zip_fixture.h"

#include <criterion/criterion.h>

TestSuite(odf, .init = arena_set_up, .fini = arena_tear_down);

#define STYLES                                                                                                              \
	"<office:automatic-styles><style:style style:name=\"up\"><style:text-properties style:text-position=\"super\"/>"        \
	"</style:style><style:style style:name=\"off\"><style:text-properties text:display=\"none\"/></style:style>"            \
	"<style:style style:name=\"dp\"><style:drawing-page-properties presentation:visibility=\"hidden\"/></style:style>"      \
	"<text:list-style style:name=\"N\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "              \
	"text:start-value=\"3\"/></text:list-style></office:automatic-styles>"

static document read(const char *name, const char *body)
{
	zip_member content = {"content.xml", arena_printf(a,
	                                                  "<office:document-content" OPEN_SPACES ">" STYLES
	                                                  "<office:body>%s</office:body></office:document-content>",
	                                                  body)
	                                         .ptr};
	return outline_read(a, slice_of(name), zip_of(a, &content, 1));
}

static void expect(const char *name, const char *body, const char *outline)
{
	document d = read(name, body);
	cr_expect_str_eq(outline_of(a, &d), outline, "%s", outline_of(a, &d));
}

Test(odf, texts_have_headings_lists_and_paragraphs)
{
	expect(
		"a.odt",
		"<office:text><text:h text:outline-level=\"2\">Piers</text:h><text:p>Two  piers:</text:p><text:list text:style-name=\"N\">"
		"<text:list-item><text:p>North</text:p><text:p>It is old.</text:p><text:list><text:list-item><text:p>inner</text:p>"
		"</text:list-item></text:list></text:list-item><text:list-item><text:p>South</text:p></text:list-item></text:list>"
		"<text:p/><text:p>After</text:p></office:text>",
		"head2 Piers\npara Two piers:\nitem 1:3 North\npara in 2 It is old.\nitem in 2 2:0 inner\nitem 1:4 South\npara After\n");
}

Test(odf, what_is_deleted_hidden_or_navigation_is_left_out)
{
	expect(
		"a.odt",
		"<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>Ten</text:p></text:deletion>"
		"</text:changed-region></text:tracked-changes><text:table-of-content><text:p>Piers 4</text:p></text:table-of-content>"
		"<text:p>Nine<text:span text:style-name=\"off\"> or 8</text:span><text:s/>tugs, 10<text:span "
		"text:style-name=\"up\">6</text:span><text:tab/>t<text:line-break/>all</text:p></office:text>",
		"para Nine tugs, 10⁶\tt/all\n");
}

Test(odf, lists_go_on_counting_where_they_say_so)
{
#define LIST(attributes, items) "<text:list text:style-name=\"N\"" attributes ">" items "</text:list>"
#define LI(text) "<text:list-item><text:p>" text "</text:p></text:list-item>"
	expect("a.odt",
	       "<office:text>" LIST(" xml:id=\"m\"", LI("oak") LI("ash")) "<text:p>Between</text:p>" LIST(
			   " text:continue-numbering=\"true\"", LI("elm")) "<text:p>Then</text:p>" LIST("", LI("fir"))
	           LIST(" text:continue-list=\"m\"", LI("yew")) "</office:text>",
	       "item 1:3 oak\nitem 1:4 ash\npara Between\nitem 2:5 elm\npara Then\nitem 3:3 fir\nitem 4:5 yew\n");
	/* an item that holds nothing but a list is not counted, and an empty one is */
	expect("a.odt",
	       "<office:text>" LIST("", LI("oak") "<text:list-item>" LIST("", LI("root")) "</text:list-item>" LI("")
	                                    LI("ash")) "</office:text>",
	       "item 1:3 oak\nitem in 0 2:0 root\nitem 1:5 ash\n");
	/* bullets of one style that nothing parts are one list, and numbers that begin anew are not */
	expect("a.odt",
	       "<office:text><text:list text:style-name=\"B\">" LI("one") "</text:list><text:list text:style-name=\"B\">" LI(
			   "two") "</text:list>" LIST("", LI("oak")) LIST("", LI("ash")) "</office:text>",
	       "item 1:0 one\nitem 1:0 two\nitem 2:3 oak\nitem 3:3 ash\n");
}

Test(odf, a_section_or_paragraph_that_is_hidden_is_left_out)
{
	document d = read("a.odt", "<office:text><text:section text:name=\"Old\" text:display=\"none\"><text:p>Ten</text:p>"
	                           "</text:section><text:section text:display=\"condition\" text:is-hidden=\"false\"><text:p>Six"
	                           "</text:p></text:section><text:p>Two<text:hidden-paragraph text:is-hidden=\"true\"/></text:p>"
	                           "<text:p>One<text:hidden-paragraph text:is-hidden=\"false\"/></text:p></office:text>");
	cr_expect_str_eq(outline_of(a, &d), "para Six\npara One\n", "%s", outline_of(a, &d));
	cr_assert_eq(d.note_count, 1);
	cr_expect(slice_equal(d.notes[0], SLICE("the hidden section Old was left out")));
}

Test(odf, notes_and_comments_stand_at_the_end)
{
	expect(
		"a.odt",
		"<office:text><text:p>1,200<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Gross.</text:p>"
		"</text:note-body></text:note> tons<office:annotation><text:p>Sure?</text:p></office:annotation></text:p>"
		"<text:p>End</text:p></office:text>",
		"para 1,200¹ tons\npara End\nnote Gross.\nnote Sure?\n");
}

Test(odf, tables_have_headers_and_spans)
{
	expect(
		"a.odt",
		"<office:text><table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Pier</text:p>"
		"</table:table-cell><table:table-cell table:number-columns-spanned=\"2\"><text:p>Boats</text:p></table:table-cell>"
		"<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell "
		"table:number-rows-spanned=\"2\"><text:p>North</text:p></table:table-cell><table:table-cell><text:p>4</text:p>"
		"</table:table-cell><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row><table:table-row>"
		"<table:covered-table-cell/><table:table-cell table:number-columns-repeated=\"1\"/><table:table-cell><text:p>6</text:p>"
		"</table:table-cell></table:table-row></table:table></office:text>",
		"cell! 0,0 Pier\ncell! 0,1+1x2 Boats\ncell 1,0+2x1 North\ncell 1,1 4\ncell 1,2 5\ncell 2,1\ncell 2,2 6\n");
}

#define FLOAT(value, text)                                                                                                  \
	"<table:table-cell office:value-type=\"float\" office:value=\"" value "\"><text:p>" text "</text:p></table:table-cell>"
#define WORD(text) "<table:table-cell office:value-type=\"string\"><text:p>" text "</text:p></table:table-cell>"

Test(odf, workbooks_show_what_stands_in_the_file_and_store_its_value)
{
	expect(
		"a.ods",
		"<office:spreadsheet><table:table table:name=\"Boats\"><table:table-row>" WORD("port")
			WORD("tons") "</table:table-row><table:table-row>" WORD("North") FLOAT(
				"4.25",
				"4.3") "</table:table-row>"
					   "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
					   "</table:table-row><table:table-row>" WORD("Sum") FLOAT(
						   "4.25",
						   "4.3") "</table:table-row><table:table-row "
								  "table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
								  "</table:table></office:spreadsheet>",
		"cell! 0,0 port\ncell! 0,1 tons\ncell 1,0 North\ncell 1,1 = 4.25 4.3\ncell 4,0 Sum\ncell 4,1 = 4.25 4.3\n");
}

Test(odf, rows_and_columns_of_workbooks_that_are_hidden_are_told)
{
	document d = read("a.ods", "<office:spreadsheet><table:table table:name=\"Boats\"><table:table-column/>"
	                           "<table:table-column table:visibility=\"collapse\"/>"
	                           "<table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"16382\"/>"
	                           "<table:table-row>" WORD("port")
	                               WORD("tons") "</table:table-row>"
	                                            "<table:table-row table:visibility=\"filter\">" WORD("North")
	                                                FLOAT("4", "4") "</table:table-row></table:table></office:spreadsheet>");
	cr_assert_eq(d.note_count, 2);
	cr_expect(slice_equal(d.notes[0], SLICE("sheet Boats: row 2 is hidden, and a filter is set")));
	cr_expect(slice_equal(d.notes[1], SLICE("sheet Boats: column B is hidden")));
}

#define GIVES(formula, value)                                                                                               \
	"<table:table-cell table:formula=\"" formula "\" office:value-type=\"float\" office:value=\"" value "\"><text:p>" value \
	"</text:p></table:table-cell>"

Test(odf, stale_formulas_of_workbooks_are_told)
{
	document d = read("a.ods", "<office:spreadsheet><table:table table:name=\"Boats\"><table:table-row>" FLOAT("4", "4")
	                               FLOAT("5", "5") GIVES("of:=SUM([.A1:.B1])", "9")
	                                   GIVES("of:=[.C1]*[$'The tugs'.A1]",
	                                         "26") "</table:table-row></table:table>"
	                                               "<table:table table:name=\"The tugs\"><table:table-row>" FLOAT("3", "3")
	                                                   GIVES("oooc:=SUM([Boats.A1:Boats.B1])",
	                                                         "10") "</table:table-row></table:table></office:spreadsheet>");
	cr_assert_eq(d.note_count, 2);
	cr_expect(slice_equal(d.notes[0], SLICE("the value of Boats!D1 is stale: 26 is stored, and C1*The tugs!A1 gives 27")),
	          SLICE_FMT, SLICE_ARG(d.notes[0]));
	cr_expect(
		slice_equal(d.notes[1], SLICE("the value of The tugs!B1 is stale: 10 is stored, and SUM(Boats!A1:B1) gives 9")));
}

Test(odf, formulas_of_workbooks_may_have_no_value)
{
	const char *sheet = "<office:spreadsheet><table:table table:name=\"Boats\"><table:table-row>" FLOAT(
		"4",
		"4") "<table:table-cell table:formula=\"of:=[.A1]*2\"/><table:table-cell table:formula=\"of:=IF([.A1];&quot;&quot;;1)\"/>"
			 "<table:table-cell table:formula=\"of:=COUNTA([.A1:.C1])\" office:value-type=\"float\" office:value=\"3\"><text:p>3"
			 "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>";
	expect("a.ods", sheet, "cell 0,0 = 4 4\ncell 0,1 = 8 8\ncell 0,3 = 3 3\n");
	document d = read("a.ods", sheet);
	cr_assert_eq(d.note_count, 1);
	cr_expect(slice_equal(d.notes[0], SLICE("1 formula has no stored value and was computed, at Boats!B1")));
}

Test(odf, sheets_that_are_hidden_or_of_another_file)
{
	document d = read(
		"a.ods",
		"<office:spreadsheet><style:style style:name=\"off\"><style:table-properties table:display=\"false\"/></style:style>"
		"<table:table table:name=\"Boats\" table:style-name=\"off\"><table:table-row>" FLOAT(
			"4",
			"4") "</table:table-row></table:table><table:table table:name=\"'file:///x.ods'#Boats\"><table:table-row>" FLOAT("5",
	                                                                                                                         "5") "</table:table-row></table:table></office:spreadsheet>");
	cr_expect_str_eq(outline_of(a, &d), "cell 0,0 = 4 4\n", "%s", outline_of(a, &d));
	cr_assert_eq(d.note_count, 1);
	cr_expect(slice_equal(d.notes[0], SLICE("the hidden sheet Boats was read")));
}

Test(odf, shapes_over_cells_are_no_part_of_them_and_blanks_are)
{
	expect(
		"a.ods",
		"<office:spreadsheet><table:table table:name=\"Boats\"><table:shapes><draw:custom-shape><text:p>All 9</text:p>"
		"</draw:custom-shape></table:shapes><table:table-row>" FLOAT(
			"4",
			"4<draw:frame/>") "<table:table-cell><text:p>"
							  "5<text:s text:c=\"2\"/>kegs<text:line-break/>left</text:p><draw:frame><draw:text-box><text:p>boxed</text:p>"
							  "</draw:text-box></draw:frame>\n</table:table-cell></table:table-row></table:table></office:spreadsheet>",
		"cell 0,0 = 4 4\ncell 0,1 5 kegs/left\npara All 9\npara boxed\n");
}

Test(odf, a_value_without_a_text_is_shown_and_an_empty_text_is_not)
{
	expect(
		"a.ods",
		"<office:spreadsheet><table:table table:name=\"Boats\"><table:table-row><table:table-cell office:value-type=\"float\" "
		"office:value=\"4.50\"/><table:table-cell office:value-type=\"date\" office:date-value=\"2019-03-31\"/>"
		"<table:table-cell office:value-type=\"float\" office:value=\"7\"><text:p/></table:table-cell></table:table-row>"
		"</table:table></office:spreadsheet>",
		"cell 0,0 = 4.5 4.5\ncell 0,1 2019-03-31\n");
}

Test(odf, what_a_formula_came_to_is_shown_though_no_text_of_it_was_written_yet)
{
	expect(
		"a.ods",
		"<office:spreadsheet><table:table table:name=\"Boats\"><table:table-row>"
		"<table:table-cell table:formula=\"of:=POWER([.C1];2)\" office:value-type=\"float\" office:value=\"30.25\"><text:p/>"
		"</table:table-cell><table:table-cell table:style-name=\"hides\" table:formula=\"of:=[.C1]\" "
		"office:value-type=\"float\" office:value=\"5.5\"><text:p/></table:table-cell>"
		"<table:table-cell office:value-type=\"float\" office:value=\"5.5\"><text:p>5.5</text:p></table:table-cell>"
		"</table:table-row></table:table></office:spreadsheet>",
		"cell 0,0 = 30.25 30.25\ncell 0,2 = 5.5 5.5\n");
}

Test(odf, a_hidden_slide_is_read_and_told)
{
	document d =
		read("a.odp", "<office:presentation><draw:page/><draw:page draw:style-name=\"dp\"><draw:frame><draw:text-box>"
	                  "<text:p>Six tugs</text:p></draw:text-box></draw:frame></draw:page></office:presentation>");
	cr_expect_str_eq(outline_of(a, &d), "para Six tugs\n", "%s", outline_of(a, &d));
	cr_assert_eq(d.note_count, 1);
	cr_expect(slice_equal(d.notes[0], SLICE("the hidden slide 2 was read")));
}

Test(odf, slides_have_titles_lists_and_notes)
{
	expect(
		"a.odp",
		"<office:presentation><draw:page><draw:frame presentation:class=\"title\"><draw:text-box><text:p>Fleet</text:p>"
		"</draw:text-box></draw:frame><draw:frame presentation:class=\"outline\"><draw:text-box><text:list><text:list-item>"
		"<text:p>Six tugs</text:p></text:list-item></text:list></draw:text-box></draw:frame><presentation:notes><draw:frame>"
		"<draw:text-box><text:p>Say it loud</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"
		"</office:presentation>",
		"head1 Fleet\nitem 1:0 Six tugs\nnote Say it loud\n");
}

#define CHART_CELL(attributes, text)                                                                                        \
	"<table:table-cell" attributes "><text:p>" text "</text:p><text:list/></table:table-cell>"

/* A text with a chart whose labels are of this kind. */
static const char *outline_of_chart(const char *labels)
{
	zip_member members[] = {
		{"content.xml",
	     "<office:document-content" OPEN_SPACES "><office:body><office:text><text:p>Before</text:p><text:p><draw:frame>"
	     "<draw:object xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"./Object 1\"/></draw:frame>After</text:p>"
	     "</office:text></office:body></office:document-content>"},
		{"Object 1/content.xml",
	     arena_printf(
			 a,
			 "<office:document-content" OPEN_SPACES " xmlns:c=\"urn:oasis:names:tc:opendocument:xmlns:chart:1.0\">"
			 "<office:automatic-styles><style:style style:name=\"s1\"><style:chart-properties c:data-label-number=\"%s\"/>"
			 "</style:style></office:automatic-styles><office:body><office:chart><c:chart><c:title><text:p>Harvest</text:p>"
			 "</c:title><c:plot-area><c:axis><c:title><text:p>crates</text:p></c:title></c:axis>"
			 "<c:series c:style-name=\"s1\"/></c:plot-area><table:table><table:table-header-rows><table:table-row>" CHART_CELL(
				 "",
				 "") CHART_CELL("",
	                            "Spring") "</table:table-row></table:table-header-rows><table:table-row>" CHART_CELL("",
	                                                                                                                 "Kale")
				 CHART_CELL(
					 " office:value-type=\"float\" office:value=\"14.26\"",
					 "14.26") "</table:table-row></table:table></c:chart></office:chart></office:body></office:document-content>",
			 labels)
	         .ptr},
	};
	document d = outline_read(a, SLICE("a.odt"), zip_of(a, members, 2));
	return outline_of(a, &d);
}

Test(odf, numbers_of_a_chart_are_read_where_labels_show_them)
{
	cr_expect_str_eq(outline_of_chart("value"), "para Before\ncaption Harvest\npara crates\ncell! 0,0\ncell! 0,1 Spring\n"
	                                            "cell 1,0 Kale\ncell 1,1 = 14.26 14.26\npara After\n");
	cr_expect_str_eq(outline_of_chart("none"),
	                 "para Before\ncaption Harvest\npara crates\npara Spring\npara Kale\npara After\n");
}

Test(odf, heads_and_feet_are_those_of_the_pages_that_are_used)
{
#define PAGE_KIND(name, more, lines)                                                                                        \
	"<style:master-page style:name=\"" name "\"" more "><style:header><text:p>" lines "</text:p></style:header>"            \
	"<style:footer style:display=\"false\"><text:p>Off 5</text:p></style:footer></style:master-page>"
	zip_member members[] = {
		{"content.xml",
	     "<office:document-content" OPEN_SPACES "><office:automatic-styles><style:style style:name=\"p\" "
	     "style:master-page-name=\"Cover\"/></office:automatic-styles><office:body><office:text><text:p>Six tugs."
	     "</text:p></office:text></office:body></office:document-content>"},
		{"styles.xml", "<office:document-styles" OPEN_SPACES "><office:master-styles>" PAGE_KIND(
						   "Cover", " style:next-style-name=\"Inner\"", "Quay <text:span>12</text:span>")
	                       PAGE_KIND("Inner", "", "4 March 2011<text:tab/>page <text:page-number>7</text:page-number>")
	                           PAGE_KIND("Spare", "", "Unused 40") "</office:master-styles></office:document-styles>"},
	};
	document d = outline_read(a, SLICE("a.odt"), zip_of(a, members, 2));
	cr_expect_str_eq(outline_of(a, &d), "para Six tugs.\nnote Quay 12\nnote 4 March 2011 page\n", "%s", outline_of(a, &d));
}

Test(odf, that_is_locked_says_so)
{
	zip_member members[] = {
		{"META-INF/manifest.xml", "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry>"
	                              "<m:encryption-data/></m:file-entry></m:manifest>"},
		{"content.xml", "\x01\x02"},
	};
	document d = outline_read(a, SLICE("a.odt"), zip_of(a, members, 2));
	cr_expect_eq(d.status, DOCUMENT_UNREADABLE);
	cr_expect(slice_equal(d.why, SLICE("locked by a password")), SLICE_FMT, SLICE_ARG(d.why));
}
