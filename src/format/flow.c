/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/flow.h"

#include "base/ascii.h"

typedef struct span {
	uint32_t start;
	unsigned marks;
} span;

typedef struct open_paragraph {
	size_t text, spans; /* where its own begin */
} open_paragraph;

typedef struct open_list {
	uint32_t list;
	uint16_t depth;
	bool ordered;
} open_list;

struct flow {
	arena *arena;
	builder *b;
	VEC(char) text;
	VEC(span) spans;
	VEC(open_paragraph) open;
	VEC(open_list) lists;
	VEC(size_t) floors; /* of each place entered: how many lists are open around it */
};

flow *flow_new(arena *a, builder *b)
{
	flow *f = ARENA_NEW(a, flow);
	f->arena = a;
	f->b = b;
	return f;
}

void flow_open(flow *f)
{
	VEC_PUSH(f->arena, f->open, (open_paragraph){f->text.n, f->spans.n});
}

static void append(flow *f, slice text)
{
	for (size_t i = 0; i < text.len; i++)
		VEC_PUSH(f->arena, f->text, text.ptr[i]);
}

static const slice RAISED[] = {SLICE("⁰"), SLICE("¹"), SLICE("²"), SLICE("³"), SLICE("⁴"),
                               SLICE("⁵"), SLICE("⁶"), SLICE("⁷"), SLICE("⁸"), SLICE("⁹")};

static void append_raised(flow *f, slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (ascii_is_digit(c))
			append(f, RAISED[c - '0']);
		else if (c == '-' && i + 1 < text.len && ascii_is_digit(text.ptr[i + 1]))
			append(f, SLICE("⁻"));
		else
			VEC_PUSH(f->arena, f->text, c);
	}
}

void flow_text(flow *f, slice text, unsigned marks)
{
	if (!f->open.n || !text.len)
		return;
	unsigned shown = marks & ~(unsigned)FLOW_RAISED;
	bool same = f->spans.n > VEC_LAST(f->open).spans && VEC_LAST(f->spans).marks == shown;
	if (!same)
		VEC_PUSH(f->arena, f->spans, (span){(uint32_t)f->text.n, shown});
	if (marks & FLOW_RAISED)
		append_raised(f, text);
	else
		append(f, text);
}

void flow_note(flow *f, uint32_t number)
{
	flow_text(f, arena_printf(f->arena, "%u", number), FLOW_NOTE | FLOW_RAISED);
}

bool flow_is_empty(const flow *f)
{
	size_t from = f->open.n ? VEC_LAST(f->open).text : f->text.n;
	return slice_trim(slice_sub((slice){f->text.at, f->text.n}, from, f->text.n)).len == 0;
}

void flow_clear(flow *f)
{
	if (!f->open.n)
		return;
	f->text.n = VEC_LAST(f->open).text;
	f->spans.n = VEC_LAST(f->open).spans;
}

static void end_list(flow *f)
{
	builder_end(f->b); /* the item at hand */
	builder_end(f->b);
	f->lists.n--;
}

static size_t floor_of(const flow *f)
{
	return f->floors.n ? VEC_LAST(f->floors) : 0;
}

void flow_end_lists(flow *f)
{
	while (f->lists.n > floor_of(f))
		end_list(f);
}

void flow_enter(flow *f)
{
	VEC_PUSH(f->arena, f->floors, f->lists.n);
}

void flow_leave(flow *f)
{
	flow_end_lists(f);
	f->floors.n--;
}

static void begin_item(flow *f, const flow_shape *shape)
{
	size_t least = floor_of(f);
	while (f->lists.n > least && VEC_LAST(f->lists).depth > shape->level)
		end_list(f);
	const open_list *last = f->lists.n > least ? &VEC_LAST(f->lists) : NULL;
	if (last && last->depth == shape->level && (last->list != shape->list || last->ordered != shape->ordered)) {
		end_list(f);
		last = NULL;
	}
	if (last && last->depth == shape->level) {
		builder_end(f->b);
	} else {
		builder_list(f->b, shape->ordered, shape->number);
		VEC_PUSH(f->arena, f->lists, (open_list){shape->list, shape->level, shape->ordered});
	}
	builder_item(f->b, shape->ordered ? shape->number : 0);
}

static const struct {
	unsigned mark;
	inline_kind kind;
} MARKS[] = {{FLOW_STRONG, INLINE_STRONG}, {FLOW_STRUCK, INLINE_STRUCK}, {FLOW_LINK, INLINE_LINK}, {FLOW_NOTE, INLINE_NOTE}};

enum { MARK_COUNT = sizeof MARKS / sizeof *MARKS };

/* From one set of marks to another: a mark that goes on is neither closed nor opened. */
static void change_marks(flow *f, unsigned from, unsigned to)
{
	for (size_t i = MARK_COUNT; i-- > 0;)
		if (from & ~to & MARKS[i].mark)
			builder_unmark(f->b, MARKS[i].kind);
	for (size_t i = 0; i < MARK_COUNT; i++)
		if (to & ~from & MARKS[i].mark)
			builder_mark(f->b, MARKS[i].kind);
}

static void put_text(flow *f, const open_paragraph *p)
{
	unsigned marks = 0;
	for (size_t i = p->spans; i < f->spans.n; i++) {
		const span *s = &f->spans.at[i];
		size_t end = i + 1 < f->spans.n ? s[1].start : f->text.n;
		slice text = slice_sub((slice){f->text.at, f->text.n}, s->start, end);
		if (!slice_trim(text).len && s->marks != marks) { /* blanks are set apart by nobody */
			builder_text(f->b, text, 0);
			continue;
		}
		change_marks(f, marks, s->marks);
		marks = s->marks;
		builder_text(f->b, text, 0);
	}
	change_marks(f, marks, 0);
}

void flow_close(flow *f, const flow_shape *shape)
{
	static const block_kind kinds[] = {BLOCK_PARAGRAPH, BLOCK_HEADING, BLOCK_ITEM, BLOCK_CAPTION, BLOCK_QUOTE};
	if (!f->open.n)
		return;
	open_paragraph p = VEC_LAST(f->open);
	if (!flow_is_empty(f)) {
		bool item = shape->kind == FLOW_ITEM, inside = shape->inside && shape->kind == FLOW_PARAGRAPH;
		if (item) {
			begin_item(f, shape);
		} else {
			if (!inside)
				flow_end_lists(f);
			builder_begin(f->b, kinds[shape->kind], shape->kind == FLOW_HEADING ? shape->level : 0);
		}
		put_text(f, &p);
		if (!item)
			builder_end(f->b);
	}
	f->text.n = p.text;
	f->spans.n = p.spans;
	f->open.n--;
}
