/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ".." opens: footnotes, targets, substitutions, directives; all else is a comment. */
#include "base/ascii.h"
#include "format/rst.h"

#include <string.h>

typedef enum {
	BODY_TEXT,    /* the text begins with the argument: notes and warnings */
	BODY_TITLED,  /* the argument is a title of its own */
	BODY_VERSION, /* a version, then text */
	BODY_OBJECT,  /* what is documented stands as code, then its text: every directive that is not named here */
	BODY_HOLDER,  /* its body alone is text */
	BODY_CODE,
	BODY_FIGURE, /* the first paragraph is a caption */
	BODY_TABLE,  /* the argument is a caption; a table stands under it */
	BODY_LIST_TABLE,
	BODY_CSV_TABLE,
	BODY_NONE /* nothing a reader sees as text */
} body_kind;

static const struct {
	const char *name;
	body_kind kind;
} DIRECTIVES[] = {
	{"note", BODY_TEXT},
	{"warning", BODY_TEXT},
	{"tip", BODY_TEXT},
	{"hint", BODY_TEXT},
	{"important", BODY_TEXT},
	{"attention", BODY_TEXT},
	{"caution", BODY_TEXT},
	{"danger", BODY_TEXT},
	{"error", BODY_TEXT},
	{"seealso", BODY_TEXT},
	{"todo", BODY_TEXT},
	{"epigraph", BODY_TEXT},
	{"highlights", BODY_TEXT},
	{"pull-quote", BODY_TEXT},
	{"compound", BODY_TEXT},
	{"line-block", BODY_TEXT},
	{"centered", BODY_TEXT},
	{"impl-detail", BODY_TEXT},
	{"container", BODY_HOLDER},
	{"class", BODY_OBJECT},
	{"only", BODY_HOLDER},
	{"hlist", BODY_HOLDER},
	{"glossary", BODY_HOLDER},
	{"tabs", BODY_HOLDER},
	{"grid", BODY_HOLDER},
	{"admonition", BODY_TITLED},
	{"topic", BODY_TITLED},
	{"sidebar", BODY_TITLED},
	{"rubric", BODY_TITLED},
	{"tab", BODY_TITLED},
	{"dropdown", BODY_TITLED},
	{"collapse", BODY_TITLED},
	{"canonical-doc", BODY_NONE},
	{"versionadded", BODY_VERSION},
	{"versionchanged", BODY_VERSION},
	{"versionremoved", BODY_VERSION},
	{"deprecated", BODY_VERSION},
	{"deprecated-removed", BODY_VERSION},
	{"code", BODY_CODE},
	{"code-block", BODY_CODE},
	{"sourcecode", BODY_CODE},
	{"parsed-literal", BODY_CODE},
	{"math", BODY_CODE},
	{"doctest", BODY_CODE},
	{"testcode", BODY_CODE},
	{"testoutput", BODY_CODE},
	{"testsetup", BODY_CODE},
	{"testcleanup", BODY_CODE},
	{"productionlist", BODY_CODE},
	{"ipython", BODY_CODE},
	{"prompt", BODY_CODE},
	{"console", BODY_CODE},
	{"plot", BODY_CODE},
	{"mermaid", BODY_CODE},
	{"graphviz", BODY_CODE},
	{"digraph", BODY_CODE},
	{"uml", BODY_CODE},
	{"raw", BODY_CODE},
	{"figure", BODY_FIGURE},
	{"table", BODY_TABLE},
	{"list-table", BODY_LIST_TABLE},
	{"flat-table", BODY_LIST_TABLE},
	{"csv-table", BODY_CSV_TABLE},
	{"image", BODY_NONE},
	{"include", BODY_NONE},
	{"literalinclude", BODY_NONE},
	{"contents", BODY_NONE},
	{"toctree", BODY_NONE},
	{"sectnum", BODY_NONE},
	{"section-numbering", BODY_NONE},
	{"index", BODY_NONE},
	{"meta", BODY_NONE},
	{"title", BODY_NONE},
	{"role", BODY_NONE},
	{"default-role", BODY_NONE},
	{"default-domain", BODY_NONE},
	{"highlight", BODY_NONE},
	{"module", BODY_NONE},
	{"currentmodule", BODY_NONE},
	{"tabularcolumns", BODY_NONE},
	{"target-notes", BODY_NONE},
	{"unicode", BODY_NONE},
	{"date", BODY_NONE},
	{"sectionauthor", BODY_NONE},
	{"moduleauthor", BODY_NONE},
	{"codeauthor", BODY_NONE},
	{"bibliography", BODY_NONE},
	{"header", BODY_NONE},
	{"footer", BODY_NONE},
};

typedef struct directive { /* its lines, taken apart */
	body_kind kind;
	source_line argument; /* empty: none */
	rst_view arguments;   /* further lines of it */
	rst_view options, body;
} directive;

static body_kind kind_of(slice name)
{
	name = rst_own_name(name);
	for (size_t i = 0; i < sizeof DIRECTIVES / sizeof *DIRECTIVES; i++)
		if (slice_equal_nocase(name, slice_of(DIRECTIVES[i].name)))
			return DIRECTIVES[i].kind;
	return BODY_OBJECT;
}

/* The value of an option (":widths: 10 20"), or the empty slice. */
static slice option_of(const rst *r, const directive *d, const char *name)
{
	for (size_t i = 0; i < d->options.n; i++) {
		slice text = rst_text_of(r, &d->options.at[i]);
		size_t n = rst_field(r, &d->options.at[i]);
		if (n && slice_equal(slice_sub(text, 1, n - 1), slice_of(name)))
			return slice_trim(slice_sub(text, n, text.len));
	}
	return (slice){"", 0};
}

static uint32_t number_option(const rst *r, const directive *d, const char *name)
{
	slice value = option_of(r, d, name);
	uint32_t n = 0;
	for (size_t i = 0; i < value.len && i < 4 && ascii_is_digit(value.ptr[i]); i++)
		n = n * 10 + (uint32_t)(value.ptr[i] - '0');
	return n;
}

/* The argument goes on below until options, or a blank line; behind the options and a blank line stands the body. */
static void divide_directive(const rst *r, directive *d, rst_view below)
{
	size_t i = 0, from = 0;
	while (i < below.n && !rst_is_blank(&below.at[i]) && !rst_field(r, &below.at[i]))
		i++;
	d->arguments = rst_view_of(below, 0, i);
	from = i;
	while (i < below.n && !rst_is_blank(&below.at[i]))
		i++;
	d->options = rst_view_of(below, from, i);
	d->body = rst_view_of(below, i, below.n);
	if (!d->options.n && rst_is_blank(&d->argument)) { /* no argument, no options: all is body */
		d->arguments.n = 0;
		d->body = below;
	}
}

/* The argument's lines as one block. */
static void put_argument(rst *r, const directive *d, block_kind kind)
{
	source_lines lines = {0};
	if (rst_is_blank(&d->argument))
		return;
	VEC_PUSH(r->arena, lines, d->argument);
	for (size_t i = 0; i < d->arguments.n; i++)
		VEC_PUSH(r->arena, lines, d->arguments.at[i]);
	builder_begin(r->out, kind, 0);
	rst_inline(r, lines.at, lines.n);
	builder_end(r->out);
}

/* A version number is no figure of the text: it stands as code before what is said of it. */
static void put_version(rst *r, const directive *d)
{
	source_line version = d->argument, rest = version;
	if (rst_is_blank(&version))
		return;
	while (version.start < version.end && rest.start < rest.end && r->source.ptr[rest.start] != ' ')
		rest.start++;
	version.end = rest.start;
	while (rest.start < rest.end && r->source.ptr[rest.start] == ' ')
		rest.start++;
	builder_begin(r->out, BLOCK_PARAGRAPH, 0);
	builder_mark(r->out, INLINE_CODE);
	source_lines_put(r->out, r->source, &version, 1, 0);
	builder_unmark(r->out, INLINE_CODE);
	if (!rst_is_blank(&rest) || d->arguments.n) {
		builder_put(r->out, SLICE(" "), version.end, rest.start);
		source_lines lines = {0};
		VEC_PUSH(r->arena, lines, rest);
		for (size_t i = 0; i < d->arguments.n; i++)
			VEC_PUSH(r->arena, lines, d->arguments.at[i]);
		rst_inline(r, lines.at, lines.n);
	}
	builder_end(r->out);
}

static void put_object(rst *r, const directive *d)
{
	if (rst_is_blank(&d->argument))
		return;
	builder_begin(r->out, BLOCK_PARAGRAPH, 0);
	builder_mark(r->out, INLINE_CODE);
	source_lines_put(r->out, r->source, &d->argument, 1, 0);
	for (size_t i = 0; i < d->arguments.n; i++) {
		builder_put(r->out, SLICE(" "), d->arguments.at[i].start, d->arguments.at[i].start);
		source_lines_put(r->out, r->source, &d->arguments.at[i], 1, d->arguments.at[i].indent);
	}
	builder_unmark(r->out, INLINE_CODE);
	builder_end(r->out);
}

static void put_figure(rst *r, rst_view body)
{
	size_t i = 0, end;
	while (i < body.n && rst_is_blank(&body.at[i]))
		i++;
	for (end = i; end < body.n && !rst_is_blank(&body.at[end]);)
		end++;
	if (end == i)
		return;
	builder_begin(r->out, BLOCK_CAPTION, 0);
	rst_inline(r, &body.at[i], end - i);
	builder_end(r->out);
	rst_blocks(r, rst_view_of(body, end, body.n));
}

static void put_csv_table(rst *r, const directive *d)
{
	slice delimiter = option_of(r, d, "delim"), header = option_of(r, d, "header");
	char between = delimiter.len == 1 ? *delimiter.ptr : slice_equal(delimiter, SLICE("tab")) ? '\t' : ',';
	source_line first = {0};
	if (header.len) {
		first.start = (uint32_t)(header.ptr - r->source.ptr);
		first.end = first.start + (uint32_t)header.len;
	}
	rst_csv_table(r, (rst_view){&first, header.len > 0}, d->body, between, number_option(r, d, "header-rows"),
	              number_option(r, d, "stub-columns"));
}

static void put_directive(rst *r, const directive *d)
{
	switch (d->kind) {
	case BODY_NONE:
		break;
	case BODY_TEXT:
		put_argument(r, d, BLOCK_PARAGRAPH);
		rst_blocks(r, d->body);
		break;
	case BODY_TITLED:
		put_argument(r, d, BLOCK_CAPTION);
		rst_blocks(r, d->body);
		break;
	case BODY_VERSION:
		put_version(r, d);
		rst_blocks(r, d->body);
		break;
	case BODY_OBJECT:
		put_object(r, d);
		rst_blocks(r, d->body);
		break;
	case BODY_HOLDER:
		rst_blocks(r, d->body);
		break;
	case BODY_CODE:
		rst_code(r, d->body);
		break;
	case BODY_FIGURE:
		put_figure(r, d->body);
		break;
	case BODY_TABLE:
		put_argument(r, d, BLOCK_CAPTION);
		rst_blocks(r, d->body);
		break;
	case BODY_LIST_TABLE:
		put_argument(r, d, BLOCK_CAPTION);
		rst_list_table(r, d->body, number_option(r, d, "header-rows"), number_option(r, d, "stub-columns"));
		break;
	case BODY_CSV_TABLE:
		put_argument(r, d, BLOCK_CAPTION);
		put_csv_table(r, d);
		break;
	}
}

/* Bytes of "name::" with what stands before it, or 0. */
static size_t directive_length(slice text)
{
	size_t n = 0;
	while (n < text.len && (ascii_is_alnum(text.ptr[n]) || strchr("-_+.:", text.ptr[n])))
		n++;
	bool closed = n > 2 && text.ptr[n - 1] == ':' && text.ptr[n - 2] == ':' && (n == text.len || text.ptr[n] == ' ');
	return closed ? n : 0;
}

static void take_directive(rst *r, const source_line *first, size_t name, rst_view below)
{
	directive d = {.argument = *first};
	d.kind = kind_of(slice_sub(r->source, first->start, first->start + name - 2));
	d.argument.start += (uint32_t)name;
	while (d.argument.start < d.argument.end && r->source.ptr[d.argument.start] == ' ')
		d.argument.start++;
	divide_directive(r, &d, below);
	put_directive(r, &d);
}

/* "[3] text": a footnote, or a citation. Returns whether it is one. */
static bool take_footnote(rst *r, const source_line *first, rst_view all)
{
	slice text = rst_text_of(r, first);
	size_t close = slice_find_byte(text, ']');
	if (!text.len || *text.ptr != '[' || close == SIZE_MAX || (close + 1 < text.len && text.ptr[close + 1] != ' '))
		return false;
	source_line kept = all.at[0];
	uint32_t at = first->start + (uint32_t)close + 1;
	while (at < first->end && r->source.ptr[at] == ' ')
		at++;
	all.at[0] = (source_line){at, first->end, 0};
	for (size_t i = 1; i < all.n; i++) /* its lines hang under it, how deep is up to the writer */
		if (!all.at[0].indent && !rst_is_blank(&all.at[i]))
			all.at[0].indent = all.at[i].indent;
	builder_begin(r->out, BLOCK_FOOTNOTE, 0);
	rst_blocks(r, all);
	builder_end(r->out);
	all.at[0] = kept;
	return true;
}

size_t rst_explicit(rst *r, rst_view v, size_t i)
{
	const source_line *l = &v.at[i];
	size_t end = rst_extent(v, i + 1, l->indent), name;
	source_line first = *l;
	first.start += 2;
	while (first.start < first.end && (r->source.ptr[first.start] == ' ' || r->source.ptr[first.start] == '\t'))
		first.start++;
	slice text = rst_text_of(r, &first);
	rst_view all = rst_view_of(v, i, end);
	if (!text.len && i + 1 < v.n && rst_is_blank(&v.at[i + 1]))
		return i + 1; /* an empty comment */
	if (slice_starts_with(text, SLICE("_")) || slice_starts_with(text, SLICE("|")))
		return end;
	if (take_footnote(r, &first, all))
		return end;
	if ((name = directive_length(text)) > 0) {
		take_directive(r, &first, name, rst_view_of(v, i + 1, end));
		return end;
	}
	source_line kept = v.at[i];
	v.at[i] = first;
	rst_code(r, all);
	v.at[i] = kept;
	return end;
}
