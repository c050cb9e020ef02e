/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts and diagrams of Office: what of their numbers is read, and where it stands. */
#include "arena_fixture.h"
#include "outline_fixture.h"
#include "zip_fixture.h"

#include <criterion/criterion.h>

TestSuite(office_chart, .init = arena_set_up, .fini = arena_tear_down);

#define REL(id, type, target) "<Relationship Id=\"" id "\" Type=\"http://x/" type "\" Target=\"" target "\"/>"
#define RELS(list)                                                                                                          \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" list "</Relationships>"
#define SPACES                                                                                                              \
	OFFICE_SPACES " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "                                    \
				  "xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""

/* A slide with a chart, or a diagram, between two paragraphs. */
static void expect(const char *chart, const char *outline)
{
	zip_member members[] = {
		{"_rels/.rels", RELS(REL("a", "officeDocument", "ppt/p.xml"))},
		{"ppt/p.xml", "<p:presentation" SPACES "><p:sldIdLst><p:sldId r:id=\"s\"/></p:sldIdLst></p:presentation>"},
		{"ppt/_rels/p.xml.rels", RELS(REL("s", "slide", "slides/s.xml"))},
		{"ppt/slides/s.xml",
	     "<p:sld" SPACES
	     "><a:p><a:r><a:t>Before</a:t></a:r></a:p><p:graphicFrame><c:chart r:id=\"k\"/><dgm:relIds r:dm=\"g\"/>"
	     "</p:graphicFrame><a:p><a:r><a:t>After</a:t></a:r></a:p></p:sld>"},
		{"ppt/slides/_rels/s.xml.rels",
	     RELS(REL("k", "chart", "../charts/k.xml") REL("g", "diagramData", "../diagrams/g.xml"))},
		{"ppt/charts/k.xml", chart},
		{"ppt/charts/_rels/k.xml.rels", RELS(REL("u", "chartUserShapes", "../drawings/u.xml"))},
		{"ppt/drawings/u.xml", "<x" SPACES "><a:p><a:r><a:t>drawn</a:t></a:r></a:p><c:chart r:id=\"u\"/></x>"},
		{"ppt/diagrams/g.xml",
	     "<dgm:dataModel" SPACES
	     "><dgm:pt><dgm:t><a:p><a:r><a:t>Dig </a:t></a:r><a:r><a:t>12</a:t></a:r></a:p></dgm:t></dgm:pt>"
	     "<dgm:pt type=\"pres\"><dgm:t><a:p><a:r><a:t>no</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt>"
	     "</dgm:dataModel>"},
	};
	document d = outline_read(a, SLICE("a.pptx"), zip_of(a, members, sizeof members / sizeof *members));
	const char *whole = arena_printf(a, "para Before\n%spara drawn\npara Dig 12\npara After\n", outline).ptr;
	cr_expect_str_eq(outline_of(a, &d), whole, "%s", outline_of(a, &d));
}

#define CHART(parts) "<c:chartSpace" SPACES "><c:chart>" parts "</c:chart></c:chartSpace>"
#define TITLE(text) "<c:title><c:tx><c:rich><a:p><a:r><a:t>" text "</a:t></a:r></a:p></c:rich></c:tx></c:title>"
#define PT(at, value) "<c:pt idx=\"" at "\"><c:v>" value "</c:v></c:pt>"
#define CACHE(points) "<c:strRef><c:f>S!$A$9</c:f><c:strCache>" points "</c:strCache></c:strRef>"
#define NUMBERS(format, points)                                                                                             \
	"<c:numRef><c:f>S!$B$8</c:f><c:numCache><c:formatCode>" format "</c:formatCode>" points "</c:numCache></c:numRef>"
#define SERIES(name, labels, values)                                                                                        \
	"<c:ser><c:tx>" CACHE(PT("0", name)) "</c:tx>" labels "<c:cat>" CACHE(                                                  \
		PT("0", "Kale") PT("1", "Leek") PT("2", "Chard")) "</c:cat><c:val>" values "</c:val></c:ser>"

Test(office_chart, numbers_that_labels_show_are_a_table_in_the_labels_format)
{
	expect(
		CHART(TITLE("Harvest") "<c:plotArea><c:barChart>" SERIES(
			"Spring", "<c:dLbls><c:numFmt formatCode=\"0.0\" sourceLinked=\"0\"/><c:showVal val=\"1\"/></c:dLbls>",
			NUMBERS("General",
	                PT("0", "14.26") PT(
						"2",
						"7"))) "</c:barChart><c:lineChart>" SERIES("Autumn", "",
	                                                               NUMBERS(
																	   "#,##0",
																	   PT("1", "1830") PT(
																		   "0",
																		   "6"))) "<c:dLbls><c:showVal val=\"1\"/></c:dLbls>"
	                                                                              "</c:lineChart><c:valAx>" TITLE(
																					  "crates") "</c:valAx></c:plotArea>"),
		"caption Harvest\npara crates\ncell! 0,0\ncell! 0,1 Spring\ncell! 0,2 Autumn\n"
		"cell 1,0 Kale\ncell 1,1 = 14.26 14.3\ncell 1,2 = 6 6\ncell 2,0 Leek\ncell 2,1\ncell 2,2 = 1830 1,830\n"
		"cell 3,0 Chard\ncell 3,1 = 7 7.0\ncell 3,2\n");
}

Test(office_chart, numbers_that_nothing_shows_are_not_read)
{
	expect(CHART("<c:plotArea><c:barChart>" SERIES(
			   "Spring", "", NUMBERS("General", PT("0", "14.26"))) "<c:dLbls><c:showVal "
	                                                               "val=\"0\"/></c:dLbls></c:barChart></c:plotArea>"),
	       "para Spring\npara Kale\npara Leek\npara Chard\n");
	expect(CHART("<c:plotArea><c:scatterChart><c:ser><c:tx><c:v>Rain</c:v></c:tx><c:xVal>" NUMBERS(
			   "General",
			   PT("0", "3")) "</c:xVal><c:yVal>" NUMBERS("General",
	                                                     PT("0", "5")) "</c:yVal></c:ser></c:scatterChart></c:plotArea>"),
	       "para Rain\n");
}

Test(office_chart, single_labels_are_told_apart)
{
	/* the second point alone is labelled; then all are but the first, which has a text of its own */
	expect(
		CHART("<c:plotArea><c:barChart>" SERIES(
			"Spring", "<c:dLbls><c:dLbl><c:idx val=\"1\"/><c:showVal val=\"1\"/></c:dLbl><c:showVal val=\"0\"/></c:dLbls>",
			NUMBERS("General", PT("0", "14") PT("1", "9"))) "</c:barChart></c:plotArea>"),
		"cell! 0,0\ncell! 0,1 Spring\ncell 1,0 Kale\ncell 1,1\ncell 2,0 Leek\ncell 2,1 = 9 9\n");
	expect(CHART("<c:plotArea><c:barChart>" SERIES(
			   "Spring",
			   "<c:dLbls><c:dLbl><c:idx val=\"0\"/><c:tx><c:rich><a:p><a:r><a:t>record</a:t></a:r></a:p></c:rich></c:tx>"
			   "<c:showVal val=\"1\"/></c:dLbl><c:showVal val=\"1\"/></c:dLbls>",
			   NUMBERS("General", PT("0", "14") PT("1", "9"))) "</c:barChart></c:plotArea>"),
	       "para record\ncell! 0,0\ncell! 0,1 Spring\ncell 1,0 Kale\ncell 1,1\ncell 2,0 Leek\ncell 2,1 = 9 9\n");
}

Test(office_chart, a_label_may_be_filled_in)
{
	expect(
		CHART("<c:plotArea><c:barChart>" SERIES(
			"Spring",
			"<c:dLbls><c:dLbl><c:idx val=\"0\"/><c:tx><c:rich><a:p><a:fld type=\"VALUE\"><a:t>[WERT]</a:t></a:fld><a:r><a:t>"
			" of</a:t></a:r></a:p></c:rich></c:tx><c:showVal val=\"1\"/></c:dLbl><c:showVal val=\"0\"/></c:dLbls>",
			NUMBERS("General", PT("0", "14"))) "</c:barChart></c:plotArea>"),
		"cell! 0,0\ncell! 0,1 Spring\ncell 1,0 Kale\ncell 1,1 = 14 14\n");
}

Test(office_chart, shares_of_a_pie_are_shown_as_percentages)
{
	expect(CHART("<c:plotArea><c:pieChart>" SERIES(
			   "Spring", "<c:dLbls><c:showPercent val=\"1\"/></c:dLbls>",
			   NUMBERS("General", PT("0", "30") PT("1", "9") PT("2", "1"))) "</c:pieChart></c:plotArea>"),
	       "cell! 0,0\ncell! 0,1 Spring\ncell 1,0 Kale\ncell 1,1 75%\ncell 2,0 Leek\ncell 2,1 23%\ncell 3,0 Chard\n"
	       "cell 3,1 3%\n");
}

Test(office_chart, a_table_below_it_shows_all_its_numbers)
{
	expect(CHART("<c:plotArea><c:barChart>" SERIES(
			   "Spring", "", NUMBERS("0.00", PT("0", "14") PT("1", "9.1"))) "</c:barChart><c:dTable/></c:plotArea>"),
	       "cell! 0,0\ncell! 0,1 Spring\ncell 1,0 Kale\ncell 1,1 = 14 14.00\ncell 2,0 Leek\ncell 2,1 = 9.1 9.10\n");
}
