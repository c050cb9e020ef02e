/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reStructuredText: a body is lines of one indent, and what is indented deeper belongs to what stands before it. */
#include "format/rst.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "document/meta.h"
#include "format/format.h"

rst_view rst_view_of(rst_view v, size_t from, size_t to)
{
	return (rst_view){v.n ? v.at + from : v.at, to > from ? to - from : 0};
}

size_t rst_extent(rst_view v, size_t i, uint32_t indent)
{
	while (i < v.n && (rst_is_blank(&v.at[i]) || v.at[i].indent > indent))
		i++;
	return i;
}

static uint32_t smallest_indent(rst_view v)
{
	uint32_t least = UINT32_MAX;
	for (size_t i = 0; i < v.n; i++)
		if (!rst_is_blank(&v.at[i]) && v.at[i].indent < least)
			least = v.at[i].indent;
	return least;
}

static rst_view without_blanks_around(rst_view v)
{
	while (v.n && rst_is_blank(&v.at[0]))
		v = rst_view_of(v, 1, v.n);
	while (v.n && rst_is_blank(&v.at[v.n - 1]))
		v.n--;
	return v;
}

void rst_code(rst *r, rst_view v)
{
	v = without_blanks_around(v);
	if (!v.n)
		return;
	builder_begin(r->out, BLOCK_CODE, 0);
	source_lines_put(r->out, r->source, v.at, v.n, smallest_indent(v));
	builder_end(r->out);
}

/* "::" at a paragraph's end: one colon stays where a word stands before it. Returns the bytes of text to tell. */
static size_t literal_end(slice text, bool *literal)
{
	size_t n = text.len;
	*literal = n >= 2 && text.ptr[n - 1] == ':' && text.ptr[n - 2] == ':' && (n == 2 || text.ptr[n - 3] != '\\');
	if (!*literal)
		return n;
	return n == 2 || text.ptr[n - 3] == ' ' ? n - 2 : n - 1;
}

/* A paragraph of the lines; `literal`, where it is not NULL, tells whether "::" ends it. */
static void paragraph(rst *r, rst_view v, bool *literal)
{
	bool ends = false;
	wrapped_join(r->arena, &r->wrapped, r->source, v.at, v.n);
	size_t end = literal_end(wrapped_text(&r->wrapped), &ends);
	if (literal)
		*literal = ends;
	if (!end)
		return;
	builder_begin(r->out, BLOCK_PARAGRAPH, 0);
	rst_inline_joined(r, end);
	builder_end(r->out);
}

/* Literal lines behind a paragraph: all deeper ones, or those of one sign at the paragraph's indent (quoted). */
static size_t take_literal(rst *r, rst_view v, size_t i, uint32_t base)
{
	while (i < v.n && rst_is_blank(&v.at[i]))
		i++;
	if (i == v.n)
		return i;
	size_t end = rst_extent(v, i, base);
	if (end == i) {
		char sign = r->source.ptr[v.at[i].start];
		bool quoted = sign > ' ' && sign < '@' && !ascii_is_digit(sign);
		while (quoted && end < v.n && v.at[end].indent == base && !rst_is_blank(&v.at[end]) &&
		       r->source.ptr[v.at[end].start] == sign)
			end++;
	}
	rst_code(r, rst_view_of(v, i, end));
	return end;
}

/* A heading's level is its style's place among the styles met so far. */
static uint16_t level_of(rst *r, char sign, bool over)
{
	uint16_t style = (uint16_t)((unsigned char)sign | (over ? 256 : 0));
	size_t i = 0;
	while (i < r->styles.n && r->styles.at[i] != style)
		i++;
	if (i == r->styles.n)
		VEC_PUSH(r->arena, r->styles, style);
	return (uint16_t)(i < 5 ? i + 1 : 6);
}

static bool is_long_enough(const rst *r, const source_line *rule, const source_line *text)
{
	size_t n = rule->end - rule->start;
	return n >= 4 || n >= utf8_count(rst_text_of(r, text));
}

/* A title with its underline, and perhaps a line over it. Returns the line behind it, or i. */
static size_t take_heading(rst *r, rst_view v, size_t i)
{
	char sign = rst_rule(r, &v.at[i]);
	bool over = sign && i + 2 < v.n && rst_rule(r, &v.at[i + 2]) == sign && !rst_is_blank(&v.at[i + 1]);
	size_t text = i + over;
	if (!over && (text + 1 >= v.n || (sign && v.at[i].end - v.at[i].start > 3)))
		return i;
	char under = rst_rule(r, &v.at[text + 1]);
	if (!under || v.at[text + 1].indent != v.at[i].indent || !is_long_enough(r, &v.at[text + 1], &v.at[text]))
		return i;
	builder_begin(r->out, BLOCK_HEADING, level_of(r, under, over));
	rst_inline(r, &v.at[text], 1);
	builder_end(r->out);
	return text + 2;
}

/* The body of an item: its first line begins behind the mark. */
static void item_body(rst *r, rst_view v, const source_line *first)
{
	source_line kept = v.at[0];
	uint32_t column = first->indent, deeper = v.n > 1 && !rst_is_blank(&v.at[1]) ? v.at[1].indent : column;
	v.at[0] = *first;
	if (deeper > column) { /* lines that hang deeper are the same paragraph */
		v.at[0].indent = deeper;
	} else {
		uint32_t rest = smallest_indent(rst_view_of(v, 1, v.n));
		v.at[0].indent = rest < column ? rest : column;
	}
	rst_blocks(r, v);
	v.at[0] = kept;
}

static bool is_same_list(const rst_item *a, const rst_item *b)
{
	bool counted = a->kind == RST_LETTER || a->kind == RST_ROMAN;
	bool letters = counted && (b->kind == RST_LETTER || b->kind == RST_ROMAN);
	return a->shape == b->shape && (a->kind == b->kind || b->kind == RST_AUTO || letters);
}

/* A number begins an item only if the next line lets it: a wrapped sentence may begin with one, too. */
static bool opens_list(const rst *r, rst_view v, size_t i, const rst_item *item)
{
	if (item->kind == RST_NO_ITEM)
		return false;
	if (i + 1 >= v.n || rst_is_blank(&v.at[i + 1]) || v.at[i + 1].indent != v.at[i].indent)
		return true;
	rst_item next = rst_item_of(r, &v.at[i + 1]);
	return item->kind == RST_BULLET || (next.kind != RST_NO_ITEM && is_same_list(item, &next)) ||
	       rst_is_explicit(r, &v.at[i + 1]);
}

static size_t take_list(rst *r, rst_view v, size_t i, uint32_t base)
{
	rst_item item = rst_item_of(r, &v.at[i]), first = item;
	builder_list(r->out, item.kind != RST_BULLET, item.number ? item.number : 1);
	while (i < v.n) {
		size_t end = rst_extent(v, i + 1, base);
		builder_item(r->out, item.kind == RST_NUMBER ? item.number : 0); /* "v" may be a letter or five: it follows "iv" */
		source_line text = rst_behind(&v.at[i], item.text, item.column);
		item_body(r, rst_view_of(v, i, end), &text);
		builder_end(r->out);
		i = end;
		if (i == v.n)
			break;
		item = rst_item_of(r, &v.at[i]);
		if (!opens_list(r, v, i, &item) || !is_same_list(&first, &item) || v.at[i].indent != base)
			break;
	}
	builder_end(r->out);
	return i;
}

/* Fields and options are items of a list; what they say stands behind their name. */
static size_t take_fields(rst *r, rst_view v, size_t i, uint32_t base, size_t (*name)(const rst *, const source_line *))
{
	builder_list(r->out, false, 0);
	while (i < v.n && !rst_is_blank(&v.at[i]) && v.at[i].indent == base && name(r, &v.at[i])) {
		size_t end = rst_extent(v, i + 1, base), n = name(r, &v.at[i]);
		bool field = name == rst_field;
		source_line own = v.at[i], text = own;
		own.start += field;
		own.end = own.start + (uint32_t)n - field;
		text.start += (uint32_t)n;
		while (text.start < text.end && r->source.ptr[text.start] == ' ')
			text.start++;
		text.indent = base + text.start - v.at[i].start;
		builder_item(r->out, 0);
		builder_begin(r->out, BLOCK_PARAGRAPH, 0);
		if (field)
			rst_inline(r, &own, 1);
		else
			source_lines_put(r->out, r->source, &own, 1, base);
		builder_end(r->out);
		item_body(r, rst_view_of(v, i, end), &text);
		builder_end(r->out);
		i = end;
	}
	builder_end(r->out);
	return i;
}

static bool is_definition(rst_view v, size_t i, uint32_t base)
{
	return i + 1 < v.n && !rst_is_blank(&v.at[i + 1]) && v.at[i + 1].indent > base;
}

/* "Name:" over an indented list leads it in. */
static bool is_lead_in(const rst *r, rst_view v, size_t i)
{
	rst_item below = rst_item_of(r, &v.at[i + 1]);
	return r->source.ptr[v.at[i].end - 1] == ':' && opens_list(r, v, i + 1, &below);
}

/* Terms with their definitions indented under them are the items of a list. */
static size_t take_definitions(rst *r, rst_view v, size_t i, uint32_t base)
{
	if (is_lead_in(r, v, i)) {
		size_t end = rst_extent(v, i + 1, base);
		paragraph(r, rst_view_of(v, i, i + 1), NULL);
		rst_blocks(r, rst_view_of(v, i + 1, end));
		return end;
	}
	builder_list(r->out, false, 0);
	while (i < v.n && v.at[i].indent == base && is_definition(v, i, base) && !rst_is_explicit(r, &v.at[i]) &&
	       rst_item_of(r, &v.at[i]).kind == RST_NO_ITEM && !is_lead_in(r, v, i)) {
		size_t end = rst_extent(v, i + 1, base);
		bool literal = false;
		builder_item(r->out, 0);
		paragraph(r, rst_view_of(v, i, i + 1), &literal);
		if (literal)
			rst_code(r, rst_view_of(v, i + 1, end));
		else
			rst_blocks(r, rst_view_of(v, i + 1, end));
		builder_end(r->out);
		i = end;
	}
	builder_end(r->out);
	return i;
}

/* What is indented without belonging to an item: a quotation, unless it is a list set deeper. */
static size_t take_indented(rst *r, rst_view v, size_t i, uint32_t base)
{
	size_t end = rst_extent(v, i, base);
	rst_item item = rst_item_of(r, &v.at[i]);
	bool quote = !opens_list(r, v, i, &item) && !rst_is_explicit(r, &v.at[i]);
	if (quote)
		builder_begin(r->out, BLOCK_QUOTE, 0);
	rst_blocks(r, rst_view_of(v, i, end));
	if (quote)
		builder_end(r->out);
	return end;
}

/* Lines of text, each behind a bar: kept as one paragraph. */
static size_t take_line_block(rst *r, rst_view v, size_t i, uint32_t base)
{
	builder_begin(r->out, BLOCK_PARAGRAPH, 0);
	for (; i < v.n && !rst_is_blank(&v.at[i]) && v.at[i].indent >= base; i++) {
		source_line text = v.at[i];
		if (text.indent == base && r->source.ptr[text.start] != '|')
			break;
		text.start += text.indent == base;
		while (text.start < text.end && r->source.ptr[text.start] == ' ')
			text.start++;
		rst_inline(r, &text, 1);
		builder_put(r->out, SLICE("\n"), text.end, text.end);
	}
	builder_end(r->out);
	return i;
}

static size_t take_paragraph(rst *r, rst_view v, size_t i, uint32_t base)
{
	size_t end = i;
	bool literal = false;
	while (end < v.n && !rst_is_blank(&v.at[end]) && v.at[end].indent == base)
		end++;
	paragraph(r, rst_view_of(v, i, end), &literal);
	return literal ? take_literal(r, v, end, base) : end;
}

static size_t take_doctest(rst *r, rst_view v, size_t i)
{
	size_t end = i;
	while (end < v.n && !rst_is_blank(&v.at[end]))
		end++;
	rst_code(r, rst_view_of(v, i, end));
	return end;
}

static bool is_line_of_block(slice text)
{
	return text.len && *text.ptr == '|' && (text.len == 1 || text.ptr[1] == ' ');
}

static size_t take_block(rst *r, rst_view v, size_t i, uint32_t base)
{
	const source_line *l = &v.at[i];
	slice text = rst_text_of(r, l);
	if (l->indent > base)
		return take_indented(r, v, i, base);
	if (rst_is_explicit(r, l))
		return rst_explicit(r, v, i);
	size_t after = rst_table(r, v, i);
	if (after == i && r->depth == 1)
		after = take_heading(r, v, i);
	if (after > i)
		return after;
	if (rst_rule(r, l) && text.len >= 4 && (i + 1 == v.n || rst_is_blank(&v.at[i + 1])))
		return i + 1;
	rst_item item = rst_item_of(r, l);
	if (opens_list(r, v, i, &item))
		return take_list(r, v, i, base);
	if (rst_field(r, l))
		return take_fields(r, v, i, base, rst_field);
	if (rst_option(r, l))
		return take_fields(r, v, i, base, rst_option);
	if (slice_starts_with(text, SLICE(">>> ")))
		return take_doctest(r, v, i);
	if (is_line_of_block(text))
		return take_line_block(r, v, i, base);
	if (slice_starts_with(text, SLICE("__ ")))
		return i + 1; /* the target of a link without a name */
	if (is_definition(v, i, base))
		return take_definitions(r, v, i, base);
	return take_paragraph(r, v, i, base);
}

void rst_blocks(rst *r, rst_view v)
{
	v = without_blanks_around(v);
	if (!v.n)
		return;
	if (r->depth == LIMIT_MARKUP_DEPTH) {
		rst_code(r, v);
		return;
	}
	r->depth++;
	uint32_t base = smallest_indent(v);
	for (size_t i = 0; i < v.n;)
		i = rst_is_blank(&v.at[i]) ? i + 1 : take_block(r, v, i, base);
	r->depth--;
}

/* "Title: Of ships" lines at the top, as mail and Python's proposals have them. Returns the line behind them. */
static size_t take_mail_header(rst *r, rst_view v)
{
	size_t n = 0, end = 0;
	for (; end < v.n && !rst_is_blank(&v.at[end]); end++) {
		slice text = rst_text_of(r, &v.at[end]);
		size_t colon = slice_find_byte(text, ':');
		bool name = v.at[end].indent == 0 && colon != SIZE_MAX && colon > 0 && ascii_is_capital(*text.ptr) &&
		            slice_find_byte(slice_sub(text, 0, colon), ' ') == SIZE_MAX;
		if (!name && (end == 0 || v.at[end].indent == 0))
			return 0;
		n += name;
	}
	if (n < 3)
		return 0;
	for (size_t i = 0; i < end; i++) {
		slice text = rst_text_of(r, &v.at[i]);
		size_t colon = slice_find_byte(text, ':');
		if (v.at[i].indent == 0)
			meta_tell(r->doc, slice_sub(text, 0, colon), slice_sub(text, colon + 1, text.len));
	}
	return end;
}

/* The fields that open a document, under its title, tell of it and are no text. Returns the line behind them. */
static size_t take_docinfo(rst *r, rst_view v, size_t i)
{
	while (i < v.n && !rst_is_blank(&v.at[i]) && v.at[i].indent == 0 && rst_field(r, &v.at[i])) {
		slice text = rst_text_of(r, &v.at[i]);
		size_t n = rst_field(r, &v.at[i]);
		meta_tell(r->doc, slice_sub(text, 1, n - 1), slice_sub(text, n, text.len));
		i = rst_extent(v, i + 1, 0);
	}
	return i;
}

/* What stands before the body: headers, or titles with fields under them. Returns the line behind it. */
static size_t take_front(rst *r, rst_view v)
{
	size_t i = rst_extent(v, 0, UINT32_MAX), titles = 0;
	while (i < v.n && rst_is_blank(&v.at[i]))
		i++;
	size_t header = take_mail_header(r, rst_view_of(v, i, v.n));
	if (header)
		return i + header;
	r->depth = 1;
	while (i < v.n) {
		size_t after = i;
		if (rst_is_blank(&v.at[i]))
			after++;
		else if (rst_is_explicit(r, &v.at[i]))
			after = rst_explicit(r, v, i);
		else if (v.at[i].indent == 0 && rst_field(r, &v.at[i]))
			return r->depth = 0, take_docinfo(r, v, i);
		else if (titles < 1)
			titles += (after = take_heading(r, v, i)) > i;
		if (after == i)
			break;
		i = after;
	}
	r->depth = 0;
	return i;
}

bool rst_read(arena *a, slice bytes, document *d, slice *why)
{
	(void)why;
	rst r = {.arena = a, .out = builder_new(a, bytes), .doc = d, .source = bytes};
	source_lines lines = source_lines_of(a, bytes);
	rst_view v = {lines.at, lines.n};
	rst_read_substitutions(&r, v);
	size_t body = take_front(&r, v);
	rst_blocks(&r, rst_view_of(v, body, v.n));
	builder_finish(r.out, d);
	return true;
}
