/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is set apart within a paragraph. A mark opens behind white space or an opening sign and closes before white space or a
 * closing one; where no end is found, it is text. */
#include "format/rst.h"
#include "base/ascii.h"
#include "document/script.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_NAME = 100 }; /* of a role, a footnote, a target in one word */

typedef enum { END_EMPHASIS, END_STRONG, END_LITERAL, END_TEXT, END_BAR, ENDS } end_kind;

static const char *const END_SIGNS[ENDS] = {"*", "**", "``", "`", "|"};

typedef struct inliner {
	rst *r;
	slice text;
	size_t plain;       /* told up to here */
	bool without[ENDS]; /* no such end stands further on */
} inliner;

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool is_word(char c)
{
	return ascii_is_alnum(c) || (c & 0x80);
}

static bool may_begin(const inliner *p, size_t at, size_t mark)
{
	static const char opening[] = "'\"([{<", closing[] = "'\")]}>";
	if (at + mark >= p->text.len || is_space(p->text.ptr[at + mark]))
		return false;
	if (at == 0)
		return true;
	char before = p->text.ptr[at - 1];
	const char *open = strchr(opening, before);
	if (open && before)
		return p->text.ptr[at + mark] != closing[open - opening];
	return is_space(before) || (before & 0x80) || strchr("-/:", before);
}

static bool may_end(const inliner *p, size_t behind)
{
	if (behind >= p->text.len)
		return true;
	char c = p->text.ptr[behind];
	return is_space(c) || (c & 0x80) || strchr("'\")]}>-/:.,;!?\\_", c);
}

/* Where the mark that ends a stretch from `from` on stands, or SIZE_MAX. */
static size_t find_end(inliner *p, size_t from, end_kind kind)
{
	slice sign = slice_of(END_SIGNS[kind]);
	if (p->without[kind])
		return SIZE_MAX;
	for (size_t at = from; at + sign.len <= p->text.len; at++) {
		if (p->text.ptr[at] == '\\' && kind != END_LITERAL) {
			at++;
			continue;
		}
		if (at > from && memcmp(p->text.ptr + at, sign.ptr, sign.len) == 0 && !is_space(p->text.ptr[at - 1]) &&
		    may_end(p, at + sign.len))
			return at;
	}
	p->without[kind] = true;
	return SIZE_MAX;
}

/* Tells what is plain up to `at`, and goes on at `next`. */
static void flush(inliner *p, size_t at, size_t next)
{
	if (at > p->plain)
		wrapped_put(&p->r->wrapped, p->r->out, p->plain, at);
	p->plain = next;
}

/* Bytes [from, to) without the backslashes in them. */
static void put_unescaped(inliner *p, size_t from, size_t to)
{
	size_t plain = from;
	for (size_t i = from; i < to; i++) {
		if (p->text.ptr[i] != '\\' || i + 1 >= to)
			continue;
		if (i > plain)
			wrapped_put(&p->r->wrapped, p->r->out, plain, i);
		i++;
		plain = is_space(p->text.ptr[i]) ? i + 1 : i;
	}
	if (to > plain)
		wrapped_put(&p->r->wrapped, p->r->out, plain, to);
}

static void put_marked(inliner *p, inline_kind kind, size_t from, size_t to)
{
	builder_mark(p->r->out, kind);
	if (kind == INLINE_CODE)
		wrapped_put(&p->r->wrapped, p->r->out, from, to);
	else
		put_unescaped(p, from, to);
	builder_unmark(p->r->out, kind);
}

/* "text <target>": where the text ends. All of it, where there is no target, or nothing but one. */
static size_t without_target(const inliner *p, size_t from, size_t to)
{
	if (to == from || p->text.ptr[to - 1] != '>')
		return to;
	size_t open = to - 1;
	while (open > from && p->text.ptr[open] != '<')
		open--;
	if (open == from || !is_space(p->text.ptr[open - 1]))
		return to;
	while (open > from && is_space(p->text.ptr[open - 1]))
		open--;
	return open;
}

typedef enum { ROLE_TEXT, ROLE_CODE, ROLE_RAISED, ROLE_LOWERED, ROLE_STRONG, ROLE_PEP, ROLE_RFC } role_kind;

static role_kind role_of(slice name)
{
	static const struct {
		const char *name;
		role_kind kind;
	} roles[] = {{"code", ROLE_CODE},   {"literal", ROLE_CODE},      {"math", ROLE_CODE},     {"samp", ROLE_CODE},
	             {"file", ROLE_CODE},   {"kbd", ROLE_CODE},          {"command", ROLE_CODE},  {"program", ROLE_CODE},
	             {"func", ROLE_CODE},   {"class", ROLE_CODE},        {"meth", ROLE_CODE},     {"mod", ROLE_CODE},
	             {"attr", ROLE_CODE},   {"data", ROLE_CODE},         {"exc", ROLE_CODE},      {"obj", ROLE_CODE},
	             {"const", ROLE_CODE},  {"member", ROLE_CODE},       {"macro", ROLE_CODE},    {"type", ROLE_CODE},
	             {"option", ROLE_CODE}, {"envvar", ROLE_CODE},       {"keyword", ROLE_CODE},  {"token", ROLE_CODE},
	             {"regexp", ROLE_CODE}, {"makevar", ROLE_CODE},      {"sup", ROLE_RAISED},    {"superscript", ROLE_RAISED},
	             {"sub", ROLE_LOWERED}, {"subscript", ROLE_LOWERED}, {"strong", ROLE_STRONG}, {"pep", ROLE_PEP},
	             {"rfc", ROLE_RFC}};
	name = rst_own_name(name);
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (slice_equal_nocase(name, slice_of(roles[i].name)))
			return roles[i].kind;
	return ROLE_TEXT;
}

/* Text [from, to) that a role is told for, whose mark begins at `mark`. */
static void put_role(inliner *p, slice name, size_t mark, size_t from, size_t to)
{
	rst *r = p->r;
	role_kind kind = role_of(name);
	uint32_t at = wrapped_source(&r->wrapped, mark), text = wrapped_source(&r->wrapped, from);
	size_t end = without_target(p, from, to);
	if (kind == ROLE_PEP || kind == ROLE_RFC) {
		builder_mark(r->out, INLINE_LINK);
		if (end == to)
			builder_put(r->out, kind == ROLE_PEP ? SLICE("PEP ") : SLICE("RFC "), at, text);
		put_unescaped(p, from, end);
		builder_unmark(r->out, INLINE_LINK);
	} else if (kind == ROLE_TEXT && ascii_all_digits(slice_sub(p->text, from, end))) { /* :issue:`40` */
		builder_mark(r->out, INLINE_LINK);
		builder_put(r->out, SLICE("#"), at, text);
		put_unescaped(p, from, end);
		builder_unmark(r->out, INLINE_LINK);
	} else if (kind == ROLE_RAISED || kind == ROLE_LOWERED) {
		script_put(r->out, slice_sub(p->text, from, to), text, kind == ROLE_RAISED);
	} else if (kind == ROLE_TEXT) {
		put_unescaped(p, from, end);
	} else if (kind == ROLE_STRONG) {
		put_marked(p, INLINE_STRONG, from, to);
	} else {
		bool last_only = p->text.ptr[from] == '~';
		if (last_only || p->text.ptr[from] == '!')
			from++;
		for (size_t i = from; last_only && i + 1 < end; i++)
			from = p->text.ptr[i] == '.' ? i + 1 : from;
		put_marked(p, INLINE_CODE, from, end);
	}
}

/* A stretch between two marks of one kind. Returns where to go on, or `at`. */
static size_t take_between(inliner *p, size_t at, size_t mark, end_kind kind, inline_kind as, bool set_apart)
{
	size_t end = may_begin(p, at, mark) ? find_end(p, at + mark, kind) : SIZE_MAX;
	if (end == SIZE_MAX)
		return at;
	flush(p, at, end + mark);
	if (set_apart)
		put_marked(p, as, at + mark, end);
	else
		put_unescaped(p, at + mark, end);
	return p->plain;
}

/* `text`, `text <target>`_, `text`:role: */
static size_t take_interpreted(inliner *p, size_t at)
{
	size_t end = may_begin(p, at, 1) ? find_end(p, at + 1, END_TEXT) : SIZE_MAX, next = end + 1;
	if (end == SIZE_MAX)
		return at;
	bool link = next < p->text.len && p->text.ptr[next] == '_', role = false;
	if (link)
		next += next + 1 < p->text.len && p->text.ptr[next + 1] == '_' ? 2 : 1;
	size_t close = next + 1;
	if (!link && next < p->text.len && p->text.ptr[next] == ':') {
		while (close < p->text.len && close < next + LONGEST_NAME &&
		       (is_word(p->text.ptr[close]) || strchr("-_+.", p->text.ptr[close])))
			close++;
		role = close > next + 1 && close < p->text.len && p->text.ptr[close] == ':';
	}
	slice name = slice_sub(p->text, next + 1, close);
	flush(p, at, role ? close + 1 : next);
	if (role)
		put_role(p, name, at, at + 1, end);
	else if (link)
		put_marked(p, INLINE_LINK, at + 1, without_target(p, at + 1, end));
	else
		put_unescaped(p, at + 1, end);
	return p->plain;
}

static size_t take_role(inliner *p, size_t at)
{
	size_t colon = at + 1;
	while (colon < p->text.len && colon < at + LONGEST_NAME &&
	       (is_word(p->text.ptr[colon]) || strchr("-_+.:", p->text.ptr[colon])))
		colon++;
	if (colon >= p->text.len || p->text.ptr[colon] != '`' || colon < at + 3 || p->text.ptr[colon - 1] != ':' ||
	    !may_begin(p, at, 1))
		return at;
	size_t end = find_end(p, colon + 1, END_TEXT);
	if (end == SIZE_MAX)
		return at;
	flush(p, at, end + 1);
	put_role(p, slice_sub(p->text, at + 1, colon - 1), at, colon + 1, end);
	return p->plain;
}

/* "[3]_", "[#]_", "[Rao2020]_": the mark of a footnote. */
static size_t take_note(inliner *p, size_t at)
{
	size_t end = at + 1;
	while (end < p->text.len && end < at + LONGEST_NAME &&
	       (is_word(p->text.ptr[end]) || strchr("#*-_.:+", p->text.ptr[end])))
		end++;
	if (end == at + 1 || !may_begin(p, at, 1) || end + 1 >= p->text.len || p->text.ptr[end] != ']' ||
	    p->text.ptr[end + 1] != '_' || !may_end(p, end + 2))
		return at;
	flush(p, at, end + 2);
	put_marked(p, INLINE_NOTE, at, end + 1);
	return p->plain;
}

static int compare_names(const void *a, const void *b)
{
	return slice_compare(((const rst_substitution *)a)->name, ((const rst_substitution *)b)->name);
}

static size_t take_substitution(inliner *p, size_t at)
{
	size_t end = may_begin(p, at, 1) ? find_end(p, at + 1, END_BAR) : SIZE_MAX, next = end + 1;
	if (end == SIZE_MAX)
		return at;
	while (next < p->text.len && next < end + 3 && p->text.ptr[next] == '_')
		next++;
	rst *r = p->r;
	rst_substitution wanted = {.name = slice_sub(p->text, at + 1, end)};
	const rst_substitution *found =
		r->substitutions.n ? bsearch(&wanted, r->substitutions.at, r->substitutions.n, sizeof wanted, compare_names) : NULL;
	if (!found)
		return next;
	flush(p, at, next);
	uint32_t from = wrapped_source(&r->wrapped, at), to = wrapped_source(&r->wrapped, next - 1) + 1;
	builder_put(r->out, slice_sub(r->source, found->start, found->end), from, to);
	return p->plain;
}

/* "word_" refers to a target: the word is its text. */
static size_t take_reference(inliner *p, size_t at)
{
	size_t next = at + 1, from = at;
	next += next < p->text.len && p->text.ptr[next] == '_';
	if (at == p->plain || !is_word(p->text.ptr[at - 1]) || !may_end(p, next) ||
	    (next < p->text.len && p->text.ptr[next] == '_'))
		return at;
	while (from > p->plain && from + LONGEST_NAME > at &&
	       (is_word(p->text.ptr[from - 1]) || strchr("-_.", p->text.ptr[from - 1])))
		from--;
	if (from + LONGEST_NAME <= at || !may_begin(p, from, 0))
		return at;
	flush(p, from, next);
	put_marked(p, INLINE_LINK, from, at);
	return next;
}

/* What the byte at `at` begins. Returns where to go on, or `at` if it is text. */
static size_t take_mark(inliner *p, size_t at)
{
	slice rest = slice_sub(p->text, at, p->text.len);
	switch (*rest.ptr) {
	case '*':
		if (slice_starts_with(rest, SLICE("**")))
			return take_between(p, at, 2, END_STRONG, INLINE_STRONG, true);
		return take_between(p, at, 1, END_EMPHASIS, INLINE_STRONG, false);
	case '`':
		if (slice_starts_with(rest, SLICE("``")))
			return take_between(p, at, 2, END_LITERAL, INLINE_CODE, true);
		return take_interpreted(p, at);
	case ':':
		return take_role(p, at);
	case '[':
		return take_note(p, at);
	case '|':
		return take_substitution(p, at);
	case '_':
		if (rest.len > 1 && rest.ptr[1] == '`' && may_begin(p, at, 2)) {
			flush(p, at, at + 1);
			size_t next = take_interpreted(p, at + 1);
			return next;
		}
		return take_reference(p, at);
	default:
		return at;
	}
}

void rst_inline_joined(rst *r, size_t end)
{
	inliner p = {.r = r, .text = slice_sub(wrapped_text(&r->wrapped), 0, end)};
	for (size_t at = 0; at < p.text.len;) {
		if (p.text.ptr[at] == '\\' && at + 1 < p.text.len) {
			flush(&p, at, is_space(p.text.ptr[at + 1]) ? at + 2 : at + 1);
			at += 2;
			continue;
		}
		size_t next = take_mark(&p, at);
		at = next > at ? next : at + 1;
	}
	flush(&p, p.text.len, p.text.len);
}

void rst_inline(rst *r, const source_line *lines, size_t n)
{
	wrapped_join(r->arena, &r->wrapped, r->source, lines, n);
	rst_inline_joined(r, r->wrapped.text.n);
}

void rst_read_substitutions(rst *r, rst_view v)
{
	static const slice replace = {"| replace::", 11};
	for (size_t i = 0; i < v.n; i++) {
		slice text = rst_text_of(r, &v.at[i]);
		if (!slice_starts_with(text, SLICE(".. |")))
			continue;
		size_t end = slice_find(text, replace);
		if (end == SIZE_MAX || end < 5)
			continue;
		size_t from = end + replace.len;
		while (from < text.len && is_space(text.ptr[from]))
			from++;
		VEC_PUSH(r->arena, r->substitutions,
		         (rst_substitution){slice_sub(text, 4, end), v.at[i].start + (uint32_t)from, v.at[i].end});
	}
	if (r->substitutions.n)
		qsort(r->substitutions.at, r->substitutions.n, sizeof *r->substitutions.at, compare_names);
}
