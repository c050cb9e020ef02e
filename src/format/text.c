/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: paragraphs at blank lines (hard-wrapped lines joined), one-line headings, list items. It has no marks but its lines.
 * A chunk (lines between blank ones) is either hard-wrapped, or each of its lines is a paragraph of its own; within a wrapped one,
 * an indent, a list mark, or a line that ends early begins anew. */
#include "format/format.h"

#include "base/utf8.h"
#include "document/section.h"
#include "format/line.h"
#include "format/text_table.h"

#include <string.h>

enum {
	WRAP_USUAL = 100,  /* bytes: lines up to here are taken to be wrapped, longer ones only if they look it */
	WRAP_WIDEST = 250, /* nobody wraps wider */
	TITLE_POINTS = 160,
	HEADING_POINTS = 100,
	ITEM_LEVELS = 16
};

typedef struct divider {
	arena *arena;
	document *doc;
	slice text;
	VEC(line) lines;  /* of the chunk at hand */
	line last;        /* the line read last, */
	size_t last_read; /* and its number, from one on; 0: none */
	block_list blocks;
	group_list groups;
	uint32_t indents[ITEM_LEVELS]; /* of the open list's items, outermost first; as many as `depth` */
	uint16_t depth;
	struct { /* the lists open, outermost first */
		uint32_t group;
		mark_kind mark;
		char sign;    /* of its items: another one's are of another list */
		int32_t item; /* the last one's block */
	} lists[ITEM_LEVELS];
	uint16_t open_lists;
	uint32_t last_number;
	bool first_chunk;
} divider;

static void put_block(divider *v, block_kind kind, uint32_t start, uint32_t end, uint16_t level)
{
	block made = {.kind = kind, .start = start, .end = end, .level = level, .parent = -1, .section = -1};
	if (v->open_lists)
		made.parent = v->lists[v->open_lists - 1].item;
	VEC_PUSH(v->arena, v->blocks, made);
	for (uint16_t i = 0; i < v->open_lists; i++)
		v->groups.at[v->lists[i].group].end = (uint32_t)v->blocks.n;
}

static bool is_item(const line *l)
{
	return l->mark == MARK_BULLET || l->mark == MARK_NUMBER || l->mark == MARK_LETTER;
}

static void close_list(divider *v)
{
	v->depth = v->open_lists = 0;
	v->last_number = 0;
}

/* The item's depth: as deep as the indents of the list so far make it. */
static uint16_t open_item(divider *v, const line *l)
{
	while (v->depth > 0 && l->indent < v->indents[v->depth - 1])
		v->depth--;
	if (v->depth == 0)
		v->indents[v->depth++] = l->indent;
	else if (l->indent > v->indents[v->depth - 1] + 1 && v->depth < ITEM_LEVELS)
		v->indents[v->depth++] = l->indent;
	if (l->mark == MARK_NUMBER)
		v->last_number = l->number;
	return v->depth;
}

/* An item of the list that is open at its depth with such marks, or of a new one. */
static void put_item(divider *v, const line *l, uint32_t end, uint16_t level)
{
	if (v->open_lists > level)
		v->open_lists = level;
	if (v->open_lists == level && (v->lists[level - 1].mark != l->mark || v->lists[level - 1].sign != l->sign))
		v->open_lists--;
	int32_t parent = v->open_lists && v->open_lists < level ? v->lists[v->open_lists - 1].item : -1;
	if (v->open_lists < level) {
		block_group g = {.kind = GROUP_LIST, .first = (uint32_t)v->blocks.n, .parent = parent, .caption = -1};
		g.ordered = l->mark != MARK_BULLET;
		v->lists[v->open_lists].group = (uint32_t)v->groups.n;
		v->lists[v->open_lists].sign = l->sign;
		v->lists[v->open_lists++].mark = l->mark;
		VEC_PUSH(v->arena, v->groups, g);
	}
	uint16_t own = (uint16_t)(v->open_lists - 1);
	v->lists[own].item = v->open_lists > 1 ? v->lists[own - 1].item : -1;
	put_block(v, BLOCK_ITEM, l->body, end, level);
	block *item = &VEC_LAST(v->blocks);
	item->group = v->lists[own].group + 1;
	item->number = l->mark == MARK_NUMBER ? l->number : 0;
	v->groups.at[v->lists[own].group].items++;
	v->lists[own].item = (int32_t)v->blocks.n - 1;
}

/* Lines [from, to) of the chunk as one block. */
static void put_lines(divider *v, size_t from, size_t to)
{
	const line *first = &v->lines.at[from];
	uint32_t end = v->lines.at[to - 1].end;
	if (first->mark == MARK_HASH && to - from == 1) {
		close_list(v);
		put_block(v, BLOCK_HEADING, first->body, end, first->hashes);
	} else if (is_item(first)) {
		uint16_t level = open_item(v, first);
		put_item(v, first, end, level);
	} else {
		/* A paragraph indented under an item belongs to the item; the list goes on. */
		if (v->depth > 0 && first->indent < v->indents[0] + 2)
			close_list(v);
		put_block(v, BLOCK_PARAGRAPH, first->start, end, 0);
	}
}

/* A wrapped line's length as it was set: one that ends in a dash (a dateline) runs on into the next. */
static size_t set_length(const line *lines, size_t i, size_t before)
{
	size_t own = lines[i].indent + lines[i].end - lines[i].start;
	return i > 0 && lines[i - 1].dash ? before + 1 + own : own;
}

/* Whether the lines of the chunk are paragraphs one by one: too long to be wrapped lines, or not filled as wrapped ones are
 * (the next line's first word would have fitted), or nearly all ending in a sentence's end. */
static bool is_line_by_line(const divider *v)
{
	size_t n = v->lines.n, widest = 0, filled = 0, sentences = 0, length = 0;
	const line *lines = v->lines.at;
	for (size_t i = 0; i < n; i++)
		widest = lines[i].end - lines[i].start + lines[i].indent > widest ? lines[i].end - lines[i].start + lines[i].indent
		                                                                  : widest;
	if (widest > WRAP_WIDEST)
		return true;
	for (size_t i = 0; i + 1 < n; i++) {
		length = set_length(lines, i, length);
		filled += length + 1 + line_first_word(v->text, &lines[i + 1]) > widest - widest / 10;
		sentences += lines[i].sentence;
	}
	bool all_sentences = sentences * 5 >= (n - 1) * 4;
	if (widest > WRAP_USUAL)
		return filled * 5 < (n - 1) * 4 || all_sentences;
	return n > 3 && all_sentences;
}

/* Whether list marks count here: a bullet or number amid wrapped text is mostly a dash or a number of its sentence. */
static bool item_may_begin(const divider *v, size_t i, bool anew)
{
	const line *l = &v->lines.at[i], *before = &v->lines.at[i - 1];
	if (!is_item(l))
		return false;
	if (v->depth > 0 && (l->mark != MARK_NUMBER || l->number <= v->last_number + 1))
		return true;
	if (l->mark == MARK_NUMBER && l->number != 1)
		return false;
	return anew || before->stopped;
}

static bool begins_anew(const divider *v, size_t i, size_t length, size_t widest)
{
	const line *l = &v->lines.at[i], *before = &v->lines.at[i - 1];
	if (l->mark == MARK_HASH || before->mark == MARK_HASH || l->cells || before->cells)
		return true;
	bool fits = length + 1 + line_first_word(v->text, l) + widest / 7 <= widest;
	bool anew = fits && !before->dash && line_begins_anew(v->text, l);
	if (item_may_begin(v, i, anew))
		return true;
	/* Lines indented under an item's mark are its own. */
	if (v->depth > 0 && l->indent > v->indents[v->depth - 1])
		return false;
	return anew || l->indent > before->indent + 1;
}

static void divide_wrapped(divider *v, size_t from)
{
	size_t n = v->lines.n, start = from, widest = 0, length = 0;
	for (size_t i = from; i < n; i++) {
		size_t own = v->lines.at[i].indent + v->lines.at[i].end - v->lines.at[i].start;
		widest = own > widest ? own : widest;
	}
	for (size_t i = from; i < n; i++) {
		if (i > start && begins_anew(v, i, length, widest)) {
			put_lines(v, start, i);
			start = i;
		}
		/* An item opens as its first line is met, so that the lines after it know its indent. */
		if (i == start && is_item(&v->lines.at[i]))
			open_item(v, &v->lines.at[i]);
		else if (i == start && v->depth > 0 && v->lines.at[i].indent < v->indents[0] + 2)
			close_list(v);
		length = set_length(v->lines.at, i, length);
	}
	put_lines(v, start, n);
}

/* The first line of all, directly over longer text, as a title would stand. */
static bool is_title_over_text(const divider *v)
{
	const line *lines = v->lines.at;
	size_t n = v->lines.n, longer = 0, length = lines[0].end - lines[0].start;
	if (!v->first_chunk || n < 2 || lines[0].mark != MARK_NONE || lines[0].dash ||
	    !line_like_heading(v->text, lines, TITLE_POINTS))
		return false;
	for (size_t i = 1; i < n && i < 8; i++)
		longer = lines[i].end - lines[i].start > longer ? lines[i].end - lines[i].start : longer;
	bool text = lines[1].sentence || lines[1].end - lines[1].start > length * 2;
	return length * 3 <= longer * 2 && text && lines[1].mark == MARK_NONE && line_begins_anew(v->text, &lines[1]);
}

static void put_heading(divider *v, const line *l, uint16_t level)
{
	close_list(v);
	put_block(v, BLOCK_HEADING, l->body, l->end, level);
}

/* A line between blank ones. One with a number is a heading ("2. Methods") unless a list stands around it. */
static void divide_single(divider *v, bool before_item)
{
	const line *l = v->lines.at;
	size_t most = v->first_chunk ? TITLE_POINTS : HEADING_POINTS;
	bool listed = is_item(l) && (l->mark != MARK_NUMBER || v->depth > 0 || before_item);
	bool heading = !listed && l->mark != MARK_HASH && l->indent < 4 && line_like_heading(v->text, l, most);
	if (heading && (v->first_chunk || !line_tells_value(v->text, l)))
		put_heading(v, l, v->blocks.n == 0 ? 1 : 2);
	else
		put_lines(v, 0, 1);
}

static void divide_chunk(divider *v, bool before_item)
{
	if (v->lines.n == 0)
		return;
	if (v->lines.n == 1) {
		divide_single(v, before_item);
	} else {
		size_t from = 0;
		if (is_title_over_text(v)) {
			put_heading(v, &v->lines.at[0], 1);
			from = 1;
		}
		if (is_line_by_line(v)) {
			for (size_t i = from; i < v->lines.n; i++)
				put_lines(v, i, i + 1);
		} else {
			divide_wrapped(v, from);
		}
	}
	v->lines.n = 0;
	v->first_chunk = false;
}

/* A line of = or - under a single line makes that a heading. */
static bool take_underline(divider *v, const line *l)
{
	if (!l->underline || v->lines.n != 1 || v->lines.at[0].cells || v->lines.at[0].mark == MARK_HASH)
		return false;
	put_heading(v, &v->lines.at[0], l->underline == '=' ? 1 : 2);
	v->lines.n = 0;
	v->first_chunk = false;
	return true;
}

/* Line i. The one read last is kept: behind blank lines each is asked for twice. */
static line line_of(divider *v, size_t i)
{
	const document *d = v->doc;
	if (v->last_read != i + 1) {
		uint32_t to = i + 1 < d->line_count ? d->line_starts[i + 1] - 1 : (uint32_t)d->text.len;
		v->last = line_read(d->text, d->line_starts[i], to);
		v->last_read = i + 1;
	}
	return v->last;
}

/* From a fence to the next, or to the end. Returns the number of the line behind it. */
static size_t take_code(divider *v, size_t i)
{
	const document *d = v->doc;
	uint32_t start = 0, end = 0;
	for (i++; i < d->line_count; i++) {
		line l = line_of(v, i);
		if (l.fence) {
			i++;
			break;
		}
		if (l.start < l.end) {
			start = end ? start : l.start;
			end = l.end;
		}
	}
	if (end)
		put_block(v, BLOCK_CODE, start, end, 0);
	return i;
}

/* Headings under nothing are none: the last lines of a text. One block alone is none either. */
static void drop_trailing_headings(divider *v)
{
	for (size_t i = v->blocks.n; i-- > 0 && v->blocks.at[i].kind == BLOCK_HEADING;) {
		v->blocks.at[i].kind = BLOCK_PARAGRAPH;
		v->blocks.at[i].level = 0;
	}
}

/* A table of numbers that begins with line i. Returns the number of the line behind it, or i; *none: no table begins before it. */
static size_t take_table(divider *v, size_t i, size_t *none)
{
	text_table found;
	if (i < *none || !text_table_find(v->arena, v->doc, i, &found)) {
		*none = i < *none ? *none : found.end;
		return i;
	}
	divide_chunk(v, false);
	close_list(v);
	text_table_read(v->arena, v->doc, &found, &v->blocks, &v->groups);
	return found.end;
}

bool text_read(arena *a, slice bytes, document *d, slice *why)
{
	(void)why;
	d->text = bytes;
	document_index_lines(a, d);
	divider v = {.arena = a, .doc = d, .text = d->text, .first_chunk = true};
	size_t no_table = 0;
	for (size_t i = 0; i < d->line_count;) {
		line l = line_of(&v, i);
		if (l.underline == '~' && take_underline(&v, &l)) {
			i++; /* three tildes could open code, too */
			continue;
		}
		if (l.fence) {
			divide_chunk(&v, false);
			i = take_code(&v, i);
			continue;
		}
		size_t behind = l.cells ? take_table(&v, i, &no_table) : i;
		if (behind > i) {
			i = behind;
			continue;
		}
		if (!l.empty)
			VEC_PUSH(a, v.lines, l);
		else if (!take_underline(&v, &l) && v.lines.n > 0) {
			/* What follows the blank lines tells a numbered heading from a list. */
			line next = l;
			while (next.empty && !next.fence && ++i < d->line_count)
				next = line_of(&v, i);
			divide_chunk(&v, !next.empty && is_item(&next));
			continue;
		}
		i++;
	}
	divide_chunk(&v, false);
	drop_trailing_headings(&v);
	d->blocks = v.blocks.at;
	d->block_count = v.blocks.n;
	d->groups = v.groups.at;
	d->group_count = v.groups.n;
	document_set_sections(d, false);
	return true;
}
