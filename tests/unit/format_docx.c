/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents: blocks, lists, tables, notes, and what is left out. */
#include "arena_fixture.h"
#include "outline_fixture.h"
#include "zip_fixture.h"

#include <criterion/criterion.h>

TestSuite(docx, .init = arena_set_up, .fini = arena_tear_down);

#define T(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" T(text) "</w:p>"
#define ITEM(list, depth, text)                                                                                             \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" depth "\"/><w:numId w:val=\"" list "\"/></w:numPr></w:pPr>" T(text) "</w:p>"

static const zip_member PARTS[] = {
	{"styles", "<w:style w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style>"
               "<w:style w:styleId=\"mine\"><w:name w:val=\"House head\"/><w:basedOn w:val=\"berschrift2\"/></w:style>"
               "<w:style w:styleId=\"deep\"><w:name w:val=\"Deep\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
               "<w:style w:styleId=\"toc\"><w:name w:val=\"toc 1\"/></w:style>"
               "<w:style w:styleId=\"cap\"><w:name w:val=\"caption\"/></w:style>"
               "<w:style w:styleId=\"lp\"><w:name w:val=\"List Paragraph\"/></w:style>"
               "<w:style w:styleId=\"gone\"><w:name w:val=\"Gone\"/><w:rPr><w:vanish/></w:rPr></w:style>"},
	{"numbering",
     "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl>"
     "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/></w:lvl></w:abstractNum>"
     "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>"
     "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
     "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
     "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/>"
     "</w:lvlOverride></w:num>"},
	{"footnotes", "<w:footnote w:id=\"0\" w:type=\"separator\">" P("-") "</w:footnote><w:footnote w:id=\"2\">" P(
					  "Gross tons.") P("Not net.") "</w:footnote><w:footnote w:id=\"3\">" P("Unused.") "</w:footnote>"},
	{"comments", "<w:comment w:id=\"4\">" P("Check this.") "</w:comment>"},
};

static document read(const char *body)
{
	return outline_read(a, SLICE("a.docx"), docx_of(a, body, PARTS, sizeof PARTS / sizeof *PARTS));
}

static void expect(const char *body, const char *outline)
{
	document d = read(body);
	cr_expect_str_eq(outline_of(a, &d), outline);
}

Test(docx, headings_are_known_by_built_in_style_base_and_outline)
{
	expect(STYLED("berschrift2", "Fleet") STYLED("mine", "Ships") STYLED("deep", "Tugs") P("Nine tugs."),
	       "head2 Fleet\nhead2 Ships\nhead3 Tugs\npara Nine tugs.\n");
}

Test(docx, words_keep_the_blanks_between_runs)
{
	expect("<w:p>" T("More than ") T("160") T(" ") T("active") "</w:p>", "para More than 160 active\n");
	expect("<w:p><w:r><w:t>4</w:t><w:tab/><w:t>ships</w:t><w:br/><w:t>all</w:t></w:r></w:p>", "para 4\tships/all\n");
}

Test(docx, items_are_numbered_as_their_lists_count)
{
	expect(
		P("Three:") ITEM("1", "0", "one") ITEM("1", "1", "inner") ITEM("1", "0", "two") P("Then:") ITEM("1", "0", "three")
			ITEM("3", "0", "five") ITEM("2", "0", "dot"),
		"para Three:\nitem 1:1 one\nitem in 1 2:1 inner\nitem 1:2 two\npara Then:\nitem 3:3 three\nitem 4:5 five\nitem 5:0 dot\n");
}

Test(docx, what_a_paragraph_says_of_itself_counts_before_its_style_in_either_order)
{
	expect("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:pStyle w:val=\"lp\"/></w:pPr>" T(
			   "Mast") "</w:p><w:p><w:pPr><w:outlineLvl w:val=\"9\"/><w:pStyle w:val=\"deep\"/></w:pPr>" T("Sail") "</w:p>",
	       "item 1:1 Mast\npara Sail\n");
}

Test(docx, an_item_may_go_on_in_a_paragraph_of_a_list_style)
{
	expect(ITEM("2", "0", "one") STYLED("lp", "more of it") ITEM("2", "0", "two"),
	       "item 1:0 one\npara in 0 more of it\nitem 1:0 two\n");
}

Test(docx, changes_are_read_as_accepted)
{
	expect("<w:p><w:ins>" T("Nine") "</w:ins><w:del><w:r><w:delText>Ten</w:delText></w:r></w:del>" T(" tugs.") "</w:p>",
	       "para Nine tugs.\n");
	expect("<w:p><w:moveFrom>" T("Six.") "</w:moveFrom><w:moveTo>" T("Five.") "</w:moveTo></w:p>", "para Five.\n");
	expect(ITEM("2", "0",
	            "one") "<w:p><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r>"
	                   "<w:delText>two</w:delText></w:r></w:del></w:p>" ITEM("2", "0", "three"),
	       "item 1:0 one\nitem 1:0 three\n");
	expect("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T("Six ") "</w:p>" P("tugs.") "<w:p/>", "para Six tugs.\n");
}

Test(docx, what_is_hidden_or_navigation_is_left_out)
{
	expect("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret 5.</w:t></w:r>" T("Open.") "</w:p>" STYLED("gone", "Off 6.")
	           STYLED("toc", "Fleet 12"),
	       "para Open.\n");
	expect("<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Shown.</w:t></w:r></w:p>", "para Shown.\n");
}

Test(docx, of_fields_only_the_result_is_text)
{
	expect("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>SUM</w:instrText><w:t>99</w:t></w:r><w:r>"
	       "<w:fldChar w:fldCharType=\"separate\"/></w:r>" T("12") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" T(
			   " tugs") "<w:fldSimple w:instr=\"X\">" T(" left") "</w:fldSimple></w:p>",
	       "para 12 tugs left\n");
}

Test(docx, a_text_box_is_read_once)
{
	expect(
		"<w:p>" T("Six ") "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P(
			"In the box") "</w:txbxContent></mc:Choice>"
						  "<mc:Fallback><w:txbxContent>" P(
							  "In the box") "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>" T("tugs") "</w:p>",
		"para In the box\npara Six tugs\n");
}

#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"

Test(docx, tables_have_spans_headers_and_tables_within)
{
	expect("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" TC("", "Pier")
	           TC("<w:gridSpan w:val=\"2\"/>",
	              "Boats") "</w:tr>"
	                       "<w:tr>" TC("<w:vMerge w:val=\"restart\"/>", "North") TC("", "4")
	                           TC("", "5") "</w:tr>"
	                                       "<w:tr>" TC("<w:vMerge/>", "") TC("", "6") "<w:tc><w:tbl><w:tr>" TC(
											   "", "in") "</w:tr></w:tbl><w:p/></w:tc></w:tr>"
	                                                     "<w:tr><w:trPr><w:del/></w:trPr>" TC(
															 "", "gone") "</w:tr></w:tbl>" P("After"),
	       "cell! 0,0 Pier\ncell! 0,1+1x2 Boats\ncell 1,0+2x1 North\ncell 1,1 4\ncell 1,2 5\ncell 2,1 6\ncell 2,2\n"
	       "cell in 6 0,0 in\npara After\n");
}

Test(docx, a_caption_belongs_to_the_table_under_it)
{
	document d = read(STYLED("cap", "Table 1: Boats") "<w:tbl><w:tr>" TC("", "4") "</w:tr></w:tbl>");
	cr_assert_eq(d.group_count, 1);
	cr_expect_eq(d.groups[0].caption, 0);
	cr_expect_eq(d.blocks[0].kind, BLOCK_CAPTION);
}

Test(docx, notes_stand_at_the_end_and_their_marks_do_not_join_a_number)
{
	document d = read("<w:p>" T("1,200") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" T(
		" tons") "<w:r><w:commentReference w:id=\"4\"/></w:r></w:p>");
	cr_expect_str_eq(outline_of(a, &d), "para 1,200¹ tons\nnote Gross tons.\npara in 1 Not net.\nnote Check this.\n");
	cr_assert_eq(d.inline_count, 1);
	cr_expect_eq(d.inlines[0].kind, INLINE_NOTE);
	cr_expect_eq(d.inlines[0].start, 5);
	cr_expect_eq(d.inlines[0].end, 7);
}

Test(docx, raised_digits_and_struck_runs_are_told)
{
	document d = read("<w:p>" T(
		"10") "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>-6</w:t></w:r></w:p>"
	          "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>old </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>5</w:t></w:r></w:p>");
	cr_expect_str_eq(outline_of(a, &d), "para 10⁻⁶\npara old 5\n");
	cr_expect(d.blocks[1].struck);
}

static void expect_refused(slice bytes, const char *why)
{
	document d = outline_read(a, SLICE("a.docx"), bytes);
	cr_expect_eq(d.status, DOCUMENT_UNREADABLE);
	cr_expect(slice_find(d.why, slice_of(why)) != SIZE_MAX, SLICE_FMT, SLICE_ARG(d.why));
}

Test(docx, that_cannot_be_read_says_why)
{
	slice whole = docx_of(a, P("Six tugs."), PARTS, 1);
	expect_refused(slice_sub(whole, 0, whole.len / 2), "cut off");
	expect_refused(SLICE(""), "empty");
	expect_refused(SLICE("PK\3\4 and nothing more"), "archive");
	expect_refused(SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"), "password");
	expect_refused(SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 WordDocument"), "old office document");
	expect_refused(docx_of(a, "<w:p>", NULL, 0), "well-formed");
	expect_refused(zip_of(a, &(zip_member){"a.xml", "<a/>"}, 1), "main part");
}

Test(docx, a_document_type_of_its_own_is_refused)
{
	zip_member members[] = {
		{"_rels/.rels",
	     "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"x\" "
	     "Type=\"/officeDocument\" Target=\"d.xml\"/></Relationships>"},
		{"d.xml", "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>"},
	};
	expect_refused(zip_of(a, members, 2), "document type");
}

Test(docx, that_ends_anywhere_does_no_harm)
{
	slice whole = docx_of(a, P("Six tugs.") ITEM("1", "0", "one"), PARTS, 4);
	for (size_t n = 0; n < whole.len; n += 7)
		outline_read(a, SLICE("a.docx"), slice_sub(whole, 0, n));
}

Test(docx, parts_that_are_not_read_cost_it_nothing)
{
	enum { LARGE = 1 << 16 };
	char *large = arena_alloc(a, LARGE + 1);
	memset(large, ' ', LARGE);
	large[LARGE] = '\0';
	caps few = CAPS_DEFAULT;
	slice why = {"", 0};
	cr_assert(cap_set(a, &few, SLICE("expansion"), SLICE("40000"), &why), SLICE_FMT, SLICE_ARG(why));
	static const char *const names[] = {"docProps/app.xml", "word/fontTable.xml", "word/theme/theme1.xml", "word/notes.xml"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		zip_member members[] = {
			{"_rels/.rels",
		     "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
		     "Id=\"a\" Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
			{"word/document.xml", "<w:document" OFFICE_SPACES "><w:body>" P("Six tugs.") "</w:body></w:document>"},
			{names[i], large},
		};
		read_source source = {.name = SLICE("a.docx"), .bytes = zip_of(a, members, 3), .caps = &few};
		document d = read_document(a, &source);
		bool read = i + 1 < sizeof names / sizeof *names; /* the last one may be */
		cr_expect_eq(d.status, read ? DOCUMENT_OK : DOCUMENT_UNREADABLE, "%s: " SLICE_FMT, names[i], SLICE_ARG(d.why));
	}
}

Test(docx, heads_and_feet_of_pages_are_read_once_without_what_is_filled_in)
{
#define HEAD(id, type, target) "<Relationship Id=\"" id "\" Type=\"http://x/" type "\" Target=\"" target "\"/>"
#define EDGE(body) "<w:hdr" OFFICE_SPACES ">" body "</w:hdr>"
#define FIELD(shown)                                                                                                        \
	"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar "             \
	"w:fldCharType=\"separate\"/></w:r>" T(shown) "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
	zip_member members[] = {
		{"_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" HEAD(
							"a", "officeDocument", "word/document.xml") "</Relationships>"},
		{"word/_rels/document.xml.rels",
	     "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" HEAD("h", "header",
	                                                                                                   "h.xml")
	         HEAD("g", "header", "g.xml") HEAD("f", "footer", "f.xml") HEAD("e", "footer", "e.xml") "</Relationships>"},
		{"word/document.xml",
	     "<w:document" OFFICE_SPACES "><w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/>"
	     "<w:footerReference w:type=\"first\" r:id=\"f\"/></w:sectPr></w:pPr>" T(
			 "Six tugs.") "</w:p><w:sectPr>"
	                      "<w:headerReference w:type=\"default\" r:id=\"g\"/><w:footerReference w:type=\"first\" r:id=\"e\"/><w:titlePg/>"
	                      "</w:sectPr></w:body></w:document>"},
		{"word/h.xml", EDGE(P("Port office") "<w:p>" T("4 March 2011, page ") FIELD("3") "</w:p>")},
		{"word/g.xml", EDGE(P("Port office") "<w:p>" T("4 March 2011, page ") FIELD("9") "</w:p>")},
		{"word/f.xml", EDGE(P("Of a first page that is none, 70"))},
		{"word/e.xml", EDGE(P("Quay 12"))},
	};
	document d = outline_read(a, SLICE("a.docx"), zip_of(a, members, sizeof members / sizeof *members));
	cr_expect_str_eq(outline_of(a, &d), "para Six tugs.\nnote Port office/4 March 2011, page\nnote Quay 12\n", "%s",
	                 outline_of(a, &d));
}
