/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/load.h"

static const slice KINDS[] = {{"flag", 4}, {"hold", 4}, {"skip", 4}};

/* One text, or the texts of several documents. */
static bool load_texts(rule_loader *l, const node *at, rule_example *out)
{
	size_t n = at->kind == NODE_SEQUENCE ? at->n : 1;
	slice *texts = ARENA_ARRAY(l->arena, slice, n);
	for (size_t i = 0; i < n; i++) {
		const node *one = node_one(at, i);
		if (one->kind != NODE_SCALAR || !one->len) {
			node_complain(l->diags, l->file, one, "an example is a text, or a list of the texts of several documents");
			return false;
		}
		texts[i] = node_text(one);
	}
	if (n == 0)
		return false;
	out->texts = texts;
	out->text_count = n;
	out->text = texts[0];
	return true;
}

static bool load_example(rule_loader *l, const node *at, rule_example *out)
{
	if (at->kind != NODE_MAP || at->n != 1) {
		node_complain(l->diags, l->file, at, "an example is one of flag, hold or skip, and its text");
		return false;
	}
	int kind = load_choice(l, node_key(at, 0), "kind of example", KINDS, 3);
	if (kind < 0 || !load_texts(l, node_value(at, 0), out))
		return false;
	out->kind = kind == 0 ? EXAMPLE_FLAG : kind == 1 ? EXAMPLE_HOLD : EXAMPLE_SKIP;
	out->at = at;
	return true;
}

void example_load(rule_loader *l, rule *r, const node *list)
{
	if (list->kind != NODE_SEQUENCE) {
		node_complain(l->diags, l->file, list, "expected a list of examples");
		return;
	}
	rule_example *examples = ARENA_ARRAY(l->arena, rule_example, list->n);
	size_t told[3] = {0};
	for (size_t i = 0; i < list->n; i++) {
		rule_example one = {0};
		if (!load_example(l, node_item(list, i), &one))
			continue;
		told[one.kind]++;
		examples[r->example_count++] = one;
	}
	r->examples = examples;
	for (size_t k = 0; k < 3; k++) {
		if (!told[k])
			node_complain(l->diags, l->file, list, "a rule needs at least one `" SLICE_FMT "` example", SLICE_ARG(KINDS[k]));
	}
}
