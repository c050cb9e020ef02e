/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One claim as JSON. The claims of a document may be many, so they go straight to the stream. */
#include "report/claim_view.h"

static void key_string(json_writer *w, const char *key, slice s)
{
	json_key(w, key);
	json_string_or_null(w, s);
}

static void key_text(json_writer *w, const char *key, const char *text)
{
	key_string(w, key, slice_of(text));
}

static void key_integer(json_writer *w, const char *key, uint64_t n)
{
	json_key(w, key);
	json_integer(w, n);
}

static void key_null(json_writer *w, const char *key)
{
	json_key(w, key);
	json_null(w);
}

/* null where there is no set to be open or closed. */
static void key_flag(json_writer *w, const char *key, bool known, bool value)
{
	json_key(w, key);
	if (known)
		json_bool(w, value);
	else
		json_null(w);
}

static void put_id(json_writer *w, const claim_view *v, uint32_t start)
{
	char number[16];
	int n = snprintf(number, sizeof number, "#%u", start);
	json_string_pair(w, v->doc->path, (slice){number, (size_t)n});
}

/* The box is told in whole points. */
static void put_page(json_writer *w, const claim_view *v)
{
	if (!v->page) {
		key_null(w, "page");
		key_null(w, "box");
		return;
	}
	key_integer(w, "page", v->page);
	json_key(w, "box");
	json_begin(w, '[');
	for (size_t i = 0; i < 4; i++) {
		json_integer(w, v->box[i] > 0 ? (uint64_t)(v->box[i] + 0.5F) : 0);
	}
	json_end(w, ']');
}

static void put_spans(json_writer *w, const claim_view *v)
{
	key_integer(w, "start", v->start);
	key_integer(w, "end", v->end);
	key_integer(w, "unit_start", v->unit_start);
	key_integer(w, "unit_end", v->unit_end);
	key_integer(w, "quote_start", v->quote_start);
	key_integer(w, "quote_end", v->quote_end);
	key_integer(w, "line", v->line);
	key_integer(w, "col", v->col);
	put_page(w, v);
	key_string(w, "sheet", v->sheet);
	key_string(w, "cell", v->cell);
}

static void put_pieces(json_writer *w, const set *s)
{
	number_text t;
	json_key(w, "set");
	json_begin(w, '[');
	for (size_t i = 0; i < s->n; i++) {
		json_begin(w, '{');
		number_text_write(&t, s->at[i].lo, ROUND_DOWN);
		key_text(w, "lo", t.text);
		number_text_write(&t, s->at[i].hi, ROUND_UP);
		key_text(w, "hi", t.text);
		key_flag(w, "lo_open", true, s->at[i].lo_open);
		key_flag(w, "hi_open", true, s->at[i].hi_open);
		json_end(w, '}');
	}
	json_end(w, ']');
}

static void put_numbers(json_writer *w, const claim_view *v)
{
	key_text(w, "value", v->value.text);
	key_text(w, "lo", v->lo.text);
	key_text(w, "hi", v->hi.text);
	key_flag(w, "lo_open", v->has_set, v->hull.lo_open);
	key_flag(w, "hi_open", v->has_set, v->hull.hi_open);
	key_flag(w, "integer", v->has_set, v->plain.integer);
	key_text(w, "ulp", v->ulp);
	if (v->has_set && v->plain.n > 1)
		put_pieces(w, &v->plain);
	if (v->value.exact[0])
		key_text(w, "exact", v->value.exact);
	if (v->lo.exact[0])
		key_text(w, "lo_exact", v->lo.exact);
	if (v->hi.exact[0])
		key_text(w, "hi_exact", v->hi.exact);
	key_string(w, "unit", v->unit);
	key_string(w, "currency", v->currency);
	if (v->base.text[0]) {
		key_text(w, "base_value", v->base.text);
		key_string(w, "base_unit", figure_unit(v->figure)->base_unit);
	}
}

static void put_measure(json_writer *w, const claim_view *v)
{
	const claim *c = v->claim;
	const measure *m = c->measure;
	json_key(w, "measure");
	if (!m->head) {
		json_null(w);
		return;
	}
	json_begin(w, '{');
	key_string(w, "head", word_text(m->head));
	key_string(w, "phrase", m->phrase);
	if (m->subject.len)
		key_string(w, "subject", m->subject);
	json_key(w, "modifiers");
	json_begin(w, '[');
	for (size_t i = 0; i < m->modifier_count; i++)
		json_string(w, word_text(m->modifiers[i]));
	json_end(w, ']');
	json_key(w, "elided_from");
	const claim_list *all = &v->audit->documents[v->ref.doc].reading.claims;
	if (c->elided_from >= 0 && (size_t)c->elided_from < all->n)
		put_id(w, v, document_source(v->doc, all->at[c->elided_from].figure->start));
	else
		json_null(w);
	json_end(w, '}');
}

static void put_context(json_writer *w, const claim_view *v)
{
	const claim *c = v->claim;
	key_string(w, "predicate", c->predicate ? word_text(c->predicate) : (slice){0});
	json_key(w, "when");
	if (v->when_from.len) {
		json_begin(w, '{');
		key_string(w, "from", v->when_from);
		key_string(w, "to", v->when_to);
		json_end(w, '}');
	} else {
		json_null(w);
	}
	key_string(w, "where", claim_where(c));
	key_string(w, "who", claim_who(c));
	key_string(w, "section", claim_section(c));
	key_text(w, "mode", claim_mode_name(c->mode));
}

void claim_json(json_writer *w, const claim_view *v)
{
	const figure *f = v->figure;
	json_begin(w, '{');
	json_key(w, "id");
	put_id(w, v, v->start);
	json_key(w, "doc");
	json_string(w, v->doc->path);
	put_spans(w, v);
	json_key(w, "literal");
	json_string(w, v->literal);
	json_key(w, "quote");
	json_string(w, v->quote);
	key_text(w, "kind", figure_kind_name(f->kind));
	if (f->kind == FIGURE_LABEL)
		key_text(w, "why", label_reason_text(f->why));
	key_string(w, "hedge", figure_hedge_text(f));
	put_numbers(w, v);
	if (f->kind == FIGURE_DATE || v->date.len)
		key_string(w, "date", v->date);
	if (v->until.len)
		key_string(w, "until", v->until);
	put_measure(w, v);
	put_context(w, v);
	json_end(w, '}');
}
