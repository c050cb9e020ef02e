/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents: the body in its order, changes as accepted, what is hidden left out; notes and comments stand at the end. */
#include "format/office_meta.h"
#include "format/format.h"
#include "format/office_drawing.h"
#include "format/word_job.h"
#include "format/word_run.h"

enum { MOST_DEPTH = 8, MOST_ID = 10000000 };

typedef struct paragraph {
	flow_shape shape;
	word_run run; /* at hand */
	unsigned links, base_marks;
	bool base_hidden;
	bool contents; /* a line of a table of contents */
	bool joins_on; /* its mark is deleted */
	uint32_t list; /* 0: none */
	uint16_t depth;
} paragraph;

/* Whether text at hand is a field's code, not what it shows. */
static bool in_code(const word_job *j)
{
	for (uint32_t i = 0; i < j->fields && i < WORD_FIELDS; i++)
		if (!j->result[i])
			return true;
	return false;
}

static void read_field_mark(word_job *j)
{
	slice type = xml_attribute(j->x, XML_W, "fldCharType");
	if (slice_equal(type, SLICE("begin"))) {
		if (j->fields < WORD_FIELDS)
			j->result[j->fields] = false;
		j->fields++;
	} else if (slice_equal(type, SLICE("separate")) && j->fields && j->fields <= WORD_FIELDS) {
		j->result[j->fields - 1] = true;
	} else if (slice_equal(type, SLICE("end")) && j->fields) {
		j->fields--;
	}
}

static void put_text(word_job *j, const paragraph *p, slice text)
{
	unsigned marks = p->run.marks | (p->links ? FLOW_LINK : 0);
	if (!p->run.hidden && !p->contents && !in_code(j))
		flow_text(j->f, text, marks);
}

static void put_mark(word_job *j, const paragraph *p, note_marks *of, bool counted)
{
	note_mark mark = {.id = xml_number(j->x, XML_W, "id", MOST_ID, 0)};
	if (p->run.hidden || in_code(j))
		return;
	mark.number = counted ? ++j->notes : 0;
	VEC_PUSH(j->arena, *of, mark);
	if (counted && !xml_attribute(j->x, XML_W, "customMarkFollows").len)
		flow_note(j->f, mark.number);
}

/* What a paragraph says of itself, which counts before its style, in whatever order both are told; UNTOLD: nothing. */
typedef struct own_properties {
	uint32_t list, depth, level;
} own_properties;
#define UNTOLD UINT32_MAX

static void read_property(word_job *j, own_properties *own)
{
	xml_reader *x = j->x;
	if (xml_opens(x, XML_W, "numId"))
		own->list = xml_number(x, XML_W, "val", MOST_ID, 0);
	else if (xml_opens(x, XML_W, "ilvl"))
		own->depth = xml_number(x, XML_W, "val", MOST_DEPTH, 0);
	else if (xml_opens(x, XML_W, "outlineLvl"))
		own->level = xml_number(x, XML_W, "val", 9, 9);
}

static void take_own(paragraph *p, const own_properties *own)
{
	if (own->list != UNTOLD)
		p->list = own->list;
	if (own->depth != UNTOLD)
		p->depth = (uint16_t)own->depth;
	if (own->level != UNTOLD) {
		p->shape.kind = own->level < 9 ? FLOW_HEADING : p->shape.kind == FLOW_HEADING ? FLOW_PARAGRAPH : p->shape.kind;
		p->shape.level = (uint16_t)(own->level + 1);
	}
}

static void take_style(word_job *j, paragraph *p)
{
	static const flow_kind kinds[] = {[WORD_PLAIN] = FLOW_PARAGRAPH,
	                                  [WORD_HEADING] = FLOW_HEADING,
	                                  [WORD_CAPTION] = FLOW_CAPTION,
	                                  [WORD_QUOTE] = FLOW_QUOTE,
	                                  [WORD_CONTENTS] = FLOW_PARAGRAPH};
	word_style s = word_style_of(j->styles, xml_attribute(j->x, XML_W, "val"));
	p->shape = (flow_shape){.kind = kinds[s.role], .level = s.level, .inside = s.list_style};
	p->contents = s.role == WORD_CONTENTS;
	p->list = s.list;
	p->depth = s.depth;
	p->base_marks = s.marks;
	p->base_hidden = s.hidden;
}

static void read_properties(word_job *j, paragraph *p)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	word_run run = {0};
	own_properties own = {UNTOLD, UNTOLD, UNTOLD};
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "pPr") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_W, "pStyle"))
			take_style(j, p);
		else if (xml_opens(x, XML_W, "rPr"))
			word_run_read(j->arena, x, &run);
		else if (xml_opens(x, XML_W, "sectPr"))
			word_section_read(j);
		else if (xml_opens(x, XML_W, "pPrChange"))
			xml_skip(x);
		else
			read_property(j, &own);
	}
	take_own(p, &own);
	p->joins_on = run.removed;
}

/* What the paragraph is, once its text is known to be there. */
static void finish_shape(word_job *j, paragraph *p)
{
	uint32_t number;
	if (p->shape.kind == FLOW_HEADING || p->contents || !p->list || flow_is_empty(j->f))
		return;
	word_mark mark = word_count_item(j->styles, p->list, p->depth, &number);
	if (mark == WORD_NO_ITEM)
		return;
	p->shape = (flow_shape){.kind = FLOW_ITEM,
	                        .level = p->depth,
	                        .list = p->list,
	                        .number = mark == WORD_NUMBER ? number : 0,
	                        .ordered = mark == WORD_NUMBER};
}

static void read_run_properties(word_job *j, paragraph *p)
{
	word_run_read(j->arena, j->x, &p->run);
	if (!p->run.style.len)
		return;
	word_style s = word_style_of(j->styles, p->run.style);
	p->run.marks |= s.marks;
	p->run.hidden |= s.hidden;
}

bool word_is_passed_over(const xml_reader *x)
{
	return xml_opens(x, XML_W, "del") || xml_opens(x, XML_W, "moveFrom") || xml_opens(x, XML_MC, "Fallback") ||
	       xml_opens(x, XML_W, "sdtPr") || xml_opens(x, XML_W, "rt") || xml_opens(x, XML_M, "sub");
}

/* A text box within the paragraph: its blocks come first. */
static void read_box(word_job *j)
{
	uint32_t depth = xml_depth(j->x);
	while (xml_next(j->x) != XML_END && !(xml_closes(j->x, XML_W, "txbxContent") && xml_depth(j->x) == depth))
		word_event_read(j);
	word_flush(j);
}

static bool is_graphic(const xml_reader *x)
{
	return xml_opens(x, XML_C, "chart") || xml_opens(x, XML_DGM, "relIds");
}

/* A chart or diagram within the paragraph, put out before it as a box is. */
static void read_graphic(word_job *j, const paragraph *p)
{
	if (p->run.hidden)
		return;
	flow_end_lists(j->f);
	office_graphic_put(j->arena, j->parts, j->b, j->part, j->x);
}

/* What stands in a run, and is text or stands for some. */
static bool read_run_text(word_job *j, paragraph *p)
{
	xml_reader *x = j->x;
	if (xml_opens(x, XML_W, "t") || xml_opens(x, XML_M, "t"))
		put_text(j, p, xml_inner_text(j->arena, x));
	else if (xml_opens(x, XML_W, "tab") || xml_opens(x, XML_W, "ptab"))
		put_text(j, p, SLICE("\t"));
	else if (xml_opens(x, XML_W, "br") || xml_opens(x, XML_W, "cr"))
		put_text(j, p, SLICE("\n"));
	else if (xml_opens(x, XML_W, "noBreakHyphen"))
		put_text(j, p, SLICE("-"));
	else if (xml_opens(x, XML_W, "footnoteReference"))
		put_mark(j, p, &j->footnotes, true);
	else if (xml_opens(x, XML_W, "endnoteReference"))
		put_mark(j, p, &j->endnotes, true);
	else if (xml_opens(x, XML_W, "commentReference"))
		put_mark(j, p, &j->comments, false);
	else if (xml_opens(x, XML_W, "fldChar"))
		read_field_mark(j);
	else if (xml_opens(x, XML_M, "den")) /* a fraction's parts must not run into each other */
		put_text(j, p, SLICE("/"));
	else
		return false;
	return true;
}

static void read_inline(word_job *j, paragraph *p)
{
	xml_reader *x = j->x;
	if (xml_opens(x, XML_W, "r"))
		p->run = (word_run){.marks = p->base_marks, .hidden = p->base_hidden};
	else if (xml_opens(x, XML_M, "sup"))
		p->run.marks |= FLOW_RAISED;
	else if (xml_closes(x, XML_M, "sup"))
		p->run.marks &= ~(unsigned)FLOW_RAISED;
	else if (xml_opens(x, XML_W, "pPr"))
		read_properties(j, p);
	else if (xml_opens(x, XML_W, "rPr"))
		read_run_properties(j, p);
	else if (xml_opens(x, XML_W, "txbxContent"))
		read_box(j);
	else if (xml_opens(x, XML_W, "hyperlink"))
		p->links++;
	else if (xml_closes(x, XML_W, "hyperlink"))
		p->links -= p->links > 0;
	else if (word_is_passed_over(x))
		xml_skip(x);
	else if (!read_run_text(j, p) && is_graphic(x))
		read_graphic(j, p);
}

void word_flush(word_job *j)
{
	if (j->joins)
		flow_close(j->f, &j->joined);
	j->joins = false;
}

static void read_paragraph(word_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	paragraph p = {0};
	if (!j->joins)
		flow_open(j->f);
	j->joins = false;
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "p") && xml_depth(x) == depth))
		read_inline(j, &p);
	if (p.joins_on) {
		j->joins = true;
		j->joined = p.shape;
		return;
	}
	finish_shape(j, &p);
	flow_close(j->f, &p.shape);
}

void word_event_read(word_job *j)
{
	if (xml_opens(j->x, XML_W, "p")) {
		read_paragraph(j);
	} else if (xml_opens(j->x, XML_W, "tbl")) {
		word_flush(j);
		word_table_read(j);
	} else if (xml_opens(j->x, XML_W, "sectPr")) {
		word_section_read(j);
	} else if (word_is_passed_over(j->x)) {
		xml_skip(j->x);
	}
}

static void read_note(word_job *j, const char *element)
{
	uint32_t depth = xml_depth(j->x);
	builder_begin(j->b, BLOCK_FOOTNOTE, 0);
	flow_enter(j->f);
	while (xml_next(j->x) != XML_END && !(xml_closes(j->x, XML_W, element) && xml_depth(j->x) == depth))
		word_event_read(j);
	word_flush(j);
	flow_leave(j->f);
	builder_end(j->b);
}

/* The notes of one part that the text has marks for. */
static void read_notes(word_job *j, slice part, const char *element, const note_marks *marks)
{
	word_job notes = *j; /* marks within notes lead nowhere */
	notes.part = part;
	notes.x = xml_open(j->arena, zip_part_named(j->parts, part));
	notes.fields = 0;
	while (marks->n && xml_next(notes.x) != XML_END) {
		if (!xml_opens(notes.x, XML_W, element))
			continue;
		uint32_t id = xml_number(notes.x, XML_W, "id", MOST_ID, UINT32_MAX);
		bool wanted = false;
		for (size_t i = 0; i < marks->n && !wanted; i++)
			wanted = marks->at[i].id == id;
		if (wanted)
			read_note(&notes, element);
		else
			xml_skip(notes.x);
	}
	xml_close(notes.x);
}

static slice related(word_job *j, slice main_part, const char *type)
{
	return zip_part_related(j->arena, j->parts, main_part, slice_of(type), SLICE(""));
}

bool word_docx_read(arena *a, slice bytes, document *d, slice *why)
{
	zip_parts parts = {0};
	if (!zip_parts_read(a, d->caps, bytes, &parts, why))
		return false;
	word_job j = {.arena = a, .parts = &parts, .b = builder_new(a, SLICE(""))};
	slice main_part = related(&j, SLICE(""), "/officeDocument");
	slice body = zip_part_named(&parts, main_part);
	if (!body.len) {
		*why = SLICE("no Word document: its main part is missing");
		return false;
	}
	j.styles = word_styles_read(a, zip_part_named(&parts, related(&j, main_part, "/styles")),
	                            zip_part_named(&parts, related(&j, main_part, "/numbering")));
	j.f = flow_new(a, j.b);
	j.part = main_part;
	j.x = xml_open(a, body);
	while (xml_next(j.x) != XML_END)
		word_event_read(&j);
	word_flush(&j);
	flow_end_lists(j.f);
	xml_close(j.x);
	*why = xml_why(j.x);
	if (why->len)
		return false;
	read_notes(&j, related(&j, main_part, "/footnotes"), "footnote", &j.footnotes);
	read_notes(&j, related(&j, main_part, "/endnotes"), "endnote", &j.endnotes);
	read_notes(&j, related(&j, main_part, "/comments"), "comment", &j.comments);
	word_heads_put(&j);
	office_finish(a, &parts, j.b, d);
	return true;
}
