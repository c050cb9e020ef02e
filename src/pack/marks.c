/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words phrases begin with. */
#include "pack/words.h"

void lexicon_first_words(const lexicon *lex, const uint8_t classes[LEX_SETS],
                         void (*visit)(void *ctx, const word *first, uint8_t class), void *ctx)
{
	for (uint32_t i = 1; i < lex->step_count; i++) {
		const lex_step *s = &lex->steps[i];
		uint8_t class = 0;
		for (const lex_entry *e = lexicon_entries(s); e; e = lexicon_next(e))
			class |= classes[e->set];
		if (class)
			visit(ctx, &lex->words[s->first].word, class);
	}
}

static void mark(void *ctx, const word *first, uint8_t class)
{
	uint8_t *of = ctx;
	of[first->id] |= class;
}

word_marks word_marks_new(arena *a, const lexicon *lex, const uint8_t classes[LEX_SETS])
{
	uint8_t *of = ARENA_ARRAY(a, uint8_t, lex->word_count);
	lexicon_first_words(lex, classes, mark, of);
	return (word_marks){of};
}
