/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is set apart within a paragraph of AsciiDoc. A single mark opens and closes at a word's edges, a double one anywhere. */
#include "format/asciidoc.h"
#include "base/ascii.h"
#include "document/script.h"

#include <string.h>

enum { MOST_NAME = 100, LONGEST_TARGET = 2000 };

typedef struct inliner {
	adoc *r;
	slice text;
	size_t plain;      /* told up to here */
	bool without[256]; /* no such closing sign stands further on */
} inliner;

static bool is_word(char c)
{
	return ascii_is_alnum(c) || (c & 0x80);
}

static void flush(inliner *p, size_t at, size_t next)
{
	if (at > p->plain)
		wrapped_put(&p->r->wrapped, p->r->out, p->plain, at);
	p->plain = next;
}

/* Where the stretch that a sign opens at `from` ends: `n` signs that close it. */
static size_t find_close(inliner *p, size_t from, char sign, size_t n)
{
	unsigned char key = (unsigned char)(n == 1 ? sign : sign | 0x80);
	if (p->without[key])
		return SIZE_MAX;
	for (size_t at = from + 1; at + n <= p->text.len; at++) {
		if (p->text.ptr[at] != sign || (n == 2 && p->text.ptr[at + 1] != sign))
			continue;
		bool edge = !ascii_is_blank(p->text.ptr[at - 1]) && (at + 1 == p->text.len || !is_word(p->text.ptr[at + 1]));
		if (n == 2 || edge)
			return at;
	}
	p->without[key] = true;
	return SIZE_MAX;
}

static void put_marked(inliner *p, char sign, size_t from, size_t to)
{
	adoc *r = p->r;
	inline_kind kind = sign == '*' ? INLINE_STRONG : INLINE_CODE;
	if (sign == '^' || sign == '~') {
		script_put(r->out, slice_sub(p->text, from, to), wrapped_source(&r->wrapped, from), sign == '^');
		return;
	}
	bool apart = sign == '*' || sign == '`';
	if (sign == '`' && to > from + 1 && p->text.ptr[from] == '+' && p->text.ptr[to - 1] == '+') {
		from++;
		to--;
	}
	if (apart)
		builder_mark(r->out, kind);
	wrapped_put(&r->wrapped, r->out, from, to);
	if (apart)
		builder_unmark(r->out, kind);
}

static size_t take_sign(inliner *p, size_t at)
{
	char sign = p->text.ptr[at];
	size_t n = at + 1 < p->text.len && p->text.ptr[at + 1] == sign ? 2 : 1, from = at + n;
	bool script = sign == '^' || sign == '~';
	if (from >= p->text.len || (script && n == 2))
		return at;
	bool before = at > 0 && is_word(p->text.ptr[at - 1]);
	if (n == 1 && !script && (before || ascii_is_blank(p->text.ptr[from])))
		return at;
	size_t end = SIZE_MAX;
	if (script) {
		for (end = from; end < p->text.len && p->text.ptr[end] != sign && !ascii_is_blank(p->text.ptr[end]); end++)
			continue;
		end = end < p->text.len && end > from && p->text.ptr[end] == sign ? end : SIZE_MAX;
	} else {
		end = find_close(p, from, sign, n);
	}
	if (end == SIZE_MAX)
		return at;
	flush(p, at, end + n);
	put_marked(p, sign, from, end);
	return p->plain;
}

typedef enum { MACRO_LINK, MACRO_NOTE, MACRO_CODE, MACRO_TEXT, MACRO_NONE } macro_kind;

/* A name before ":target[text]", which ends before `colon`: how much of the text it is, and what it does. */
static macro_kind macro_of(slice text, size_t plain, size_t colon, size_t *from)
{
	static const struct {
		const char *name;
		macro_kind kind;
	} macros[] = {{"link", MACRO_LINK},     {"xref", MACRO_LINK},      {"mailto", MACRO_LINK},   {"http", MACRO_LINK},
	              {"https", MACRO_LINK},    {"linkgit", MACRO_LINK},   {"footnote", MACRO_NOTE}, {"kbd", MACRO_CODE},
	              {"stem", MACRO_CODE},     {"latexmath", MACRO_CODE}, {"pass", MACRO_TEXT},     {"btn", MACRO_TEXT},
	              {"menu", MACRO_TEXT},     {"image", MACRO_NONE},     {"icon", MACRO_NONE},     {"anchor", MACRO_NONE},
	              {"indexterm", MACRO_NONE}};
	*from = colon;
	while (*from > plain && colon - *from < 12 && is_word(text.ptr[*from - 1]))
		--*from;
	slice name = slice_sub(text, *from, colon), note = SLICE("footnote");
	if (slice_ends_with(name, note)) { /* it stands at a word's end */
		*from = colon - note.len;
		name = note;
	}
	for (size_t i = 0; i < sizeof macros / sizeof *macros; i++)
		if (slice_equal(name, slice_of(macros[i].name)))
			return macros[i].kind;
	*from = colon;
	return MACRO_NONE;
}

/* Where the bracket that opens at `open` closes, others in it apart. */
static size_t close_of(slice text, size_t open)
{
	enum { LONGEST = 4000 };
	size_t depth = 0;
	for (size_t i = open; i < text.len && i < open + LONGEST; i++) {
		depth += text.ptr[i] == '[';
		if (text.ptr[i] == ']' && --depth == 0)
			return i;
	}
	return SIZE_MAX;
}

static void put_note(inliner *p, size_t from, size_t open, size_t close)
{
	adoc *r = p->r;
	slice mark = arena_printf(r->arena, "[%u]", ++r->note_count);
	builder_mark(r->out, INLINE_NOTE);
	builder_put(r->out, mark, wrapped_source(&r->wrapped, from), wrapped_source(&r->wrapped, close) + 1);
	builder_unmark(r->out, INLINE_NOTE);
	if (close > open + 1)
		VEC_PUSH(r->arena, r->notes,
		         (adoc_note){wrapped_source(&r->wrapped, open + 1), wrapped_source(&r->wrapped, close - 1) + 1});
}

/* A link's text between brackets: up to a comma, behind which its window is told; "^" opens one of its own. */
static void put_link_text(inliner *p, size_t from, size_t close)
{
	size_t end = from;
	while (end < close && p->text.ptr[end] != ',')
		end++;
	wrapped_put(&p->r->wrapped, p->r->out, from, end > from && p->text.ptr[end - 1] == '^' ? end - 1 : end);
}

/* "name:target[text]" with its colon at `at`. */
static size_t take_macro(inliner *p, size_t at)
{
	size_t from, open = at + 1;
	macro_kind kind = macro_of(p->text, p->plain, at, &from);
	if (from == at)
		return at;
	while (open < p->text.len && open < at + LONGEST_TARGET && p->text.ptr[open] != '[' &&
	       !ascii_is_blank(p->text.ptr[open]))
		open++;
	size_t close = open < p->text.len && p->text.ptr[open] == '[' ? close_of(p->text, open) : SIZE_MAX;
	if (close == SIZE_MAX)
		return at;
	flush(p, from, close + 1);
	adoc *r = p->r;
	if (kind == MACRO_NOTE) {
		put_note(p, from, open, close);
	} else if (kind == MACRO_LINK) {
		builder_mark(r->out, INLINE_LINK);
		if (close > open + 1 && p->text.ptr[open + 1] != ',')
			put_link_text(p, open + 1, close);
		else
			wrapped_put(&r->wrapped, r->out, p->text.ptr[at + 1] == '/' ? from : at + 1, open);
		builder_unmark(r->out, INLINE_LINK);
	} else if (kind == MACRO_CODE || kind == MACRO_TEXT) {
		if (kind == MACRO_CODE)
			builder_mark(r->out, INLINE_CODE);
		wrapped_put(&r->wrapped, r->out, open + 1, close);
		if (kind == MACRO_CODE)
			builder_unmark(r->out, INLINE_CODE);
	}
	return p->plain;
}

/* What an attribute says; ptr NULL: that is not told. */
static slice attribute_of(const adoc *r, slice name)
{
	if (slice_equal(name, SLICE("nbsp")))
		return SLICE("\u00A0");
	for (size_t i = r->attributes.n; i-- > 0;)
		if (slice_equal_nocase(r->attributes.at[i].name, name))
			return r->attributes.at[i].value;
	return (slice){NULL, 0};
}

static void put_value(inliner *p, slice value, size_t from, size_t end)
{
	adoc *r = p->r;
	builder_put(r->out, value, wrapped_source(&r->wrapped, from), wrapped_source(&r->wrapped, end));
}

/* "{name}target[text]", of which "{name}" ends at `end`: an address that begins with an attribute. */
static bool take_address(inliner *p, size_t at, size_t end, slice value)
{
	size_t open = end;
	bool address = !value.ptr || slice_starts_with(value, SLICE("http")) || slice_starts_with(value, SLICE("link:")) ||
	               slice_starts_with(value, SLICE("{"));
	while (open < p->text.len && open < end + LONGEST_TARGET && p->text.ptr[open] != '[' &&
	       !ascii_is_blank(p->text.ptr[open]))
		open++;
	size_t close = address && open < p->text.len && p->text.ptr[open] == '[' ? close_of(p->text, open) : SIZE_MAX;
	if (close == SIZE_MAX)
		return false;
	flush(p, at, close + 1);
	builder_mark(p->r->out, INLINE_LINK);
	if (close > open + 1)
		put_link_text(p, open + 1, close);
	else if (value.ptr)
		put_value(p, value, at, end);
	builder_unmark(p->r->out, INLINE_LINK);
	return true;
}

/* "{name}": what an attribute says. */
static size_t take_reference(inliner *p, size_t at)
{
	size_t end = at + 1;
	while (end < p->text.len && end < at + MOST_NAME &&
	       (is_word(p->text.ptr[end]) || p->text.ptr[end] == '-' || p->text.ptr[end] == '_'))
		end++;
	if (end >= p->text.len || p->text.ptr[end] != '}' || end == at + 1)
		return at;
	slice value = attribute_of(p->r, slice_sub(p->text, at + 1, end));
	if (take_address(p, at, end + 1, value))
		return p->plain;
	if (!value.ptr)
		return at;
	flush(p, at, end + 1);
	put_value(p, value, at, end + 1);
	return p->plain;
}

/* "<<id,text>>", "[[id]]", "(((hidden)))", "((shown))". */
static size_t take_pair(inliner *p, size_t at)
{
	slice rest = slice_sub(p->text, at, at + 400);
	bool reference = *rest.ptr == '<', hidden = slice_starts_with(rest, SLICE("((("));
	slice close = reference ? SLICE(">>") : *rest.ptr == '[' ? SLICE("]]") : hidden ? SLICE(")))") : SLICE("))");
	size_t end = slice_find(rest, close), comma = slice_find_byte(rest, ',');
	if (rest.len < 4 || rest.ptr[1] != *rest.ptr || end == SIZE_MAX || ascii_is_blank(rest.ptr[2]))
		return at;
	flush(p, at, at + end + close.len);
	if (reference) {
		size_t from = comma != SIZE_MAX && comma < end ? comma + 1 : 2;
		builder_mark(p->r->out, INLINE_LINK);
		wrapped_put(&p->r->wrapped, p->r->out, at + from, at + end);
		builder_unmark(p->r->out, INLINE_LINK);
	} else if (*rest.ptr == '(' && !hidden) {
		wrapped_put(&p->r->wrapped, p->r->out, at + 2, at + end);
	}
	return p->plain;
}

/* A curved quotation mark ("`, `", '`, `') loses its sign of code. */
static size_t take_quote(inliner *p, size_t at)
{
	char next = at + 1 < p->text.len ? p->text.ptr[at + 1] : 0, before = at ? p->text.ptr[at - 1] : 0;
	if ((before == '"' || before == '\'') && next && !ascii_is_blank(next) && p->plain < at &&
	    !(at > 1 && is_word(p->text.ptr[at - 2])) &&
	    slice_find(slice_sub(p->text, at + 1, at + 1000), before == '"' ? SLICE("`\"") : SLICE("`'")) != SIZE_MAX) {
		flush(p, at, at + 1);
		return at + 1;
	}
	if ((next == '"' || next == '\'') && at > p->plain && !ascii_is_blank(before)) {
		flush(p, at, at + 1);
		return at + 2;
	}
	return take_sign(p, at);
}

static size_t take_mark(inliner *p, size_t at)
{
	switch (p->text.ptr[at]) {
	case '`':
		return take_quote(p, at);
	case '*':
	case '_':
	case '#':
	case '^':
	case '~':
		return take_sign(p, at);
	case '{':
		return take_reference(p, at);
	case ':':
		return take_macro(p, at);
	case '<':
	case '[':
	case '(':
		return take_pair(p, at);
	case '\\': /* the sign behind it is text */
		if (at + 1 < p->text.len && strchr("*_`#^~{<[(", p->text.ptr[at + 1])) {
			flush(p, at, at + 1);
			return at + 2;
		}
		return at;
	case '+': /* at a line's end: the line is broken here */
		if (at > 0 && ascii_is_blank(p->text.ptr[at - 1]) && at + 1 == p->text.len) {
			flush(p, at - 1, at + 1);
			return at + 1;
		}
		return take_sign(p, at);
	default:
		return at;
	}
}

void adoc_inline(adoc *r, const source_line *lines, size_t n)
{
	for (size_t i = 0; i < n;) { /* up to a line that is broken on purpose */
		size_t end = i;
		while (end < n && !(end > i && lines[end - 1].end - lines[end - 1].start > 2 &&
		                    r->source.ptr[lines[end - 1].end - 1] == '+' && r->source.ptr[lines[end - 1].end - 2] == ' '))
			end++;
		wrapped_join(r->arena, &r->wrapped, r->source, lines + i, end - i);
		inliner p = {.r = r, .text = wrapped_text(&r->wrapped)};
		for (size_t at = 0; at < p.text.len;) {
			size_t next = take_mark(&p, at);
			at = next > at ? next : at + 1;
		}
		flush(&p, p.text.len, p.text.len);
		if (end < n)
			builder_put(r->out, SLICE("\n"), lines[end - 1].end, lines[end].start);
		i = end;
	}
}
