/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/draft.h"
#include "pack/language.h"

/* One word, not a phrase. */
static draft_word *read_word(loader *l, const node *at)
{
	slice part;
	if (at->kind == NODE_SCALAR && lexicon_split(node_text(at), &part, 1) == 1)
		return draft_intern_written(l->lex, part);
	node_complain(l->diags, l->file, at, "expected one word");
	return NULL;
}

static void read_lemmas(loader *l, const node *map)
{
	static const slice keys[] = {{"noun", 4}, {"verb", 4}, {"whole", 5}};
	node_only_keys(l->diags, l->file, map, keys, sizeof keys / sizeof *keys);
	for (size_t k = 0; k < map->n; k++) {
		const node *name = node_key(map, k), *list = node_value(map, k);
		if (list->kind != NODE_SEQUENCE) {
			node_complain(l->diags, l->file, list, "expected a list of words");
			continue;
		}
		for (size_t i = 0; i < list->n; i++) {
			draft_word *w = read_word(l, node_item(list, i));
			if (!w)
				continue;
			if (slice_equal(node_text(name), SLICE("whole")))
				w->whole = true;
			for (int p = 0; p < POS_COUNT; p++)
				w->is_lemma[p] = w->is_lemma[p] || slice_equal(node_text(name), POS_NAMES[p]);
		}
	}
}

static void read_irregular_lemma(loader *l, pos p, const node *name, const node *forms)
{
	draft_word *lemma = read_word(l, name);
	if (!lemma)
		return;
	if (forms->kind != NODE_SEQUENCE) {
		node_complain(l->diags, l->file, forms, "expected the list of all its forms");
		return;
	}
	if (lemma->irregular[p]) {
		node_complain(l->diags, l->file, name, "its forms are given a second time");
		return;
	}
	lemma->irregular[p] = forms;
	lemma->is_lemma[p] = true;
	lemma->reading[p] = lemma;
	for (size_t i = 0; i < forms->n; i++) {
		draft_word *form = read_word(l, node_item(forms, i));
		if (!form)
			continue;
		if (form != lemma && (!form->reading[p] || form->reading[p] == form) && !form->irregular[p])
			form->reading[p] = lemma;
		form->irregular_form = form->irregular_form || form->reading[p] == lemma;
		form->plural = form->plural || p == POS_NOUN;
	}
}

static void read_irregular(loader *l, const node *map)
{
	node_only_keys(l->diags, l->file, map, POS_NAMES, POS_COUNT);
	for (int p = 0; p < POS_COUNT; p++) {
		const node *lemmas = node_get(map, POS_NAMES[p]);
		if (!lemmas)
			continue;
		if (lemmas->kind != NODE_MAP)
			node_complain(l->diags, l->file, lemmas, "expected a map from each lemma to its forms");
		for (size_t i = 0; lemmas->kind == NODE_MAP && i < lemmas->n; i++)
			read_irregular_lemma(l, (pos)p, node_key(lemmas, i), node_value(lemmas, i));
	}
}

/* When everything is read: which lemma a word goes to, if several could be. */

static void settle_by_endings(draft *lex, draft_word *w)
{
	static const pos order[] = {POS_NOUN, POS_VERB};
	char lemma[INFLECT_WORD];
	for (size_t i = 0; i < POS_COUNT && !w->whole; i++) {
		bool plural, sure;
		size_t len = draft_read(lex, order[i], w->text, lemma, &plural, &sure);
		if (len == 0 || (w->member && !sure))
			continue;
		draft_word *found = draft_find(lex, (slice){lemma, len});
		if (!found)
			found = draft_intern(lex, arena_copy(lex->arena, (slice){lemma, len}));
		w->reading[order[i]] = found;
		w->plural = plural;
		if (!w->member)
			w->lemma = found;
		return;
	}
}

/* "reports", given as a verb's form, is a noun's plural too. */
static bool is_also_plural(const draft *lex, const draft_word *w)
{
	char lemma[INFLECT_WORD];
	bool plural, sure;
	size_t len = draft_read(lex, POS_NOUN, w->text, lemma, &plural, &sure);
	return len > 0 && plural && w->reading[POS_VERB] != w && slice_equal((slice){lemma, len}, w->reading[POS_VERB]->text);
}

/* What is written as irregular comes first; then a word that is a lemma stays one; then forms that were made. */
static void settle(draft *lex, draft_word *w)
{
	const draft_word *as_verb = w->reading[POS_VERB], *as_noun = w->reading[POS_NOUN];
	bool lemma = w->is_lemma[POS_NOUN] || w->is_lemma[POS_VERB];
	if (w->irregular_form || !lemma) {
		if (as_verb && as_verb != w)
			w->lemma = w->reading[POS_VERB];
		else if (as_noun)
			w->lemma = w->reading[POS_NOUN];
		else if (!as_verb && !lemma)
			settle_by_endings(lex, w);
	}
	if (as_verb && !w->plural)
		w->plural = is_also_plural(lex, w);
}

/* Files, in three rounds: endings and lemmas first, for sets make forms by them. */

enum round { ROUND_ENDINGS, ROUND_IRREGULAR, ROUND_SETS, ROUNDS };

static void read_folds(loader *l, const node *map)
{
	for (size_t i = 0; map->kind == NODE_MAP && i < map->n; i++) {
		const node *from = node_key(map, i), *to = node_value(map, i);
		if (to->kind != NODE_SCALAR || !from->len || to->len > from->len)
			node_complain(l->diags, l->file, to, "expected letters, and no more bytes than those they stand for");
		else
			VEC_PUSH(l->lex->arena, l->lex->folds, ((word_fold){node_text(from), node_text(to)}));
	}
}

static void read_root(loader *l, const node *root, enum round round)
{
	static const slice keys[] = {{"sets", 4}, {"irregular", 9}, {"lemmas", 6}, {"endings", 7}, {"fold", 4}, {"letters", 7}};
	if (root->kind != NODE_MAP) {
		if (round == ROUND_ENDINGS)
			node_complain(l->diags, l->file, root, "a lexicon file is a map with sets, irregular, lemmas, endings");
		return;
	}
	if (round == ROUND_ENDINGS) {
		node_only_keys(l->diags, l->file, root, keys, sizeof keys / sizeof *keys);
		for (size_t i = 0; i < root->n; i++) {
			bool letters = slice_equal(node_text(node_key(root, i)), SLICE("letters"));
			if (node_value(root, i)->kind != (letters ? NODE_SCALAR : NODE_MAP))
				node_complain(l->diags, l->file, node_value(root, i), letters ? "expected a text" : "expected a map");
		}
		if (node_get(root, SLICE("fold")))
			read_folds(l, node_get(root, SLICE("fold")));
		if (node_get(root, SLICE("endings")))
			inflect_load(&l->lex->inflector, l->lex->arena, l->file, node_get(root, SLICE("endings")), l->diags);
	} else if (round == ROUND_IRREGULAR) {
		if (node_get(root, SLICE("irregular")))
			read_irregular(l, node_get(root, SLICE("irregular")));
		const node *lemmas = node_get(root, SLICE("lemmas"));
		if (lemmas && lemmas->kind == NODE_MAP)
			read_lemmas(l, lemmas);
	} else {
		const node *sets = node_get(root, SLICE("sets"));
		if (sets && sets->kind == NODE_MAP)
			sets_load(l, sets);
	}
}

const lexicon *lexicon_load(arena *a, slice lang, const node_file *const *files, size_t n, diag_list *diags)
{
	draft *lex = ARENA_NEW(a, draft);
	lex->arena = a;
	lex->language = lang;
	lex->words = table_new(a, 8192);
	lex->sets = table_new(a, LEX_SETS);
	lex->set_count = 1;
	size_t errors = diags->errors;
	bool any = false;
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < n; i++) {
			bool own = language_has_file(lang, files[i]->path);
			if (!own && !language_has_file(LANGUAGE_COMMON, files[i]->path))
				continue;
			any = any || own;
			loader l = {lex, files[i], diags};
			for (size_t k = 0; k < files[i]->n; k++)
				read_root(&l, &files[i]->roots[k], (enum round)round);
		}
	}
	for (size_t i = 0; i < n; i++)
		sets_declare(lex, files[i]);
	sets_unite(lex, diags);
	if (!any)
		diag_add(diags, DIAG_ERROR, (slice){"", 0}, "there is no lexicon for the language \"" SLICE_FMT "\"",
		         SLICE_ARG(lang));
	if (diags->errors > errors)
		return NULL;
	for (size_t i = 0; i < lex->all.n; i++)
		settle(lex, lex->all.at[i]);
	return draft_flatten(lex);
}
