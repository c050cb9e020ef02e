/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/message.h"

#include "rule/show.h"

static const slice NOUN = {".noun", 5};

typedef struct piece {
	slice text; /* as it stands, or what is between the braces */
	size_t at;  /* its offset in the template */
	bool filled, open;
} piece;

/* The next piece of a template from *at on; false at its end. */
static bool next_piece(slice template, size_t *at, piece *out)
{
	if (*at >= template.len)
		return false;
	size_t from = *at;
	slice rest = slice_sub(template, from, template.len);
	if (rest.ptr[0] != '{') {
		size_t n = slice_find_byte(rest, '{');
		*at = n == SIZE_MAX ? template.len : from + n;
		*out = (piece){.text = slice_sub(template, from, *at), .at = from};
		return true;
	}
	size_t n = slice_find_byte(rest, '}');
	*at = n == SIZE_MAX ? template.len : from + n + 1;
	*out = (piece){.text = slice_sub(template, from + 1, n == SIZE_MAX ? *at : *at - 1),
	               .at = from + 1,
	               .filled = true,
	               .open = n == SIZE_MAX};
	return true;
}

void message_check(arena *a, slice template, const expr_scope *scope, expr_errors *errors)
{
	size_t at = 0;
	piece p;
	while (next_piece(template, &at, &p)) {
		if (!p.filled)
			continue;
		if (p.open) {
			VEC_PUSH(a, *errors, (expr_error){(uint32_t)(p.at - 1), 1, SLICE("this brace is not closed")});
			continue;
		}
		slice source = slice_ends_with(p.text, NOUN) ? slice_sub(p.text, 0, p.text.len - NOUN.len) : p.text;
		size_t before = errors->n;
		const expr *e = expr_parse(a, source, scope, errors);
		for (size_t i = before; i < errors->n; i++)
			errors->at[i].at += (uint32_t)p.at;
		if (e && source.len < p.text.len && e->op != EXPR_VARIABLE)
			VEC_PUSH(a, *errors,
			         (expr_error){(uint32_t)p.at, (uint32_t)p.text.len, SLICE(".noun follows the name of a variable")});
		if (e && e->type != FUNC_NUMBER && e->type != FUNC_TEXT)
			VEC_PUSH(a, *errors,
			         (expr_error){(uint32_t)p.at, (uint32_t)p.text.len, SLICE("expected a number or a text here")});
	}
}

/* Filling. */

static const document *document_of(const evaluation *ev, const binding_var *v)
{
	return v->doc ? v->doc : ev->binding->doc;
}

static slice written(evaluation *ev, const binding_var *v, size_t i)
{
	const figure *f = binding_claims(ev->binding, v)[i]->figure;
	return slice_trim(document_text(document_of(ev, v), f->full_start, f->full_end));
}

/* "a", "a and b", "a, b and c" */
static slice figures_text(evaluation *ev, const binding_var *v)
{
	slice text = written(ev, v, 0);
	for (size_t i = 1; i < v->n; i++)
		text = arena_printf(ev->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text), i + 1 == v->n ? " and " : ", ",
		                    SLICE_ARG(written(ev, v, i)));
	return text;
}

static slice noun_text(const evaluation *ev, slice name)
{
	const binding_var *v = binding_find(ev->binding, name);
	if (!v || !v->n)
		return SLICE("it");
	const measure *m = binding_claims(ev->binding, v)[0]->measure;
	if (m->phrase.len)
		return slice_trim(m->phrase);
	return m->head ? word_text(m->head) : SLICE("it");
}

static slice expression_text(slice source, evaluation *ev)
{
	expr_scope scope = {.lex = ev->lex, .any = true}; /* the loader has checked it */
	expr_errors errors = {0};
	const expr *e = expr_parse(ev->arena, source, &scope, &errors);
	if (!e)
		return SLICE("?");
	if (e->type == FUNC_TEXT)
		return eval_text(e, ev);
	const binding_var *v = e->op == EXPR_VARIABLE ? binding_find(ev->binding, e->name) : NULL;
	if (v && v->n)
		return figures_text(ev, v);
	if (v && v->told)
		return *v->told;
	set values = eval_set(e, ev);
	bool percent = e->op == EXPR_CALL && slice_equal(e->name, SLICE("percent"));
	return percent ? show_percent(ev->arena, &values) : show_number(ev->arena, &values);
}

slice eval_message(slice message, const rule *r, evaluation *ev)
{
	(void)r;
	slice text = {"", 0};
	size_t at = 0;
	piece p;
	while (next_piece(message, &at, &p)) {
		slice part = p.text;
		if (p.filled && slice_ends_with(p.text, NOUN))
			part = noun_text(ev, slice_sub(p.text, 0, p.text.len - NOUN.len));
		else if (p.filled)
			part = expression_text(p.text, ev);
		text = arena_printf(ev->arena, SLICE_FMT SLICE_FMT, SLICE_ARG(text), SLICE_ARG(part));
	}
	return text;
}
