/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft as one flat table: what was linked is counted out into arrays. */
#include "pack/draft.h"

#include <stdlib.h>

static void flatten_words(const draft *from, lexicon *to)
{
	lex_word *words = ARENA_ARRAY(from->arena, lex_word, from->all.n);
	for (size_t i = 0; i < from->all.n; i++) {
		const draft_word *w = from->all.at[i];
		lex_word *out = &words[i];
		out->word.known = true;
		out->word.plural = w->plural;
		out->word.opens = w->step && w->step->open;
		out->word.id = w->id;
		out->word.len = (uint32_t)w->text.len;
		relative_set(&out->word.text, w->text.len ? w->text.ptr : NULL);
		relative_set(&out->word.lemma, w->lemma != w ? &words[w->lemma->id] : NULL);
		for (size_t k = 0; k < LEX_SETS / 64; k++)
			out->word.in[k] = w->in[k];
		for (size_t p = 0; p < POS_COUNT; p++) {
			out->is_lemma[p] = w->is_lemma[p];
			relative_set(&out->reading[p], w->reading[p] ? &words[w->reading[p]->id] : NULL);
		}
		out->step = w->step ? w->step->id : 0;
		out->member = w->member;
		out->whole = w->whole;
	}
	to->words = words;
	to->word_count = (uint32_t)from->all.n;
}

static void index_words(const draft *from, lexicon *to)
{
	uint32_t slot_count = 16;
	while (slot_count < from->all.n * 3 / 2)
		slot_count *= 2;
	lex_slot *slots = ARENA_ARRAY(from->arena, lex_slot, slot_count);
	for (uint32_t id = 0; id < from->all.n; id++) {
		uint32_t hash = (uint32_t)slice_hash(from->all.at[id]->text), i = hash & (slot_count - 1);
		while (slots[i].word)
			i = (i + 1) & (slot_count - 1);
		slots[i] = (lex_slot){hash, id + 1};
	}
	to->slots = slots;
	to->slot_count = slot_count;
}

static void flatten_steps(const draft *from, lexicon *to)
{
	size_t n = 0;
	for (size_t i = 0; i < from->steps.n; i++)
		for (const draft_entry *e = from->steps.at[i]->entries; e; e = e->next)
			n++;
	lex_entry *entries = ARENA_ARRAY(from->arena, lex_entry, n);
	struct lex_step *steps = ARENA_ARRAY(from->arena, struct lex_step, from->steps.n + 1);
	steps[0].open = true;
	for (size_t i = 0; i < from->steps.n; i++) {
		const draft_step *s = from->steps.at[i];
		struct lex_step *out = &steps[i + 1];
		*out = (struct lex_step){.first = s->first, .open = s->open};
		relative_set(&out->entries, s->entries ? &entries[to->entry_count] : NULL);
		for (const draft_entry *e = s->entries; e; e = e->next) {
			lex_entry *made = &entries[to->entry_count++];
			*made = (lex_entry){.set = e->set, .len = (uint32_t)e->phrase.len, .last = !e->next};
			relative_set(&made->phrase, e->phrase.ptr);
			relative_set(&made->data, e->data);
		}
	}
	to->entries = entries;
	to->steps = steps;
	to->step_count = (uint32_t)from->steps.n + 1;
	to->branches = from->branches;
	to->branch_slots = (uint32_t)from->branch_slots;
}

static int by_name(const void *a, const void *b)
{
	return words_name_order(**(const slice *const *)a, **(const slice *const *)b);
}

static void flatten_sets(const draft *from, lexicon *to)
{
	const slice **order = ARENA_ARRAY(from->arena, const slice *, from->set_count);
	lex_name *names = ARENA_ARRAY(from->arena, lex_name, from->set_count);
	for (size_t s = 1; s < from->set_count; s++) {
		order[s] = &from->set_names[s];
		names[s].len = (uint16_t)order[s]->len;
		names[s].used = from->set_used[s];
		relative_set(&names[s].text, order[s]->ptr);
	}
	if (from->set_count > 2)
		qsort(order + 1, from->set_count - 1U, sizeof *order, by_name);
	for (size_t i = 1; i < from->set_count; i++)
		names[i].nth = (uint16_t)(order[i] - from->set_names);
	to->sets = names;
	to->set_count = from->set_count;
}

const lexicon *draft_flatten(const draft *from)
{
	lexicon *to = ARENA_NEW(from->arena, lexicon);
	to->language = from->language;
	to->inflector = from->inflector;
	to->folds = from->folds.at;
	to->fold_count = (uint32_t)from->folds.n;
	flatten_words(from, to);
	index_words(from, to);
	flatten_steps(from, to);
	flatten_sets(from, to);
	return to;
}
