/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are no Markdown of md4c's: they are written as such in a copy, which knows where each byte of it stands. Definitions
 * of footnotes stand behind the copy's end. Texts with no such lines are not copied. */
#include "format/markdown.h"

#include "base/ascii.h"
#include "base/limits.h"

#include <string.h>

enum { CODE_INDENT = 4, NOTE_INDENT = 3, MATH_REACH = 16 << 10, TAG_REACH = 16 << 10 };

typedef struct writer {
	markdown *m;
	slice source;
	VEC(char) copy;
	uint32_t upto;                /* of the source: what is copied */
	char fence;                   /* of the code block that is open, 0: none */
	size_t fence_length;          /* how many signs it was opened with */
	bool admonition;              /* in the indented lines of one */
	bool bar;                     /* the line before has a bar, and so may be a table's head */
	bool module;                  /* in the lines of an import or export */
	bool jsx;                     /* the file is MDX */
	size_t curly, percent, brace; /* the next { and <% of the source, and the first of these */
	VEC(source_range) notes;      /* definitions, of the source */
	bool note;                    /* in the lines of one */
	bool blank;                   /* the line before is blank */
} writer;

typedef struct text_line {
	uint32_t start, end; /* without its line end */
	uint32_t body;       /* its first byte behind white space */
	uint32_t inner;      /* and behind the marks of quotes and items */
	uint32_t indent;     /* columns before `body` */
} text_line;

/* ----------------------------------------------------------------------------------------------------------------- copying */

static void append(writer *w, slice text)
{
	arena *a = w->m->arena;
	if (w->copy.n + text.len > w->copy.cap) {
		size_t cap = w->copy.cap ? w->copy.cap : w->source.len + w->source.len / 8 + 256;
		while (cap < w->copy.n + text.len)
			cap *= 2;
		w->copy.at = arena_grow(a, w->copy.at, w->copy.cap, cap);
		w->copy.cap = cap;
	}
	if (text.len)
		memcpy(w->copy.at + w->copy.n, text.ptr, text.len);
	w->copy.n += text.len;
}

static void keep(writer *w, uint32_t from, uint32_t to)
{
	if (from >= to)
		return;
	VEC_PUSH(w->m->arena, w->m->parts, (source_part){(uint32_t)w->copy.n, from, to});
	append(w, slice_sub(w->source, from, to));
}

/* Other text; of as many bytes as it stands for it would be taken for the source's own. */
static void put(writer *w, slice text, uint32_t from, uint32_t to)
{
	if (!text.len)
		return;
	VEC_PUSH(w->m->arena, w->m->parts, (source_part){(uint32_t)w->copy.n, from, to - from == text.len ? from : to});
	append(w, text);
}

/* The source [from, to) is read as `text`. Edits come in order; one that reaches behind another's end is passed over. */
static void edit(writer *w, uint32_t from, uint32_t to, slice text)
{
	if (from < w->upto)
		return;
	keep(w, w->upto, from);
	put(w, text, from, to);
	w->upto = to;
}

/* ------------------------------------------------------------------------------------------------------------------- lines */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static char byte_at(const writer *w, uint32_t at, uint32_t end)
{
	return at < end ? w->source.ptr[at] : '\0';
}

static uint32_t skip_blank(const writer *w, uint32_t at, uint32_t end)
{
	while (at < end && is_blank(w->source.ptr[at]))
		at++;
	return at;
}

/* Past one mark of a quote or an item, and the white space behind it. */
static uint32_t skip_mark(const writer *w, uint32_t at, uint32_t end)
{
	char c = byte_at(w, at, end);
	uint32_t behind = at;
	if (c == '>')
		return skip_blank(w, at + 1, end);
	while (behind < end && w->source.ptr[behind] >= '0' && w->source.ptr[behind] <= '9' && behind - at < 9)
		behind++;
	bool number = behind > at && (byte_at(w, behind, end) == '.' || byte_at(w, behind, end) == ')');
	bool bullet = c == '-' || c == '*' || c == '+';
	behind += number || bullet;
	return (number || bullet) && byte_at(w, behind, end) == ' ' ? skip_blank(w, behind, end) : at;
}

/* The columns of the white space at `at`, and where it ends. */
static uint32_t indent_at(const writer *w, uint32_t at, uint32_t end, uint32_t *behind)
{
	uint32_t columns = 0;
	for (; at < end && is_blank(w->source.ptr[at]); at++)
		columns += w->source.ptr[at] == '\t' ? 4 - columns % 4 : 1;
	*behind = at;
	return columns;
}

static text_line line_at(const writer *w, uint32_t start, uint32_t end)
{
	text_line l = {.start = start, .end = end};
	while (l.end > start && is_blank(w->source.ptr[l.end - 1]))
		l.end--;
	l.indent = indent_at(w, start, l.end, &l.body);
	l.inner = l.body;
	for (uint32_t next; (next = skip_mark(w, l.inner, l.end)) != l.inner;)
		l.inner = next;
	return l;
}

static size_t run_of(const writer *w, uint32_t at, uint32_t end, char c)
{
	uint32_t from = at;
	while (at < end && w->source.ptr[at] == c)
		at++;
	return at - from;
}

static bool starts_with(const writer *w, uint32_t at, uint32_t end, const char *with)
{
	return slice_starts_with(slice_sub(w->source, at, end), slice_of(with));
}

/* Whether what stands behind a fence's signs lets it be one. md4c wants no ` there, some tools do not mind ("```note of `x`"). */
static bool may_open_fence(writer *w, const text_line *l, uint32_t info, size_t n)
{
	const char *tick = memchr(w->source.ptr + info, '`', l->end - info);
	if (w->source.ptr[l->inner] == '~' || !tick)
		return true;
	char c = w->source.ptr[info] | 0x20;
	if (c < 'a' || c > 'z')
		return false;
	for (uint32_t at = (uint32_t)(tick - w->source.ptr); at < l->end; at++) {
		size_t run = run_of(w, at, l->end, '`');
		if (run >= n)
			return false;
		at += (uint32_t)run;
	}
	edit(w, info, l->end, SLICE(""));
	return true;
}

/* Whether the line opens or closes code, or stands in it. */
static bool take_fence(writer *w, const text_line *l)
{
	char c = byte_at(w, l->inner, l->end);
	size_t n = c == '`' || c == '~' ? run_of(w, l->inner, l->end, c) : 0;
	if (w->fence) {
		if (c == w->fence && n >= w->fence_length && l->inner + n == l->end)
			w->fence = 0;
		return true;
	}
	uint32_t info = l->inner + (uint32_t)n;
	if (n < 3 || !may_open_fence(w, l, info, n))
		return false;
	w->fence = c;
	w->fence_length = n;
	return true;
}

/* --------------------------------------------------------------------------------------------------------------- footnotes */

/* Where the text of a footnote's definition begins on this line; 0: it begins none. */
static uint32_t definition(const writer *w, const text_line *l)
{
	if (l->indent > NOTE_INDENT || !starts_with(w, l->body, l->end, "[^"))
		return 0;
	uint32_t at = l->body + 2;
	while (at < l->end && w->source.ptr[at] > ' ' && w->source.ptr[at] != ']')
		at++;
	return at > l->body + 2 && byte_at(w, at, l->end) == ']' && byte_at(w, at + 1, l->end) == ':' ? at + 2 : 0;
}

static bool begins_block(const writer *w, const text_line *l)
{
	return slice_find_byte(SLICE("#>-*+|`~<"), byte_at(w, l->body, l->end)) != SIZE_MAX;
}

/* A definition goes on over indented lines, and over others until a blank one. */
static bool take_definition(writer *w, const text_line *l, uint32_t next)
{
	uint32_t text = w->fence ? 0 : definition(w, l);
	bool blank = l->body == l->end;
	if (text) {
		VEC_PUSH(w->m->arena, w->notes, (source_range){text, next});
		w->note = true;
	} else if (w->note && (blank || l->indent >= 2 || (!w->blank && !begins_block(w, l)))) {
		VEC_LAST(w->notes).end = blank ? VEC_LAST(w->notes).end : next;
	} else {
		w->note = false;
	}
	if (w->note && !blank)
		edit(w, l->start, next, text ? SLICE("\n") : SLICE(""));
	w->blank = blank;
	return w->note;
}

static void write_definition(writer *w, source_range r)
{
	uint32_t start = (uint32_t)w->copy.n;
	for (uint32_t at = r.start; at < r.end;) {
		const char *newline = memchr(w->source.ptr + at, '\n', r.end - at);
		uint32_t next = newline ? (uint32_t)(newline - w->source.ptr) + 1 : r.end, from = at;
		while (from < next && from - at < CODE_INDENT && is_blank(w->source.ptr[from]))
			from += w->source.ptr[from] == '\t' ? CODE_INDENT : 1;
		from = at == r.start ? skip_blank(w, at, next) : from > next ? next : from;
		while (from > at && w->source.ptr[from - 1] == '\n')
			from--;
		keep(w, from, next);
		at = next;
	}
	VEC_PUSH(w->m->arena, w->m->notes, (source_range){start, (uint32_t)w->copy.n});
}

/* ------------------------------------------------------------------------------------------------------------------ tables */

/* The row of dashes below a table's head: md4c wants three in each column, GitHub one. */
static void take_dashes(writer *w, const text_line *l)
{
	uint32_t columns = 0, at = l->inner, run = 0, dashes = 0;
	bool bar = false, wanting = false;
	for (; at <= l->end; at++) {
		char c = at < l->end ? w->source.ptr[at] : '|';
		run += c == '-' || c == ':';
		dashes += c == '-';
		bar = bar || (c == '|' && at < l->end);
		if ((c == '|' && run && !dashes) || (c != '|' && c != '-' && c != ':' && !is_blank(c)))
			return;
		if (c == '|' && run) {
			columns++;
			wanting = wanting || run < 3;
			run = dashes = 0;
		}
	}
	if (!bar || !columns)
		return;
	if (columns > LIMIT_MARKDOWN_COLUMNS) {
		edit(w, l->inner, l->end, SLICE(""));
		return;
	}
	for (at = l->inner; wanting && at < l->end; at++) {
		uint32_t from = at;
		while (at < l->end && (w->source.ptr[at] == '-' || w->source.ptr[at] == ':'))
			at++;
		if (at > from && at - from < 3)
			edit(w, at, at, SLICE("---"));
	}
}

/* ------------------------------------------------------------------------------------------------------- braces, directives */

/* Past the end mark that follows within the line; 0: none does. */
static uint32_t past(const writer *w, uint32_t at, uint32_t end, const char *mark)
{
	size_t found = slice_find(slice_sub(w->source, at, end), slice_of(mark));
	return found == SIZE_MAX ? 0 : at + (uint32_t)(found + strlen(mark));
}

/* Where an expression in braces ends that opens at `at`; 0: not in this stretch. */
static uint32_t past_braces(const writer *w, uint32_t at, uint32_t end)
{
	size_t depth = 0;
	for (; at < end; at++) {
		depth += w->source.ptr[at] == '{';
		depth -= w->source.ptr[at] == '}' && depth > 0;
		if (!depth)
			return at + 1;
	}
	return 0;
}

/* Where what begins here, and is no text, ends: {% a template's %}, <%= and %>, {{ a value }}, {: .attributes}. 0: it is text. */
static uint32_t no_text_until(const writer *w, uint32_t at, uint32_t start, uint32_t end)
{
	char next = byte_at(w, at + 1, end), before = at > start ? w->source.ptr[at - 1] : ' ';
	if (w->source.ptr[at] == '<')
		return next == '%' ? past(w, at, end, "%>") : 0;
	if (next == '%')
		return past(w, at, end, "%}");
	if (next == '{')
		return past(w, at, end, "}}");
	bool attributes = next == ':' || next == '.' || (next == '#' && byte_at(w, at + 2, end) != ' ');
	bool behind = before == ')' || before == ']' || before == '`';
	bool named = ((next | 0x20) >= 'a' && (next | 0x20) <= 'z') && past(w, at, end, "=");
	if (attributes || (behind && named))
		return past(w, at, end, "}");
	return w->jsx ? past_braces(w, at, end) : 0;
}

static bool in_code_span(const writer *w, uint32_t start, uint32_t at)
{
	size_t ticks = 0;
	for (uint32_t i = start; i < at; i++)
		ticks += w->source.ptr[i] == '`';
	return ticks % 2 != 0;
}

static void seek_brace(writer *w, uint32_t from)
{
	slice rest = slice_sub(w->source, from, w->source.len);
	if (w->curly < from) {
		size_t found = slice_find_byte(rest, '{');
		w->curly = found == SIZE_MAX ? SIZE_MAX : from + found;
	}
	if (w->percent < from) {
		size_t found = slice_find(rest, SLICE("<%"));
		w->percent = found == SIZE_MAX ? SIZE_MAX : from + found;
	}
	w->brace = w->curly < w->percent ? w->curly : w->percent;
}

static void take_braces(writer *w, const text_line *l)
{
	enum { WIDEST = 1024 };
	for (uint32_t from = l->start; w->brace < l->end;) {
		uint32_t at = (uint32_t)w->brace;
		uint32_t until =
			at - from < WIDEST ? no_text_until(w, at, l->start, l->end - at < WIDEST ? l->end : at + WIDEST) : 0;
		if (until && !in_code_span(w, from, at)) {
			edit(w, at, until, SLICE(""));
			from = until;
		} else {
			until = 0;
		}
		uint32_t next = until ? until : at + 1;
		seek_brace(w, next);
	}
}

/* ":::note" and ":::" around a part of the text. */
static void take_colons(writer *w, const text_line *l)
{
	uint32_t at = l->inner + (uint32_t)run_of(w, l->inner, l->end, ':');
	at = skip_blank(w, at, l->end);
	if (byte_at(w, at, l->end) == '{') {
		uint32_t until = past_braces(w, at, l->end);
		at = until ? until : l->end;
	} else {
		while (at < l->end &&
		       (((w->source.ptr[at] | 0x20) >= 'a' && (w->source.ptr[at] | 0x20) <= 'z') || w->source.ptr[at] == '-'))
			at++;
	}
	at = skip_blank(w, at, l->end);
	edit(w, l->inner, at, SLICE(""));
	edit(w, l->end, l->end, at < l->end ? SLICE("\n") : SLICE(""));
}

/* '!!! note "Title"', '??? tip', '=== "Tab"': what is indented below is a quotation to md4c. */
static bool begins_admonition(writer *w, const text_line *l)
{
	char c = byte_at(w, l->body, l->end);
	size_t run = c == '!' || c == '?' || c == '=' ? run_of(w, l->body, l->end, c) : 0;
	uint32_t at = l->body + (uint32_t)run;
	at += run == 3 && (byte_at(w, at, l->end) == '+' || byte_at(w, at, l->end) == '!');
	if (run != 3 || l->indent || byte_at(w, at, l->end) != ' ' || (c == '=' && byte_at(w, at + 1, l->end) != '"'))
		return false;
	const char *title = memchr(w->source.ptr + at, '"', l->end - at);
	if (title && w->source.ptr[l->end - 1] == '"' && title < w->source.ptr + l->end - 1) {
		edit(w, l->start, (uint32_t)(title - w->source.ptr) + 1, SLICE("> "));
		edit(w, l->end - 1, l->end, SLICE("\n>"));
	} else {
		edit(w, l->start, l->end, SLICE(">"));
	}
	return true;
}

/* A line below one: false if it is none of it. */
static bool take_admonition(writer *w, const text_line *l)
{
	bool blank = l->body == l->end;
	if (!blank && l->indent < CODE_INDENT)
		return false;
	uint32_t at = l->start;
	while (!blank && at < l->body && at - l->start < CODE_INDENT)
		at += w->source.ptr[at] == '\t' ? CODE_INDENT : 1;
	at = at > l->body ? l->body : at;
	edit(w, l->start, at, blank ? SLICE(">") : SLICE("> "));
	return true;
}

/* "$$" over and below a formula: code. */
static void take_formula(writer *w, const text_line *l)
{
	uint32_t last = l->end - 2;
	if (l->end - l->inner > 4 && starts_with(w, last, l->end, "$$")) {
		edit(w, l->inner, l->inner + 2, SLICE("``"));
		edit(w, last, l->end, SLICE("``"));
	} else if (l->end - l->inner == 2) {
		slice ahead = slice_sub(w->source, l->end, l->end + MATH_REACH);
		if (slice_find(ahead, SLICE("\n$$\n")) == SIZE_MAX && slice_find(ahead, SLICE("\n$$\r\n")) == SIZE_MAX)
			return;
		edit(w, l->inner, l->end, SLICE("```"));
		w->fence = '$';
	}
}

/* MDX: a component's tag with braces in it, or over several lines. Returns where it ends; 0: it is left to md4c. */
static uint32_t component_end(const writer *w, const text_line *l)
{
	slice ahead = slice_sub(w->source, l->body, l->body + TAG_REACH);
	ahead = slice_sub(ahead, 0, slice_find(ahead, SLICE("\n<")));
	ahead = slice_sub(ahead, 0, slice_find(ahead, SLICE("\n\n")));
	uint32_t reach = l->body + (uint32_t)ahead.len;
	bool braces = false;
	char quote = 0;
	for (uint32_t at = l->body; at < reach; at++) {
		char c = w->source.ptr[at];
		if (quote) {
			quote = c == quote ? 0 : quote;
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '{') {
			uint32_t until = past_braces(w, at, reach);
			braces = true;
			at = until ? until - 1 : reach;
		} else if (c == '>') {
			return braces || at > l->end ? at + 1 : 0;
		}
	}
	return 0;
}

/* MDX: imports and exports, and components. */
static bool take_module(writer *w, const text_line *l, uint32_t next)
{
	bool blank = l->body == l->end;
	bool begins = starts_with(w, l->start, l->end, "import ") || starts_with(w, l->start, l->end, "export ");
	w->module = w->jsx && !blank && (w->module || begins);
	if (w->module)
		edit(w, l->start, next, SLICE(""));
	char c = byte_at(w, l->body, l->end), d = byte_at(w, l->body + 1, l->end);
	uint32_t until = !w->module && w->jsx && c == '<' && d >= 'A' && d <= 'Z' ? component_end(w, l) : 0;
	if (until)
		edit(w, l->body, until, SLICE(""));
	return w->module || until > next;
}

static void take_marks(writer *w, const text_line *l)
{
	char c = byte_at(w, l->inner, l->end);
	if (c == ':' && run_of(w, l->inner, l->end, ':') >= 3)
		take_colons(w, l);
	else if (w->bar && (c == '|' || c == '-' || c == ':'))
		take_dashes(w, l);
	else if (c == '[' && l->inner > l->body && byte_at(w, l->inner + 1, l->end) == '!') {
		uint32_t until = past(w, l->inner, l->end, "]"); /* > [!NOTE] */
		if (until)
			edit(w, l->inner, until + (byte_at(w, until, l->end) == '-' || byte_at(w, until, l->end) == '+'), SLICE(""));
	} else if (c == '$' && run_of(w, l->inner, l->end, '$') == 2)
		take_formula(w, l);
}

/* "<step>" alone on its line, of a name that HTML does not know, only holds Markdown together: to md4c it and the lines below it would
 * be HTML. Deep indentation there would be code. */
static bool take_lone_tag(writer *w, const text_line *l, uint32_t next)
{
	uint32_t name = l->body + 1 + (byte_at(w, l->body + 1, l->end) == '/'), at = name;
	while (at < l->end && (ascii_is_letter(w->source.ptr[at]) || w->source.ptr[at] == '_' || w->source.ptr[at] == '-'))
		at++;
	slice rest = slice_sub(w->source, at, l->end);
	bool lone = l->indent < CODE_INDENT && byte_at(w, l->body, l->end) == '<' && at > name && rest.len &&
	            slice_find_byte(rest, '>') + 1 == rest.len && slice_find_byte(rest, '<') == SIZE_MAX &&
	            (rest.len == 1 || is_blank(*rest.ptr) || *rest.ptr == '/');
	if (!lone || markdown_element(slice_sub(w->source, name, at)))
		return false;
	uint32_t below;
	if (indent_at(w, next, (uint32_t)w->source.len, &below) >= l->indent + CODE_INDENT)
		return false;
	edit(w, l->body, l->end, SLICE("***")); /* a rule: it ends what stands above it, and has no text */
	return true;
}

static void take_line(writer *w, uint32_t start, uint32_t end, uint32_t next)
{
	text_line l = line_at(w, start, end);
	if (w->upto > l.body && w->upto >= next)
		return; /* in a component's tag */
	if (w->fence == '$') {
		if (l.end - l.inner == 2 && starts_with(w, l.inner, l.end, "$$")) {
			edit(w, l.inner, l.end, SLICE("```"));
			w->fence = 0;
		}
		return;
	}
	if (take_definition(w, &l, next))
		return;
	w->admonition = w->admonition && take_admonition(w, &l);
	if (take_fence(w, &l))
		return;
	if (take_module(w, &l, next) || take_lone_tag(w, &l, next))
		return;
	bool begins = !w->admonition && begins_admonition(w, &l);
	if (!begins)
		take_marks(w, &l);
	w->admonition = w->admonition || begins;
	if (w->brace < l.end)
		take_braces(w, &l);
	w->bar = memchr(w->source.ptr + l.start, '|', l.end - l.start) != NULL;
}

static bool is_jsx(slice path)
{
	return path.len > 4 && slice_equal_nocase(slice_sub(path, path.len - 4, path.len), SLICE(".mdx"));
}

void markdown_prepare(markdown *m, uint32_t start, slice path)
{
	writer w = {.m = m, .source = m->source, .upto = start, .jsx = is_jsx(path)};
	w.curly = slice_find_byte(w.source, '{');
	w.percent = slice_find(w.source, SLICE("<%"));
	for (uint32_t at = start; at < w.source.len;) {
		const char *newline = memchr(w.source.ptr + at, '\n', w.source.len - at);
		uint32_t end = newline ? (uint32_t)(newline - w.source.ptr) : (uint32_t)w.source.len;
		uint32_t next = end + (newline != NULL);
		seek_brace(&w, at);
		take_line(&w, at, end, next);
		at = next;
	}
	m->read = m->source;
	m->body = (source_range){start, (uint32_t)m->source.len};
	if (!w.copy.n && w.upto == start)
		return;
	keep(&w, w.upto, (uint32_t)w.source.len);
	m->body = (source_range){0, (uint32_t)w.copy.n};
	for (size_t i = 0; i < w.notes.n; i++)
		write_definition(&w, w.notes.at[i]);
	m->read = w.copy.n ? (slice){w.copy.at, w.copy.n} : SLICE("");
}
