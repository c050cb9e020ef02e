/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slides of Office. */
#include "outline_fixture.h"
#include "zip_fixture.h"

#include <criterion/criterion.h>

#define REL(id, type, target) "<Relationship Id=\"" id "\" Type=\"http://x/" type "\" Target=\"" target "\"/>"
#define RELS(list)                                                                                                          \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" list "</Relationships>"
#define SLIDE(shapes) "<p:sld" OFFICE_SPACES "><p:cSld><p:spTree>" shapes "</p:spTree></p:cSld></p:sld>"
#define SHAPE(place, text) "<p:sp><p:nvSpPr><p:nvPr>" place "</p:nvPr></p:nvSpPr><p:txBody>" text "</p:txBody></p:sp>"
#define P(properties, text) "<a:p><a:pPr " properties "</a:pPr><a:r><a:t>" text "</a:t></a:r></a:p>"
#define TC(attributes, text) "<a:tc" attributes "><a:txBody>" P(">", text) "</a:txBody></a:tc>"

Test(pptx, slides_stand_in_their_order_with_titles_lists_tables_and_notes)
{
	arena *a = arena_new(NULL);
	zip_member members[] = {
		{"_rels/.rels", RELS(REL("a", "officeDocument", "ppt/p.xml"))},
		{"ppt/p.xml",
	     "<p:presentation" OFFICE_SPACES "><p:sldIdLst><p:sldId id=\"9\" r:id=\"two\"/><p:sldId id=\"8\" r:id=\"one\"/>"
	     "</p:sldIdLst></p:presentation>"},
		{"ppt/_rels/p.xml.rels", RELS(REL("one", "slide", "slides/1.xml") REL("two", "slide", "slides/2.xml"))},
		{"ppt/slides/1.xml",
	     SLIDE(SHAPE("<p:ph type=\"title\"/>", P(">", "Boats"))
	               SHAPE("<p:ph type=\"sldNum\"/>", P(">", "2")) "<p:graphicFrame><a:tbl><a:tblPr firstRow=\"1\"/><a:tr>" TC(
					   " gridSpan=\"2\"", "All") TC(" hMerge=\"1\"", "") "</a:tr><a:tr>" TC("", "North")
	                   TC("", "4") "</a:tr></a:tbl></p:graphicFrame>")},
		{"ppt/slides/2.xml",
	     SLIDE(SHAPE("<p:ph type=\"ctrTitle\"/>", P(">", "Fleet")) SHAPE(
			 "<p:ph idx=\"1\"/>", P(">", "Six tugs") P("lvl=\"1\">", "two old") P("><a:buNone/>", "So far.")
									  P("><a:buAutoNum startAt=\"4\"/>", "four") P("><a:buAutoNum startAt=\"4\"/>", "five"))
	               SHAPE("", P(">", "In a box")))},
		{"ppt/slides/_rels/2.xml.rels", RELS(REL("n", "notesSlide", "../notes/n.xml"))},
		{"ppt/notes/n.xml",
	     SLIDE(SHAPE("<p:ph type=\"sldImg\"/>", P(">", "no")) SHAPE("<p:ph type=\"body\"/>", P(">", "Say it") P(">", "loud"))
	               SHAPE("<p:ph type=\"sldNum\"/>", P(">", "1")))},
	};
	document d = outline_read(a, SLICE("a.pptx"), zip_of(a, members, sizeof members / sizeof *members));
	cr_expect_str_eq(outline_of(a, &d),
	                 "head1 Fleet\nitem 1:0 Six tugs\nitem in 1 2:0 two old\npara So far.\nitem 3:4 four\nitem 3:5 five\n"
	                 "para In a box\nnote Say it/loud\nhead1 Boats\ncell! 0,0+1x2 All\ncell 1,0 North\ncell 1,1 4\n",
	                 "%s", outline_of(a, &d));
	arena_free(a);
}

Test(pptx, hidden_slides_are_told_hidden_shapes_left_out_and_comments_read)
{
	arena *a = arena_new(NULL);
	zip_member members[] = {
		{"_rels/.rels", RELS(REL("a", "officeDocument", "ppt/p.xml"))},
		{"ppt/p.xml",
	     "<p:presentation" OFFICE_SPACES "><p:sldIdLst><p:sldId r:id=\"one\"/><p:sldId r:id=\"two\"/></p:sldIdLst>"
	     "</p:presentation>"},
		{"ppt/_rels/p.xml.rels", RELS(REL("one", "slide", "slides/1.xml") REL("two", "slide", "slides/2.xml"))},
		{"ppt/slides/1.xml", SLIDE("<p:sp><p:nvSpPr><p:cNvPr hidden=\"1\"/></p:nvSpPr><p:txBody>" P(
								 ">", "Unseen 5") "</p:txBody></p:sp>" SHAPE("", P(">", "Seen 6")))},
		{"ppt/slides/_rels/1.xml.rels", RELS(REL("c", "comments", "../comments/c.xml"))},
		{"ppt/comments/c.xml",
	     "<p:cmLst" OFFICE_SPACES "><p:cm><p:pos/><p:text>Is it 7?</p:text></p:cm><p:cm><x><a:p><a:r><a:t>"
	     "Or 8?</a:t></a:r></a:p></x></p:cm></p:cmLst>"},
		{"ppt/slides/2.xml", "<p:sld" OFFICE_SPACES " show=\"0\">" SHAPE("", P(">", "Spare")) "</p:sld>"},
	};
	document d = outline_read(a, SLICE("a.pptx"), zip_of(a, members, sizeof members / sizeof *members));
	cr_expect_str_eq(outline_of(a, &d), "para Seen 6\nnote Is it 7?\nnote Or 8?\npara Spare\n", "%s", outline_of(a, &d));
	cr_assert_eq(d.note_count, 1);
	cr_expect(slice_equal(d.notes[0], SLICE("the hidden slide 2 was read")));
	arena_free(a);
}
