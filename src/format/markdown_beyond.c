/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other tools add to Markdown and md4c does not know: templates, attributes, directives, admonitions, formulas, MDX. */
#include "format/markdown_copy.h"

#include "base/ascii.h"

#include <string.h>

enum { MATH_REACH = 16 << 10, TAG_REACH = 16 << 10 };

/* Past the end mark that follows within the line; 0: none does. */
static uint32_t past(const markdown_copy *w, uint32_t at, uint32_t end, const char *mark)
{
	size_t found = slice_find(slice_sub(w->source, at, end), slice_of(mark));
	return found == SIZE_MAX ? 0 : at + (uint32_t)(found + strlen(mark));
}

/* Where an expression in braces ends that opens at `at`; 0: not in this stretch. */
static uint32_t past_braces(const markdown_copy *w, uint32_t at, uint32_t end)
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
static uint32_t no_text_until(const markdown_copy *w, uint32_t at, uint32_t start, uint32_t end)
{
	char next = copy_byte(w, at + 1, end), before = at > start ? w->source.ptr[at - 1] : ' ';
	if (w->source.ptr[at] == '<')
		return next == '%' ? past(w, at, end, "%>") : 0;
	if (next == '%')
		return past(w, at, end, "%}");
	if (next == '{')
		return past(w, at, end, "}}");
	bool attributes = next == ':' || next == '.' || (next == '#' && copy_byte(w, at + 2, end) != ' ');
	bool behind = before == ')' || before == ']' || before == '`';
	bool named = ascii_is_letter(next) && past(w, at, end, "=");
	if (attributes || (behind && named))
		return past(w, at, end, "}");
	return w->jsx ? past_braces(w, at, end) : 0;
}

static bool in_code_span(const markdown_copy *w, uint32_t start, uint32_t at)
{
	size_t ticks = 0;
	for (uint32_t i = start; i < at; i++)
		ticks += w->source.ptr[i] == '`';
	return ticks % 2 != 0;
}

void beyond_seek_brace(markdown_copy *w, uint32_t from)
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

void beyond_take_braces(markdown_copy *w, const text_line *l)
{
	enum { WIDEST = 1024 };
	for (uint32_t from = l->start; w->brace < l->end;) {
		uint32_t at = (uint32_t)w->brace;
		uint32_t until =
			at - from < WIDEST ? no_text_until(w, at, l->start, l->end - at < WIDEST ? l->end : at + WIDEST) : 0;
		if (until && !in_code_span(w, from, at)) {
			copy_edit(w, at, until, SLICE(""));
			from = until;
		} else {
			until = 0;
		}
		uint32_t next = until ? until : at + 1;
		beyond_seek_brace(w, next);
	}
}

/* ":::note" and ":::" around a part of the text. */
static void take_colons(markdown_copy *w, const text_line *l)
{
	uint32_t at = l->inner + (uint32_t)copy_run(w, l->inner, l->end, ':');
	at = copy_skip_blank(w, at, l->end);
	if (copy_byte(w, at, l->end) == '{') {
		uint32_t until = past_braces(w, at, l->end);
		at = until ? until : l->end;
	} else {
		while (at < l->end && (ascii_is_letter(w->source.ptr[at]) || w->source.ptr[at] == '-'))
			at++;
	}
	at = copy_skip_blank(w, at, l->end);
	copy_edit(w, l->inner, at, SLICE(""));
	copy_edit(w, l->end, l->end, at < l->end ? SLICE("\n") : SLICE(""));
}

/* '!!! note "Title"', '??? tip', '=== "Tab"': what is indented below is a quotation to md4c. */
bool beyond_begin_admonition(markdown_copy *w, const text_line *l)
{
	char c = copy_byte(w, l->body, l->end);
	size_t run = c == '!' || c == '?' || c == '=' ? copy_run(w, l->body, l->end, c) : 0;
	uint32_t at = l->body + (uint32_t)run;
	at += run == 3 && (copy_byte(w, at, l->end) == '+' || copy_byte(w, at, l->end) == '!');
	if (run != 3 || l->indent || copy_byte(w, at, l->end) != ' ' || (c == '=' && copy_byte(w, at + 1, l->end) != '"'))
		return false;
	const char *title = memchr(w->source.ptr + at, '"', l->end - at);
	if (title && w->source.ptr[l->end - 1] == '"' && title < w->source.ptr + l->end - 1) {
		copy_edit(w, l->start, (uint32_t)(title - w->source.ptr) + 1, SLICE("> "));
		copy_edit(w, l->end - 1, l->end, SLICE("\n>"));
	} else {
		copy_edit(w, l->start, l->end, SLICE(">"));
	}
	return true;
}

/* A line below one: false if it is none of it. */
bool beyond_continue_admonition(markdown_copy *w, const text_line *l)
{
	bool blank = l->body == l->end;
	if (!blank && l->indent < MARKDOWN_CODE_INDENT)
		return false;
	uint32_t at = l->start;
	while (!blank && at < l->body && at - l->start < MARKDOWN_CODE_INDENT)
		at += w->source.ptr[at] == '\t' ? MARKDOWN_CODE_INDENT : 1;
	at = at > l->body ? l->body : at;
	copy_edit(w, l->start, at, blank ? SLICE(">") : SLICE("> "));
	return true;
}

/* "$$" over and below a formula: code. */
static void begin_formula(markdown_copy *w, const text_line *l)
{
	uint32_t last = l->end - 2;
	if (l->end - l->inner > 4 && copy_starts_with(w, last, l->end, "$$")) {
		copy_edit(w, l->inner, l->inner + 2, SLICE("``"));
		copy_edit(w, last, l->end, SLICE("``"));
	} else if (l->end - l->inner == 2) {
		slice ahead = slice_sub(w->source, l->end, l->end + MATH_REACH);
		if (slice_find(ahead, SLICE("\n$$\n")) == SIZE_MAX && slice_find(ahead, SLICE("\n$$\r\n")) == SIZE_MAX)
			return;
		copy_edit(w, l->inner, l->end, SLICE("```"));
		w->fence = '$';
	}
}

/* MDX: a component's tag with braces in it, or over several lines. Returns where it ends; 0: it is left to md4c. */
static uint32_t component_end(const markdown_copy *w, const text_line *l)
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
static bool take_module(markdown_copy *w, const text_line *l, uint32_t next)
{
	bool blank = l->body == l->end;
	bool begins = copy_starts_with(w, l->start, l->end, "import ") || copy_starts_with(w, l->start, l->end, "export ");
	w->module = w->jsx && !blank && (w->module || begins);
	if (w->module)
		copy_edit(w, l->start, next, SLICE(""));
	char c = copy_byte(w, l->body, l->end), d = copy_byte(w, l->body + 1, l->end);
	uint32_t until = !w->module && w->jsx && c == '<' && ascii_is_capital(d) ? component_end(w, l) : 0;
	if (until)
		copy_edit(w, l->body, until, SLICE(""));
	return w->module || until > next;
}

/* "<step>" alone on its line, of a name that HTML does not know, only holds Markdown together: to md4c it and the lines below it would
 * be HTML. Deep indentation there would be code. */
static bool take_lone_tag(markdown_copy *w, const text_line *l, uint32_t next)
{
	uint32_t name = l->body + 1 + (copy_byte(w, l->body + 1, l->end) == '/'), at = name;
	while (at < l->end && (ascii_is_letter(w->source.ptr[at]) || w->source.ptr[at] == '_' || w->source.ptr[at] == '-'))
		at++;
	slice rest = slice_sub(w->source, at, l->end);
	bool lone = l->indent < MARKDOWN_CODE_INDENT && copy_byte(w, l->body, l->end) == '<' && at > name && rest.len &&
	            slice_find_byte(rest, '>') + 1 == rest.len && slice_find_byte(rest, '<') == SIZE_MAX &&
	            (rest.len == 1 || copy_is_blank(*rest.ptr) || *rest.ptr == '/');
	if (!lone || markdown_element(slice_sub(w->source, name, at)))
		return false;
	uint32_t below;
	if (copy_indent(w, next, (uint32_t)w->source.len, &below) >= l->indent + MARKDOWN_CODE_INDENT)
		return false;
	copy_edit(w, l->body, l->end, SLICE("***")); /* a rule: it ends what stands above it, and has no text */
	return true;
}

bool beyond_take_element(markdown_copy *w, const text_line *l, uint32_t next)
{
	return take_module(w, l, next) || take_lone_tag(w, l, next);
}

bool beyond_take_formula(markdown_copy *w, const text_line *l)
{
	if (w->fence != '$')
		return false;
	if (l->end - l->inner == 2 && copy_starts_with(w, l->inner, l->end, "$$")) {
		copy_edit(w, l->inner, l->end, SLICE("```"));
		w->fence = 0;
	}
	return true;
}

/* The name of an alert in brackets, "[!NOTE]", at the head of a quote; false if there is none. */
static bool take_alert(markdown_copy *w, const text_line *l)
{
	uint32_t until = l->inner > l->body && copy_starts_with(w, l->inner, l->end, "[!") ? past(w, l->inner, l->end, "]") : 0;
	if (until)
		copy_edit(w, l->inner, until + (copy_byte(w, until, l->end) == '-' || copy_byte(w, until, l->end) == '+'),
		          SLICE(""));
	return until > 0;
}

bool beyond_take_mark(markdown_copy *w, const text_line *l)
{
	char c = copy_byte(w, l->inner, l->end);
	bool colons = c == ':' && copy_run(w, l->inner, l->end, c) >= 3,
		 dollars = c == '$' && copy_run(w, l->inner, l->end, c) == 2;
	if (colons)
		take_colons(w, l);
	if (dollars)
		begin_formula(w, l);
	return colons || dollars || take_alert(w, l);
}
