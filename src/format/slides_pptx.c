/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slides of Office, in the order in which they are shown: titles as headings, the body's paragraphs as lists, what the speaker
 * notes as footnotes. */
#include "format/flow.h"
#include "format/gather.h"
#include "format/office_drawing.h"
#include "format/office_meta.h"
#include "format/format.h"
#include "format/xml.h"

enum { MOST_SPAN = 1000, MOST_LEVEL = 8, MOST_NUMBER = 100000 };

typedef enum { SHAPE_TEXT, SHAPE_BODY, SHAPE_TITLE, SHAPE_LEFT_OUT } shape_kind;

typedef struct slide_job {
	arena *arena;
	const zip_parts *parts;
	xml_reader *x;
	builder *b;
	flow *f;
	shape_kind shape;
	bool hidden;                      /* the shape is */
	uint32_t lists;                   /* begun so far: one a shape, and one more where its marks change */
	uint32_t numbers[MOST_LEVEL + 1]; /* of numbered paragraphs, by level */
} slide_job;

static shape_kind shape_of(xml_reader *x)
{
	static const slice out[] = {SLICE("dt"), SLICE("ftr"), SLICE("hdr"), SLICE("sldNum"), SLICE("sldImg")};
	slice type = xml_attribute(x, XML_NONE, "type");
	for (size_t i = 0; i < sizeof out / sizeof *out; i++)
		if (slice_equal(type, out[i]))
			return SHAPE_LEFT_OUT;
	if (slice_equal(type, SLICE("title")) || slice_equal(type, SLICE("ctrTitle")))
		return SHAPE_TITLE;
	bool body = !type.len || slice_equal(type, SLICE("body")) || slice_equal(type, SLICE("obj"));
	return body ? SHAPE_BODY : SHAPE_TEXT;
}

typedef struct slide_paragraph {
	uint32_t level, start;
	bool listed, numbered;
	unsigned marks;
} slide_paragraph;

static void read_properties(slide_job *j, slide_paragraph *p)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	p->level = xml_number(x, XML_NONE, "lvl", MOST_LEVEL, 0);
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_A, "buNone")) {
			p->listed = false;
		} else if (xml_opens(x, XML_A, "buChar") || xml_opens(x, XML_A, "buBlip")) {
			p->listed = true;
		} else if (xml_opens(x, XML_A, "buAutoNum")) {
			p->listed = p->numbered = true;
			p->start = xml_number(x, XML_NONE, "startAt", MOST_NUMBER, 1);
		}
	}
}

static void read_run_properties(xml_reader *x, slide_paragraph *p)
{
	slice strike = xml_attribute(x, XML_NONE, "strike"), raised = xml_attribute(x, XML_NONE, "baseline");
	p->marks = slice_equal(xml_attribute(x, XML_NONE, "b"), SLICE("1")) ? FLOW_STRONG : 0;
	p->marks |= strike.len && !slice_equal(strike, SLICE("noStrike")) ? FLOW_STRUCK : 0u;
	p->marks |= raised.len && *raised.ptr >= '1' && *raised.ptr <= '9' ? FLOW_RAISED : 0u;
}

static flow_shape finish_shape(slide_job *j, const slide_paragraph *p)
{
	if (j->shape == SHAPE_TITLE)
		return (flow_shape){.kind = FLOW_HEADING, .level = 1};
	if (!p->listed || flow_is_empty(j->f))
		return (flow_shape){.kind = FLOW_PARAGRAPH};
	uint32_t *number = &j->numbers[p->level];
	*number = !p->numbered ? 0 : *number ? *number + 1 : p->start;
	for (uint32_t i = p->level + 1; i <= MOST_LEVEL; i++)
		j->numbers[i] = 0;
	return (flow_shape){
		.kind = FLOW_ITEM, .level = (uint16_t)p->level, .list = j->lists, .number = *number, .ordered = p->numbered};
}

static void read_paragraph(slide_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	slide_paragraph p = {.listed = j->shape == SHAPE_BODY};
	flow_open(j->f);
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_A, "pPr"))
			read_properties(j, &p);
		else if (xml_opens(x, XML_A, "r") || xml_opens(x, XML_A, "fld"))
			p.marks = 0;
		else if (xml_opens(x, XML_A, "rPr"))
			read_run_properties(x, &p);
		else if (xml_opens(x, XML_A, "t"))
			flow_text(j->f, xml_inner_text(j->arena, x), p.marks);
		else if (xml_opens(x, XML_A, "br"))
			flow_text(j->f, SLICE("\n"), 0);
	}
	flow_shape shape = finish_shape(j, &p);
	flow_close(j->f, &shape);
}

static void read_cell(slide_job *j, bool header)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	slice across = xml_attribute(x, XML_NONE, "hMerge"), down = xml_attribute(x, XML_NONE, "vMerge");
	if (slice_equal(across, SLICE("1")) || slice_equal(down, SLICE("1"))) { /* a part of the cell beside or above */
		xml_skip(x);
		return;
	}
	uint32_t rows = xml_number(x, XML_NONE, "rowSpan", MOST_SPAN, 1);
	builder_cell(j->b, header, rows, xml_number(x, XML_NONE, "gridSpan", MOST_SPAN, 1));
	flow_enter(j->f);
	while (xml_next(x) != XML_END && !xml_ends(x, depth))
		if (xml_opens(x, XML_A, "p"))
			read_paragraph(j);
	flow_leave(j->f);
	builder_end(j->b);
}

static void read_table(slide_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x), row = 0;
	bool heads = false;
	flow_end_lists(j->f);
	builder_table(j->b);
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_A, "tblPr")) {
			heads = slice_equal(xml_attribute(x, XML_NONE, "firstRow"), SLICE("1"));
		} else if (xml_opens(x, XML_A, "tr")) {
			builder_row(j->b);
			row++;
		} else if (xml_opens(x, XML_A, "tc")) {
			read_cell(j, heads && row == 1);
		}
	}
	builder_end(j->b);
}

/* Everything of a slide, shape by shape. *hidden: it is not shown with the others. */
static void read_slide(slide_job *j, slice part, bool *hidden, slice *why)
{
	xml_reader *x = j->x = xml_open(j->arena, zip_part_named(j->parts, part));
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_P, "sp")) {
			j->shape = SHAPE_TEXT;
			j->hidden = false;
			j->lists++;
			for (size_t i = 0; i <= MOST_LEVEL; i++)
				j->numbers[i] = 0;
		} else if (xml_closes(x, XML_P, "sp")) {
			flow_end_lists(j->f);
		} else if (xml_opens(x, XML_P, "cNvPr")) {
			j->hidden = slice_equal(xml_attribute(x, XML_NONE, "hidden"), SLICE("1"));
		} else if (xml_opens(x, XML_P, "ph")) {
			j->shape = shape_of(x);
		} else if (j->hidden && (xml_opens(x, XML_P, "txBody") || xml_opens(x, XML_A, "graphic"))) {
			xml_skip(x);
		} else if (xml_opens(x, XML_MC, "Fallback") || (xml_opens(x, XML_P, "txBody") && j->shape == SHAPE_LEFT_OUT)) {
			xml_skip(x);
		} else if (xml_opens(x, XML_A, "tbl")) {
			j->shape = SHAPE_TEXT;
			read_table(j);
		} else if (xml_opens(x, XML_A, "p")) {
			read_paragraph(j);
		} else if (xml_opens(x, XML_P, "graphicFrame")) {
			flow_end_lists(j->f);
		} else if (xml_opens(x, XML_P, "sld")) {
			*hidden = slice_equal(xml_attribute(x, XML_NONE, "show"), SLICE("0")) ||
			          slice_equal(xml_attribute(x, XML_NONE, "show"), SLICE("false"));
		} else {
			office_graphic_put(j->arena, j->parts, j->b, part, x);
		}
	}
	xml_close(x);
	flow_end_lists(j->f);
	*why = xml_why(x);
}

static slice related(slide_job *j, slice part, const char *type, slice id)
{
	return zip_part_related(j->arena, j->parts, part, slice_of(type), id);
}

/* What the speaker is to say: the body of the notes on a slide, a line a paragraph. */
static slice read_notes(slide_job *j, slice slide)
{
	xml_reader *x = xml_open(j->arena, zip_part_named(j->parts, related(j, slide, "/notesSlide", SLICE(""))));
	shape_kind shape = SHAPE_TEXT;
	gathered all = {0};
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_P, "ph"))
			shape = shape_of(x);
		else if (xml_opens(x, XML_P, "sp"))
			shape = SHAPE_TEXT;
		else if (shape == SHAPE_BODY && xml_opens(x, XML_A, "p"))
			gather_line(j->arena, &all);
		else if (shape == SHAPE_BODY && xml_opens(x, XML_A, "t"))
			gather_add(j->arena, &all, xml_inner_text(j->arena, x));
	}
	xml_close(x);
	return gather_text(&all);
}

static void put_notes(slide_job *j, slice text)
{
	if (!text.len)
		return;
	builder_begin(j->b, BLOCK_FOOTNOTE, 0);
	builder_text(j->b, text, 0);
	builder_end(j->b);
}

/* What people wrote beside a slide: the text of each comment, as older or newer versions keep it. */
static void put_comments(slide_job *j, slice slide)
{
	xml_reader *x = xml_open(j->arena, zip_part_named(j->parts, related(j, slide, "/comments", SLICE(""))));
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_P, "text") || xml_opens(x, XML_A, "p"))
			put_notes(j, slice_trim(xml_inner_text(j->arena, x)));
	}
	xml_close(x);
}

bool slides_pptx_read(arena *a, slice bytes, document *d, slice *why)
{
	zip_parts parts = {0};
	if (!zip_parts_read(a, d->caps, bytes, &parts, why))
		return false;
	slide_job j = {.arena = a, .parts = &parts, .b = builder_new(a, SLICE(""))};
	slice main_part = related(&j, SLICE(""), "/officeDocument", SLICE(""));
	if (!zip_part_named(&parts, main_part).len) {
		*why = SLICE("no slides: their main part is missing");
		return false;
	}
	VEC(slice) ids = {0};
	xml_reader *x = xml_open(a, zip_part_named(&parts, main_part));
	while (xml_next(x) != XML_END)
		if (xml_opens(x, XML_P, "sldId"))
			VEC_PUSH(a, ids, arena_copy(a, xml_attribute(x, XML_R, "id")));
	xml_close(x);
	*why = xml_why(x);
	j.f = flow_new(a, j.b);
	for (size_t i = 0; i < ids.n && !why->len; i++) {
		slice slide = ids.at[i].len ? related(&j, main_part, "", ids.at[i]) : (slice){"", 0};
		bool hidden = false;
		read_slide(&j, slide, &hidden, why);
		put_notes(&j, read_notes(&j, slide));
		put_comments(&j, slide);
		if (hidden)
			builder_note(j.b, arena_printf(a, "the hidden slide %zu was read", i + 1));
	}
	if (why->len)
		return false;
	office_finish(a, &parts, j.b, d);
	return true;
}
