/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/load.h"

#include "base/utf8.h"
#include "rule/message.h"

const slice LOAD_GRADES[3] = {{"possible", 8}, {"probable", 8}, {"certain", 7}};

/* Tells mistakes at their place inside a scalar, where the scalar stands on one line; else at its start. */
static void tell_errors(rule_loader *l, const node *at, const expr_errors *errors)
{
	bool one_line = slice_find_byte(node_text(at), '\n') == SIZE_MAX;
	for (size_t i = 0; i < errors->n; i++) {
		const expr_error *e = &errors->at[i];
		size_t before = utf8_count(slice_sub(node_text(at), 0, e->at));
		uint32_t col = one_line ? at->col + (at->plain ? 0 : 1) + (uint32_t)before : at->col;
		slice marked = slice_sub(node_text(at), e->at, e->at + e->width);
		uint32_t width = one_line ? (uint32_t)utf8_count(marked) : 1;
		diag_at(l->diags, DIAG_ERROR, l->file->path, l->file->source, at->line, col, width ? width : 1, SLICE_FMT,
		        SLICE_ARG(e->message));
	}
}

bool load_text(rule_loader *l, const node *at, slice *out)
{
	if (at->kind != NODE_SCALAR || !slice_trim(node_text(at)).len) {
		node_complain(l->diags, l->file, at, "expected a text");
		return false;
	}
	*out = slice_trim(node_text(at));
	return true;
}

size_t load_list(rule_loader *l, const node *at, const node **items, size_t most, const char *what)
{
	if (at->kind == NODE_MAP) {
		node_complain(l->diags, l->file, at, "expected %s, or a list of them", what);
		return 0;
	}
	if (at->kind == NODE_SCALAR) {
		items[0] = at;
		return 1;
	}
	size_t n = 0;
	for (size_t i = 0; i < at->n; i++) {
		if (n == most) {
			node_complain(l->diags, l->file, node_item(at, i), "more than %zu of them", most);
			break;
		}
		items[n++] = node_item(at, i);
	}
	return n;
}

static int open_brackets(slice s)
{
	int open = 0;
	for (size_t i = 0; i < s.len; i++)
		open += (s.ptr[i] == '(') - (s.ptr[i] == ')');
	return open;
}

size_t load_terms(rule_loader *l, const node *at, const node **items, size_t most, const char *what)
{
	const node *parts[LOAD_PARTS];
	size_t n = load_list(l, at, parts, LOAD_PARTS, what), made = 0;
	for (size_t i = 0; i < n; i++) {
		if (made == most) {
			node_complain(l->diags, l->file, parts[i], "more than %zu of them", most);
			break;
		}
		const node *whole = parts[i];
		while (whole->kind == NODE_SCALAR && open_brackets(node_text(whole)) > 0 && i + 1 < n &&
		       parts[i + 1]->kind == NODE_SCALAR) {
			slice text = node_text(whole), more = node_text(parts[++i]);
			node *longer = ARENA_NEW(l->arena, node);
			node_reword(longer, whole, arena_printf(l->arena, SLICE_FMT ", " SLICE_FMT, SLICE_ARG(text), SLICE_ARG(more)));
			whole = longer;
		}
		items[made++] = whole;
	}
	return made;
}

const expr *load_expr(rule_loader *l, const node *at, const expr_scope *scope, func_type type)
{
	if (at->kind != NODE_SCALAR) {
		node_complain(l->diags, l->file, at, "expected an expression");
		return NULL;
	}
	expr_errors errors = {0};
	const expr *e = expr_parse(l->arena, node_text(at), scope, &errors);
	tell_errors(l, at, &errors);
	if (e && e->type != type) {
		node_complain(l->diags, l->file, at, "expected a comparison or another truth");
		return NULL;
	}
	return e;
}

pattern *load_pattern(rule_loader *l, const node *at)
{
	if (at->kind != NODE_SCALAR) {
		node_complain(l->diags, l->file, at, "expected a pattern");
		return NULL;
	}
	expr_errors errors = {0};
	pattern *p = pattern_compile(l->arena, l->lex, node_text(at), &errors);
	tell_errors(l, at, &errors);
	return p;
}

void load_message(rule_loader *l, const node *at, const expr_scope *scope, slice *out)
{
	if (!load_text(l, at, out))
		return;
	expr_errors errors = {0};
	message_check(l->arena, *out, scope, &errors);
	tell_errors(l, at, &errors);
}

void load_unknown(rule_loader *l, const node *at, const char *what, slice name, const slice *known, size_t n)
{
	slice near = diag_did_you_mean(name, known, n);
	if (near.len)
		node_complain(l->diags, l->file, at, "unknown %s \"" SLICE_FMT "\"; did you mean \"" SLICE_FMT "\"?", what,
		              SLICE_ARG(name), SLICE_ARG(near));
	else
		node_complain(l->diags, l->file, at, "unknown %s \"" SLICE_FMT "\"", what, SLICE_ARG(name));
}

int load_choice(rule_loader *l, const node *at, const char *what, const slice *names, size_t n)
{
	if (at->kind != NODE_SCALAR) {
		node_complain(l->diags, l->file, at, "expected %s", what);
		return -1;
	}
	for (size_t i = 0; i < n; i++) {
		if (slice_equal(node_text(at), names[i]))
			return (int)i;
	}
	load_unknown(l, at, what, node_text(at), names, n);
	return -1;
}
