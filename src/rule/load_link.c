/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/load.h"

#include <stdlib.h>

/* Links. */

static open_link *link_named(rule_loader *l, slice name)
{
	void **at = table_at(&l->link_names, name);
	if (*at)
		return &l->links.at[(uintptr_t)*at - 1];
	*at = (void *)(uintptr_t)(l->links.n + 1);
	VEC_PUSH(l->arena, l->links, (open_link){.name = name, .type = ARENA_NEW(l->arena, link_type)});
	return &VEC_LAST(l->links);
}

/* A pattern as it stands, or `{say: ..., grade: ...}`. */
static pattern *load_graded(rule_loader *l, const node *at, const slice *keys, size_t n)
{
	if (at->kind != NODE_MAP)
		return load_pattern(l, at);
	node_only_keys(l->diags, l->file, at, keys, n);
	const node *say = node_get(at, SLICE("say")), *grade = node_get(at, SLICE("grade"));
	if (!say) {
		node_complain(l->diags, l->file, at, "a pattern with more to tell has it beside `say`");
		return NULL;
	}
	pattern *p = load_pattern(l, say);
	int g = grade ? load_choice(l, grade, "grade", LOAD_GRADES, 3) : GRADE_CERTAIN;
	if (p && g >= 0)
		p->grade = (link_grade)g;
	return p;
}

static void load_link(rule_loader *l, const node *name, const node *list)
{
	static const slice keys[] = {{"say", 3}, {"grade", 5}};
	open_link *link = link_named(l, node_text(name));
	size_t n = list->kind == NODE_SEQUENCE ? list->n : 1;
	for (size_t i = 0; i < n; i++) {
		const node *at = node_one(list, i);
		pattern *p = load_graded(l, at, keys, 2);
		link->broken = link->broken || !p;
		if (!p)
			continue;
		if (p->var_count == 0)
			node_complain(l->diags, l->file, at, "the pattern of a link names its figures: {a:count}");
		else if (p->at_anchor)
			node_complain(l->diags, l->file, at, "\"@\" belongs to the slots of frames");
		else
			VEC_PUSH(l->arena, link->patterns, p);
	}
}

void load_links(rule_loader *l, const node *map)
{
	if (map->kind != NODE_MAP) {
		node_complain(l->diags, l->file, map, "expected a map from the name of each link type to its patterns");
		return;
	}
	for (size_t i = 0; i < map->n; i++)
		load_link(l, node_key(map, i), node_value(map, i));
}

static int by_text(const void *a, const void *b)
{
	return slice_compare(*(const slice *)a, *(const slice *)b);
}

static size_t index_of(const slice *names, size_t n, slice name)
{
	size_t i = 0;
	while (i < n && !slice_equal(names[i], name))
		i++;
	return i;
}

/* The variables of all its patterns, in alphabetical order. */
static void finish_link(rule_loader *l, open_link *link)
{
	link_type *type = link->type;
	type->name = link->name;
	for (size_t i = 0; i < link->patterns.n; i++) {
		const pattern *p = link->patterns.at[i];
		for (size_t v = 0; v < p->var_count; v++) {
			if (index_of(type->vars, type->var_count, p->vars[v]) < type->var_count)
				continue;
			if (type->var_count == RULE_VARS) {
				diag_add(l->diags, DIAG_ERROR, l->file->path, "the link type " SLICE_FMT " has more than %d variables",
				         SLICE_ARG(type->name), RULE_VARS);
				return;
			}
			type->vars[type->var_count++] = p->vars[v];
		}
	}
	if (type->var_count > 1)
		qsort(type->vars, type->var_count, sizeof *type->vars, by_text);
	for (size_t i = 0; i < link->patterns.n; i++) {
		pattern *p = link->patterns.at[i];
		for (size_t v = 0; v < p->var_count; v++) {
			size_t of_type = index_of(type->vars, type->var_count, p->vars[v]);
			p->index[v] = (int8_t)of_type;
			type->several[of_type] = type->several[of_type] || p->several[v];
		}
	}
	type->patterns = (const pattern *const *)link->patterns.at;
	type->pattern_count = link->patterns.n;
}

void load_finish_links(rule_loader *l)
{
	for (size_t i = 0; i < l->links.n; i++)
		finish_link(l, &l->links.at[i]);
}

/* Frames. */

static int8_t slot_named(rule_loader *l, const frame *f, const node *at)
{
	slice names[RULE_VARS];
	for (size_t i = 0; i < f->slot_count; i++)
		names[i] = f->slots[i].name;
	return at ? (int8_t)load_choice(l, at, "slot", names, f->slot_count) : -1;
}

static void load_slot_pattern(rule_loader *l, const frame *f, const node *at, slot_pattern *out)
{
	static const slice keys[] = {{"say", 3}, {"needs", 5}, {"unless", 6}, {"after", 5}};
	*out = (slot_pattern){.pattern = load_graded(l, at, keys, 4)};
	out->needs = slot_named(l, f, node_get(at, SLICE("needs")));
	out->unless = slot_named(l, f, node_get(at, SLICE("unless")));
	out->after = slot_named(l, f, node_get(at, SLICE("after")));
	bool holds_figure = false;
	for (size_t i = 0; out->pattern && i < out->pattern->n; i++)
		holds_figure = holds_figure || out->pattern->ops[i].kind == OP_FIGURE;
	if (out->pattern && !holds_figure)
		node_complain(l->diags, l->file, at, "the pattern of a slot holds a figure: {percent}");
}

static void load_slot(rule_loader *l, frame *f, frame_slot *slot, const node *list)
{
	size_t n = list->kind == NODE_SEQUENCE ? list->n : 1;
	slot_pattern *patterns = ARENA_ARRAY(l->arena, slot_pattern, n);
	for (size_t i = 0; i < n; i++) {
		load_slot_pattern(l, f, node_one(list, i), &patterns[slot->pattern_count]);
		slot->pattern_count += patterns[slot->pattern_count].pattern != NULL;
	}
	slot->patterns = patterns;
}

static void load_slots(rule_loader *l, frame *f, const node *slots)
{
	if (slots->kind != NODE_MAP) {
		node_complain(l->diags, l->file, slots, "expected a map from the name of each slot to its patterns");
		return;
	}
	size_t first = f->slot_count;
	for (size_t i = 0; i < slots->n; i++) {
		if (f->slot_count == RULE_VARS) {
			node_complain(l->diags, l->file, node_key(slots, i), "a frame has at most %d slots", RULE_VARS);
			return;
		}
		f->slots[f->slot_count++].name = node_text(node_key(slots, i));
	}
	for (size_t i = 0; i < slots->n; i++)
		load_slot(l, f, &f->slots[first + i], node_value(slots, i));
}

static void load_anchor(rule_loader *l, frame *f, const node *at)
{
	pattern *p = load_pattern(l, at);
	if (!p)
		return;
	const pattern_op *op = &p->ops[0];
	if (p->n != 1 || (op->kind != OP_WORDS && op->kind != OP_FIGURE) || (op->kind == OP_FIGURE && op->var < 0)) {
		node_complain(l->diags, l->file, at, "an anchor is one word, alternatives of one, a <set>, or one named figure");
		return;
	}
	if (p->var_count) {
		f->slots[f->slot_count].name = p->vars[0];
		f->slots[f->slot_count].once = true;
		p->index[0] = (int8_t)f->slot_count++;
	}
	f->anchor = p;
}

static void load_frame(rule_loader *l, const node *name, const node *map)
{
	static const slice keys[] = {{"anchor", 6}, {"slots", 5}, {"next", 4}, {"once", 4}, {"not-after", 9}};
	frame *f = ARENA_NEW(l->arena, frame);
	f->name = node_text(name);
	node_only_keys(l->diags, l->file, map, keys, 5);
	const node *anchor = node_get(map, keys[0]), *slots = node_get(map, keys[1]), *next = node_get(map, keys[2]),
			   *once = node_get(map, keys[3]), *not_after = node_get(map, keys[4]);
	if (!anchor || !slots) {
		node_complain(l->diags, l->file, name, "a frame needs an `anchor` and `slots`");
		return;
	}
	load_anchor(l, f, anchor);
	load_slots(l, f, slots);
	if (next)
		f->next = load_pattern(l, next);
	if (not_after)
		f->not_after = load_pattern(l, not_after);
	const node *items[RULE_VARS];
	size_t n = once ? load_list(l, once, items, RULE_VARS, "the name of a slot") : 0;
	for (size_t i = 0; i < n; i++) {
		int8_t slot = slot_named(l, f, items[i]);
		if (slot >= 0)
			f->slots[slot].once = true;
	}
	VEC_PUSH(l->arena, l->frames, f);
}

void load_frames(rule_loader *l, const node *map)
{
	if (map->kind != NODE_MAP) {
		node_complain(l->diags, l->file, map, "expected a map from the name of each frame to its anchor and slots");
		return;
	}
	for (size_t i = 0; i < map->n; i++)
		load_frame(l, node_key(map, i), node_value(map, i));
}
