/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/draft.h"

draft_word *draft_find(const draft *lex, slice folded)
{
	return table_get(&lex->words, folded);
}

draft_word *draft_intern(draft *lex, slice folded)
{
	void **at = table_at(&lex->words, folded);
	if (*at)
		return *at;
	draft_word *made = ARENA_NEW(lex->arena, draft_word);
	made->text = folded;
	made->lemma = made;
	made->id = (uint32_t)lex->all.n;
	VEC_PUSH(lex->arena, lex->all, made);
	*at = made;
	return made;
}

draft_word *draft_intern_written(draft *lex, slice written)
{
	return draft_intern(lex, words_fold(lex->folds.at, lex->folds.n, lex->arena, written));
}

static void branches_grow(draft *lex)
{
	size_t slots = lex->branch_slots ? lex->branch_slots * 2 : 1024;
	lex_branch *larger = ARENA_ARRAY(lex->arena, lex_branch, slots);
	for (size_t i = 0; i < lex->branch_slots; i++) {
		lex_branch b = lex->branches[i];
		if (b.to)
			larger[words_branch_slot(larger, slots, b.from, b.word)] = b;
	}
	lex->branches = larger;
	lex->branch_slots = slots;
}

static draft_step *step_new(draft *lex, uint32_t first)
{
	draft_step *made = ARENA_NEW(lex->arena, draft_step);
	VEC_PUSH(lex->arena, lex->steps, made);
	made->id = (uint32_t)lex->steps.n;
	made->first = first;
	return made;
}

draft_step *draft_branch(draft *lex, draft_step *from, draft_word *w)
{
	if (from == &lex->root) {
		if (!w->step)
			w->step = step_new(lex, w->id);
		return w->step;
	}
	if (lex->branch_count >= lex->branch_slots / 2)
		branches_grow(lex);
	lex_branch *b = &lex->branches[words_branch_slot(lex->branches, lex->branch_slots, from->id, w->id)];
	if (!b->to) {
		from->open = true;
		*b = (lex_branch){from->id, w->id, step_new(lex, from->first)->id};
		lex->branch_count++;
	}
	return lex->steps.at[b->to - 1];
}

static bool is_known_lemma(const void *ctx, pos p, slice lemma)
{
	const draft_word *found = draft_find(ctx, lemma);
	return found && found->is_lemma[p];
}

size_t draft_read(const draft *lex, pos p, slice form, char out[INFLECT_WORD], bool *plural, bool *sure)
{
	return inflect_read(&lex->inflector, p, form, is_known_lemma, lex, out, plural, sure);
}
