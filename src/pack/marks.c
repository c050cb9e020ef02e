/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words phrases begin with: the trie of phrases, read from its ends back to its roots. */
#include "pack/words.h"

#include <stdlib.h>

typedef struct trail { /* how a step is reached */
	const lex_step *step;
	uint32_t from;  /* the step before it, 0: it is the first */
	uint32_t first; /* the word that its phrase begins with */
} trail;

static void lay(const lexicon *lex, trail *trails)
{
	for (size_t i = 0; i < lex->all.n; i++) {
		const lex_step *step = lex->all.at[i]->step;
		if (step)
			trails[step->id] = (trail){step, 0, (uint32_t)i};
	}
	for (size_t i = 0; i < lex->branch_cap; i++) {
		const struct branch *b = &lex->branches[i];
		if (b->to)
			trails[b->to->id] = (trail){b->to, b->from, 0};
	}
}

/* Steps are numbered as they are made, so each comes after the one that it goes on from. */
void lexicon_first_words(const lexicon *lex, const uint8_t classes[LEX_SETS],
                         void (*visit)(void *ctx, const word *first, uint8_t class), void *ctx)
{
	trail *trails = calloc(lex->step_count + 1, sizeof *trails);
	if (!trails)
		arena_exhausted(lex->arena);
	lay(lex, trails);
	for (size_t id = 1; id <= lex->step_count; id++) {
		trail *t = &trails[id];
		if (t->from)
			t->first = trails[t->from].first;
		uint8_t class = 0;
		for (const lex_entry *e = t->step ? t->step->entries : NULL; e; e = e->next)
			class |= classes[e->set];
		if (class)
			visit(ctx, &lex->all.at[t->first]->word, class);
	}
	free(trails);
}

static void mark(void *ctx, const word *first, uint8_t class)
{
	uint8_t *of = ctx;
	of[first->id] |= class;
}

word_marks word_marks_new(arena *a, const lexicon *lex, const uint8_t classes[LEX_SETS])
{
	uint8_t *of = ARENA_ARRAY(a, uint8_t, lex->all.n);
	lexicon_first_words(lex, classes, mark, of);
	return (word_marks){of};
}
