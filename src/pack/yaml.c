/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/yaml.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/table.h"
#include "base/utf8.h"

#include <libfyaml.h>
#include <string.h>

enum { MISTAKES_TOLD = 100 }; /* of one file; a file with more is another kind of file */

/* A node that has no place of its own yet. */
typedef struct draft {
	node_kind kind;
	bool plain;
	uint32_t line, col;
	slice text;
	const node *items;
	size_t n;
} draft;

typedef VEC(draft) draft_list;

/* A sequence or map still open; its children are collected until its end. */
typedef struct open_node {
	draft self;
	draft_list children;
} open_node;

typedef struct reader {
	arena *arena;
	node_file *file;
	diag_list *diags;
	struct fy_parser *parser;
	size_t pos; /* the last place looked up, so that marks are found in one pass over the source */
	uint32_t line, col;
	open_node stack[LIMIT_YAML_DEPTH];
	size_t depth;
	draft_list roots;
	size_t errors_before;
} reader;

static bool told_enough(const reader *r)
{
	return r->diags->errors - r->errors_before >= MISTAKES_TOLD;
}

/* Line and column of a byte offset. Events come in order of place, so the walk from the last one is short. */
static void place_of(reader *r, size_t pos, uint32_t *line, uint32_t *col)
{
	slice source = r->file->source;
	if (pos > source.len)
		pos = source.len;
	if (pos < r->pos) {
		r->pos = 0;
		r->line = r->col = 1;
	}
	for (; r->pos < pos; r->pos++) {
		unsigned char c = (unsigned char)source.ptr[r->pos];
		if (c == '\n') {
			r->line++;
			r->col = 1;
		} else if ((c & 0xC0) != 0x80) {
			r->col++;
		}
	}
	*line = r->line;
	*col = r->col;
}

/* The mark of a quoted text or an alias stands behind its first sign; a message points at the sign. */
static void place_event(reader *r, struct fy_event *event, draft *out)
{
	const struct fy_mark *mark = fy_event_start_mark(event);
	size_t pos = mark ? mark->input_pos : r->pos;
	slice source = r->file->source;
	if ((event->type == FYET_SCALAR || event->type == FYET_ALIAS) && pos > 0 && pos <= source.len &&
	    strchr(event->type == FYET_ALIAS ? "*" : "\"'", source.ptr[pos - 1]))
		pos--;
	place_of(r, pos, &out->line, &out->col);
}

/* The token's text: where it stands in the source as it is, that place; else (escapes, folded lines) a copy. */
static slice text_of(reader *r, struct fy_token *token)
{
	size_t len = 0;
	const char *text = token ? fy_token_get_text(token, &len) : NULL;
	if (!text || len == 0)
		return (slice){"", 0};
	uintptr_t at = (uintptr_t)text, from = (uintptr_t)r->file->source.ptr;
	if (at >= from && at + len <= from + r->file->source.len)
		return (slice){text, len};
	return arena_copy(r->arena, (slice){text, len});
}

static bool is_key(const reader *r)
{
	if (r->depth == 0)
		return false;
	const open_node *top = &r->stack[r->depth - 1];
	return top->self.kind == NODE_MAP && top->children.n % 2 == 0;
}

static void complain(reader *r, const draft *at, const char *why)
{
	node_complain(r->diags, r->file, &(node){.line = at->line, .col = at->col}, "%s", why);
}

static void refuse_extras(reader *r, struct fy_event *event, const draft *at)
{
	if (fy_event_get_anchor_token(event))
		complain(r, at, "anchors (&) are not used here: write the value out");
	if (fy_event_get_tag_token(event))
		complain(r, at, "tags (!) are not used here");
}

static void put(reader *r, draft made)
{
	if (r->depth == 0)
		VEC_PUSH(r->arena, r->roots, made);
	else
		VEC_PUSH(r->arena, r->stack[r->depth - 1].children, made);
}

static void read_scalar(reader *r, struct fy_event *event)
{
	draft made = {.kind = NODE_SCALAR};
	place_event(r, event, &made);
	struct fy_token *token = fy_event_get_token(event);
	made.plain = !token || fy_token_scalar_style(token) == FYSS_PLAIN;
	made.text = text_of(r, token);
	refuse_extras(r, event, &made);
	/* An escape such as "\ud800" names no character. */
	if (utf8_valid_until(made.text) < made.text.len)
		complain(r, &made, "an escape here is no Unicode character");
	put(r, made);
}

static bool read_open(reader *r, struct fy_event *event, node_kind kind)
{
	open_node opened = {.self = {.kind = kind}};
	place_event(r, event, &opened.self);
	refuse_extras(r, event, &opened.self);
	if (is_key(r))
		complain(r, &opened.self, "a key must be a plain word or a quoted text");
	if (r->depth == LIMIT_YAML_DEPTH) {
		node at = {.line = opened.self.line, .col = opened.self.col};
		node_complain(r->diags, r->file, &at, "nested deeper than %d levels", LIMIT_YAML_DEPTH);
		return false;
	}
	r->stack[r->depth++] = opened;
	return true;
}

static void refuse_duplicates(reader *r, const node *keys, size_t n)
{
	table seen = table_new(r->arena, n);
	for (size_t i = 0; i < n && !told_enough(r); i++) {
		const node *key = &keys[2 * i];
		if (key->kind != NODE_SCALAR)
			continue;
		void **first = table_at(&seen, node_text(key));
		if (*first)
			node_complain(r->diags, r->file, key, "the key \"" SLICE_FMT "\" stands here a second time (first on line %u)",
			              SLICE_ARG(node_text(key)), ((const node *)*first)->line);
		else
			*first = (void *)(uintptr_t)key;
	}
}

/* The drafts as nodes, in their order, in the place where they stay. */
static const node *settle(arena *a, const draft_list *drafts)
{
	node *nodes = ARENA_ARRAY(a, node, drafts->n);
	for (size_t i = 0; i < drafts->n; i++) {
		const draft *d = &drafts->at[i];
		nodes[i] = (node){.kind = d->kind,
		                  .plain = d->plain,
		                  .line = d->line,
		                  .col = d->col,
		                  .len = (uint32_t)d->text.len,
		                  .n = (uint32_t)d->n};
		relative_set(&nodes[i].text, d->text.len ? d->text.ptr : NULL);
		relative_set(&nodes[i].items, d->items);
	}
	return nodes;
}

static void read_close(reader *r)
{
	open_node *top = &r->stack[--r->depth];
	draft made = top->self;
	made.n = made.kind == NODE_MAP ? top->children.n / 2 : top->children.n;
	if (top->children.n > 0)
		made.items = settle(r->arena, &top->children);
	if (made.kind == NODE_MAP && made.n > 1)
		refuse_duplicates(r, made.items, made.n);
	put(r, made);
}

static bool read_event(reader *r, struct fy_event *event)
{
	draft at = {.kind = NODE_SCALAR};
	switch (event->type) {
	case FYET_SCALAR:
		read_scalar(r, event);
		return true;
	case FYET_ALIAS:
		place_event(r, event, &at);
		complain(r, &at, "aliases (*) are not used here: write the value out");
		put(r, at);
		return true;
	case FYET_SEQUENCE_START:
		return read_open(r, event, NODE_SEQUENCE);
	case FYET_MAPPING_START:
		return read_open(r, event, NODE_MAP);
	case FYET_SEQUENCE_END:
	case FYET_MAPPING_END:
		read_close(r);
		return true;
	default:
		return true;
	}
}

/* The parser's own complaints, with their lines; it stops at its first. */
static void report_syntax(reader *r, struct fy_diag *collected)
{
	size_t before = r->diags->errors;
	struct fy_diag_error *error;
	void *next = NULL;
	uint32_t last_line, last_col;
	slice text = slice_trim(r->file->source);
	place_of(r, (size_t)(text.ptr - r->file->source.ptr) + text.len, &last_line, &last_col);
	while ((error = fy_diag_errors_iterate(collected, &next))) {
		if (error->type != FYET_ERROR || !error->msg)
			continue;
		uint32_t line = error->line > 0 ? (uint32_t)error->line : 0, col = error->column > 0 ? (uint32_t)error->column : 0;
		if (line > last_line) { /* at the end of the file: behind the last that stands in it */
			line = last_line;
			col = last_col;
		}
		diag_at(r->diags, DIAG_ERROR, r->file->path, r->file->source, line, col, 1, "%s", error->msg);
	}
	if (r->diags->errors == before)
		diag_add(r->diags, DIAG_ERROR, r->file->path, "not readable as YAML");
}

static void discard_output(struct fy_diag *from, void *user, const char *text, size_t len)
{
	(void)from;
	(void)user;
	(void)text;
	(void)len;
}

static void read_stream(reader *r)
{
	struct fy_diag_cfg diag_config;
	fy_diag_cfg_default(&diag_config);
	diag_config.fp = NULL;
	diag_config.output_fn = discard_output;
	struct fy_diag *collected = fy_diag_create(&diag_config);
	if (!collected) {
		diag_add(r->diags, DIAG_ERROR, r->file->path, "out of memory");
		return;
	}
	fy_diag_set_collect_errors(collected, true);
	struct fy_parse_cfg config = {.search_path = "", .flags = FYPCF_QUIET, .diag = collected};
	r->parser = fy_parser_create(&config);
	if (!r->parser || fy_parser_set_string(r->parser, r->file->source.ptr, r->file->source.len) != 0) {
		diag_add(r->diags, DIAG_ERROR, r->file->path, "out of memory");
		goto out;
	}
	bool going = true;
	struct fy_event *event;
	while (going && (event = fy_parser_parse(r->parser))) {
		going = read_event(r, event) && !told_enough(r);
		fy_parser_event_free(r->parser, event);
	}
	if (told_enough(r))
		diag_add(r->diags, DIAG_ERROR, r->file->path, "more than %d mistakes: the rest is not told", MISTAKES_TOLD);
	else if (going && fy_parser_get_stream_error(r->parser))
		report_syntax(r, collected);
out:
	if (r->parser)
		fy_parser_destroy(r->parser);
	fy_diag_destroy(collected);
}

static bool refuse_bytes(reader *r)
{
	slice source = r->file->source;
	if (source.len > LIMIT_RULE_FILE_BYTES) {
		diag_add(r->diags, DIAG_ERROR, r->file->path, "larger than the limit of %zu MiB", LIMIT_RULE_FILE_BYTES >> 20);
		return true;
	}
	size_t valid = utf8_valid_until(source);
	size_t nul = slice_find_byte(slice_sub(source, 0, valid), '\0');
	size_t bad = nul < valid ? nul : valid;
	if (bad == source.len)
		return false;
	node at = {.kind = NODE_SCALAR};
	place_of(r, bad, &at.line, &at.col);
	if (nul < valid)
		node_complain(r->diags, r->file, &at, "a NUL byte: this is not a text file");
	else
		diag_add(r->diags, DIAG_ERROR, arena_printf(r->arena, SLICE_FMT ":%u:%u", SLICE_ARG(r->file->path), at.line, at.col),
		         "not valid UTF-8 (byte 0x%02x)", (unsigned)(unsigned char)source.ptr[bad]);
	return true;
}

const node_file *yaml_parse(arena *a, slice path, slice source, diag_list *diags)
{
	node_file *file = ARENA_NEW(a, node_file);
	file->path = path;
	file->source = source;
	digest sum = digest_of(source);
	file->digest = digest_hex(a, &sum, 64);
	reader *r = ARENA_NEW(a, reader);
	r->arena = a;
	r->file = file;
	r->diags = diags;
	r->line = r->col = 1;
	r->errors_before = diags->errors;
	if (!refuse_bytes(r) && source.len > 0) {
		r->pos = 0;
		r->line = r->col = 1;
		read_stream(r);
	}
	if (diags->errors > r->errors_before)
		return NULL;
	file->roots = settle(a, &r->roots);
	file->n = r->roots.n;
	return file;
}

const node_file *yaml_read(arena *a, slice path, diag_list *diags)
{
	file_map map;
	slice why;
	if (!file_read(a, path.ptr, LIMIT_RULE_FILE_BYTES, &map, &why)) {
		diag_add(diags, DIAG_ERROR, path, SLICE_FMT, SLICE_ARG(why));
		return NULL;
	}
	slice source = arena_copy(a, map.bytes); /* the map goes, the tree stays */
	file_unmap(&map);
	return yaml_parse(a, path, source, diags);
}
