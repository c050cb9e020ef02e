/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown (CommonMark with GitHub's tables, struck text, task lists and bare links), divided by md4c. */
#include "format/markdown.h"

#include "base/caps.h"
#include "format/front_matter.h"
#include "format/format.h"

#include <md4c.h>

/* Whether the document has a block, list or table for it. */
static bool is_built(MD_BLOCKTYPE type)
{
	return type != MD_BLOCK_DOC && type != MD_BLOCK_HR && type != MD_BLOCK_HTML && type != MD_BLOCK_THEAD &&
	       type != MD_BLOCK_TBODY && type != MD_BLOCK_TR;
}

/* False if it lies deeper than documents may; then it is passed over, and its text belongs to what holds it. */
static bool open_block(markdown *m, MD_BLOCKTYPE type)
{
	bool leaf = type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE;
	bool passed = !leaf && m->open.n >= m->deepest;
	markdown_open(
		m, (open_element){.leaf = leaf, .paragraph = type == MD_BLOCK_P, .item = type == MD_BLOCK_LI, .passed = passed});
	return !passed;
}

static void enter_block(markdown *m, MD_BLOCKTYPE type, const void *detail)
{
	builder *b = m->out;
	if (type == MD_BLOCK_H)
		markdown_close_html(m);
	if (is_built(type) && !open_block(m, type))
		return;
	m->broken = false;
	switch (type) {
	case MD_BLOCK_QUOTE:
		builder_begin(b, BLOCK_QUOTE, 0);
		break;
	case MD_BLOCK_UL:
		builder_list(b, false, 0);
		break;
	case MD_BLOCK_OL:
		builder_list(b, true, ((const MD_BLOCK_OL_DETAIL *)detail)->start);
		break;
	case MD_BLOCK_LI:
		builder_item(b, 0);
		break;
	case MD_BLOCK_H:
		builder_begin(b, BLOCK_HEADING, (uint16_t)((const MD_BLOCK_H_DETAIL *)detail)->level);
		break;
	case MD_BLOCK_CODE:
		builder_begin(b, BLOCK_CODE, 0);
		break;
	case MD_BLOCK_HTML:
		m->html = true;
		break;
	case MD_BLOCK_P:
		builder_begin(b, BLOCK_PARAGRAPH, 0);
		break;
	case MD_BLOCK_TABLE:
		builder_table(b);
		break;
	case MD_BLOCK_TR:
		builder_row(b);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		m->cell = true;
		builder_cell(b, type == MD_BLOCK_TH, 1, 1);
		break;
	default:
		break;
	}
}

static void leave_block(markdown *m, MD_BLOCKTYPE type)
{
	m->cell = m->broken = false;
	m->blanks = 0;
	if (type == MD_BLOCK_HTML) {
		markdown_html_end(m);
		m->html = false;
	}
	if (is_built(type) && markdown_close(m))
		builder_end(m->out);
}

static bool is_marked(MD_SPANTYPE type, inline_kind *kind)
{
	switch (type) {
	case MD_SPAN_STRONG:
		*kind = INLINE_STRONG;
		return true;
	case MD_SPAN_A:
		*kind = INLINE_LINK;
		return true;
	case MD_SPAN_CODE:
		*kind = INLINE_CODE;
		return true;
	case MD_SPAN_DEL:
		*kind = INLINE_STRUCK;
		return true;
	default:
		return false;
	}
}

/* An image that is a badge shows what its address tells, not what stands for it. */
static bool is_badge(markdown *m, const MD_SPAN_IMG_DETAIL *image)
{
	uint32_t at = 0;
	slice address = markdown_verbatim(m, (slice){image->src.text, image->src.size}, &at);
	return address.len && !m->mute && markdown_badge(m, address, at);
}

static void enter_span(markdown *m, MD_SPANTYPE type, const void *detail)
{
	inline_kind kind;
	if (m->broken)
		markdown_mend_break(m, (slice){"", 0});
	if (is_marked(type, &kind) && !m->mute)
		builder_mark(m->out, kind);
	m->code_span = m->code_span || type == MD_SPAN_CODE;
	if (type == MD_SPAN_IMG && (m->mute || is_badge(m, detail)))
		m->mute++;
}

static void leave_span(markdown *m, MD_SPANTYPE type)
{
	inline_kind kind;
	if (is_marked(type, &kind) && !m->mute)
		builder_unmark(m->out, kind);
	m->code_span = m->code_span && type != MD_SPAN_CODE;
	m->mute -= type == MD_SPAN_IMG && m->mute;
}

/* What md4c tells. Memory may run out over it; then md4c is let go of its own before that goes on. */
typedef struct event {
	markdown *to;
	enum { ENTER_BLOCK, LEAVE_BLOCK, ENTER_SPAN, LEAVE_SPAN, TEXT } what;
	int type;
	const void *detail;
	slice text;
} event;

static void take_event(void *data)
{
	const event *e = data;
	switch (e->what) {
	case ENTER_BLOCK:
		enter_block(e->to, (MD_BLOCKTYPE)e->type, e->detail);
		break;
	case LEAVE_BLOCK:
		leave_block(e->to, (MD_BLOCKTYPE)e->type);
		break;
	case ENTER_SPAN:
		enter_span(e->to, (MD_SPANTYPE)e->type, e->detail);
		break;
	case LEAVE_SPAN:
		leave_span(e->to, (MD_SPANTYPE)e->type);
		break;
	case TEXT:
		markdown_text(e->to, e->type, e->text);
		break;
	}
}

enum { MEMORY_ENDED = 1 };

static int take(event e)
{
	return arena_guard(e.to->arena, take_event, &e) ? 0 : MEMORY_ENDED;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	return take((event){data, ENTER_BLOCK, (int)type, detail, {0}});
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	return take((event){data, LEAVE_BLOCK, (int)type, detail, {0}});
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *data)
{
	return take((event){data, ENTER_SPAN, (int)type, detail, {0}});
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *data)
{
	return take((event){data, LEAVE_SPAN, (int)type, detail, {0}});
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *chars, MD_SIZE size, void *data)
{
	return take((event){data, TEXT, (int)type, NULL, {chars, size}});
}

static bool parse(markdown *m, source_range r, unsigned flags)
{
	const MD_PARSER parser = {
		.flags = flags | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	int ended = md_parse(m->read.ptr + r.start, r.end - r.start, &parser, m);
	if (ended == MEMORY_ENDED)
		arena_exhausted(m->arena);
	return ended == 0;
}

/* What stands in comments, and in footnotes, behind all other text. */
static bool tell_rest(markdown *m)
{
	markdown_close_html(m);
	for (size_t i = 0; i < m->notes.n; i++) {
		builder_begin(m->out, BLOCK_FOOTNOTE, 0);
		if (!parse(m, m->notes.at[i], MD_FLAG_NOINDENTEDCODEBLOCKS))
			return false;
		markdown_close_html(m);
		builder_end(m->out);
	}
	for (size_t i = 0; i < m->comments.n; i++) {
		source_range r = m->comments.at[i];
		builder_begin(m->out, BLOCK_CODE, 0);
		markdown_put(m, slice_sub(m->source, r.start, r.end), r.start);
		builder_end(m->out);
	}
	return true;
}

bool markdown_read(arena *a, slice bytes, document *d, slice *why)
{
	markdown m = {.arena = a, .out = builder_new(a, bytes), .source = bytes, .deepest = cap_of(d->caps, CAP_DEPTH)};
	uint32_t start = slice_starts_with(bytes, SLICE("\xEF\xBB\xBF")) ? 3 : 0;
	markdown_prepare(&m, front_matter_read(bytes, start, d), d->path);
	if (!parse(&m, m.body, 0) || !tell_rest(&m)) {
		*why = SLICE("memory ended while its Markdown was read");
		return false;
	}
	builder_finish(m.out, d);
	return true;
}
