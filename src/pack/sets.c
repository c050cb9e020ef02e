/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sets of a lexicon file: their phrases, in every form where they are inflected, put into the trie; and sets within sets. */
#include "pack/draft.h"

typedef struct phrases { /* what one item of a set says */
	lex_set set;
	const node *data;
	bool inflected;
	pos part;
} phrases;

static slice inflection(const node *data)
{
	const node *inflect = node_get(data, SLICE("inflect"));
	return inflect ? node_text(inflect) : (slice){"", 0};
}

/* "m" and "M": one phrase when folded, but two as written. */
static bool differ_by_case(slice a, slice b)
{
	return !slice_equal(a, b) && slice_equal_nocase(a, b);
}

/* A phrase ends here in this set. One written twice keeps its first data; as verb and as noun it may well stand twice, and so
 * may symbols that only their case tells apart. */
static void add_entry(loader *l, draft_step *at, const phrases *how, const node *written, bool as_written)
{
	draft_entry **link = &at->entries;
	for (; *link; link = &(*link)->next) {
		if ((*link)->set != how->set || (as_written && differ_by_case((*link)->phrase, node_text(written))))
			continue;
		if (as_written && (*link)->data != how->data && slice_equal((*link)->phrase, node_text(written)) &&
		    slice_equal(inflection((*link)->data), inflection(how->data)))
			diag_at(l->diags, DIAG_WARNING, l->file->path, l->file->source, written->line, written->col, 1,
			        "\"" SLICE_FMT "\" stands twice in the set \"" SLICE_FMT "\"; the first counts",
			        SLICE_ARG(node_text(written)), SLICE_ARG(l->lex->set_names[how->set]));
		return;
	}
	draft_entry *made = ARENA_NEW(l->lex->arena, draft_entry);
	l->lex->set_used[how->set] = true;
	*made = (draft_entry){.set = how->set, .data = how->data, .phrase = node_text(written)};
	*link = made;
}

static void add_path(loader *l, draft_word *const *path, size_t n, const phrases *how, const node *written, bool as_written)
{
	draft_step *at = &l->lex->root;
	for (size_t i = 0; i < n; i++)
		at = draft_branch(l->lex, at, path[i]);
	if (n == 1) {
		path[0]->in[how->set / 64] |= UINT64_C(1) << (how->set % 64);
		path[0]->member = true;
	}
	add_entry(l, at, how, written, as_written);
}

static void add_form(loader *l, draft_word *form, draft_word **path, size_t n, size_t head, const phrases *how,
                     const node *written)
{
	draft_word *lemma = path[head];
	if (!form->reading[how->part])
		form->reading[how->part] = lemma;
	path[head] = form;
	add_path(l, path, n, how, written, false);
	path[head] = lemma;
}

/* The phrase with its head in every form: of a verb the first word, of a noun the last. */
static void add_forms(loader *l, draft_word **path, size_t n, const phrases *how, const node *written)
{
	draft *lex = l->lex;
	size_t head = how->part == POS_VERB ? 0 : n - 1;
	draft_word *lemma = path[head];
	lemma->is_lemma[how->part] = true;
	const node *irregular = lemma->irregular[how->part];
	if (irregular) {
		for (size_t i = 0; i < irregular->n; i++)
			add_form(l, draft_intern_written(l->lex, node_text(node_item(irregular, i))), path, n, head, how, written);
		return;
	}
	for (size_t s = 0; s < lex->inflector.slot_count[how->part]; s++) {
		const ending_slot *slot = &lex->inflector.slots[how->part][s];
		char form[INFLECT_WORD];
		size_t len = slot->made ? inflect_make(&lex->inflector, slot, lemma->text, form) : 0;
		if (len == 0)
			continue;
		draft_word *made = draft_find(lex, (slice){form, len});
		if (!made)
			made = draft_intern(lex, arena_copy(lex->arena, (slice){form, len}));
		made->plural = made->plural || slot->plural;
		add_form(l, made, path, n, head, how, written);
	}
}

/* The name in "<name>"; empty for anything else. */
static slice included(slice written)
{
	bool is = written.len > 2 && written.ptr[0] == '<' && written.ptr[written.len - 1] == '>';
	return is ? slice_sub(written, 1, written.len - 1) : (slice){"", 0};
}

static void add_phrase(loader *l, const node *written, const phrases *how)
{
	slice parts[PHRASE_WORDS];
	draft_word *path[PHRASE_WORDS];
	if (written->kind != NODE_SCALAR) {
		node_complain(l->diags, l->file, written, "expected a phrase");
		return;
	}
	if (included(node_text(written)).len) {
		VEC_PUSH(l->lex->arena, l->lex->inclusions, ((draft_inclusion){how->set, written, l->file}));
		return;
	}
	size_t n = lexicon_split(node_text(written), parts, PHRASE_WORDS);
	if (n == 0 || n > PHRASE_WORDS) {
		node_complain(l->diags, l->file, written, "a phrase has 1 to %d words and symbols", PHRASE_WORDS);
		return;
	}
	for (size_t i = 0; i < n; i++)
		path[i] = draft_intern_written(l->lex, parts[i]);
	add_path(l, path, n, how, written, true);
	if (how->inflected)
		add_forms(l, path, n, how, written);
}

static void add_phrases(loader *l, const node *list, const phrases *how)
{
	for (size_t i = 0; i < list->n; i++)
		add_phrase(l, node_item(list, i), how);
}

static void read_inflect(loader *l, const node *map, phrases *how)
{
	const node *inflect = node_get(map, SLICE("inflect"));
	if (!inflect)
		return;
	for (int p = 0; p < POS_COUNT; p++) {
		if (inflect->kind == NODE_SCALAR && slice_equal(node_text(inflect), POS_NAMES[p])) {
			how->inflected = true;
			how->part = (pos)p;
			return;
		}
	}
	node_complain(l->diags, l->file, inflect, "`inflect` is verb or noun");
}

static void read_said(loader *l, const node *map, phrases how)
{
	const node *say = node_get(map, SLICE("say"));
	if (!say) {
		node_complain(l->diags, l->file, map, "a map in a set needs `say`: its phrase, or a list of them");
		return;
	}
	how.data = map;
	read_inflect(l, map, &how);
	if (say->kind == NODE_SCALAR)
		add_phrase(l, say, &how);
	else if (say->kind == NODE_SEQUENCE)
		add_phrases(l, say, &how);
	else
		node_complain(l->diags, l->file, say, "`say` is a phrase or a list of phrases");
}

/* The number of the set of that name, made if there is none; 0 if there are too many. */
static lex_set set_number(draft *lex, slice name)
{
	slice *known = table_get(&lex->sets, name);
	if (known)
		return (lex_set)(known - lex->set_names);
	if (lex->set_count == LEX_SETS)
		return 0;
	slice *made = &lex->set_names[lex->set_count];
	*made = name;
	*table_at(&lex->sets, name) = made;
	return lex->set_count++;
}

static void read_set(loader *l, const node *name, const node *said)
{
	phrases how = {.set = set_number(l->lex, node_text(name))};
	if (how.set == 0) {
		node_complain(l->diags, l->file, name, "more than %d sets", LEX_SETS - 1);
		return;
	}
	if (said->kind == NODE_MAP) {
		read_said(l, said, how);
	} else if (said->kind == NODE_SCALAR) {
		node_complain(l->diags, l->file, said, "a set is a list of phrases, or a map with `say`");
	} else {
		for (size_t i = 0; i < said->n; i++) {
			const node *item = node_item(said, i);
			if (item->kind == NODE_MAP)
				read_said(l, item, how);
			else if (item->kind == NODE_SEQUENCE)
				add_phrases(l, item, &how);
			else
				add_phrase(l, item, &how);
		}
	}
}

void sets_load(loader *l, const node *sets)
{
	for (size_t i = 0; i < sets->n; i++)
		read_set(l, node_key(sets, i), node_value(sets, i));
}

void sets_declare(draft *lex, const node_file *file)
{
	for (size_t i = 0; i < file->n; i++) {
		const node *sets = node_get(&file->roots[i], SLICE("sets"));
		for (size_t k = 0; sets && sets->kind == NODE_MAP && k < sets->n; k++)
			set_number(lex, node_text(node_key(sets, k)));
	}
}

/* One phrase's end: whether the whole had to be added where the part stands. */
static bool entry_united(draft *lex, draft_step *at, lex_set whole, lex_set part)
{
	const draft_entry *of_part = NULL;
	draft_entry **link = &at->entries;
	for (; *link; link = &(*link)->next) {
		if ((*link)->set == whole)
			return false;
		of_part = (*link)->set == part ? *link : of_part;
	}
	if (!of_part)
		return false;
	*link = ARENA_NEW(lex->arena, draft_entry);
	**link = (draft_entry){.set = whole, .data = of_part->data, .phrase = of_part->phrase};
	return true;
}

static bool set_united(draft *lex, lex_set whole, lex_set part)
{
	bool grown = false;
	for (size_t i = 0; i < lex->steps.n; i++)
		grown = entry_united(lex, lex->steps.at[i], whole, part) || grown;
	for (size_t i = 0; i < lex->all.n; i++)
		if (lex->all.at[i]->in[part / 64] >> (part % 64) & 1)
			lex->all.at[i]->in[whole / 64] |= UINT64_C(1) << (whole % 64);
	lex->set_used[whole] = lex->set_used[whole] || grown;
	return grown;
}

void sets_unite(draft *lex, diag_list *diags)
{
	for (bool grown = true; grown;) {
		grown = false;
		for (size_t i = 0; i < lex->inclusions.n; i++) {
			const draft_inclusion *one = &lex->inclusions.at[i];
			const slice *known = table_get(&lex->sets, included(node_text(one->part)));
			if (known)
				grown = set_united(lex, one->whole, (lex_set)(known - lex->set_names)) || grown;
		}
	}
	for (size_t i = 0; i < lex->inclusions.n; i++) {
		const draft_inclusion *one = &lex->inclusions.at[i];
		if (!table_get(&lex->sets, included(node_text(one->part))))
			node_complain(diags, one->file, one->part, "there is no set of this name");
	}
}
