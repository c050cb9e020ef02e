/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence without a cue is never read; so nothing that would be read there may be without one. */
#include "scan_fixture.h"

#include "scan/atoms.h"
#include "scan/find.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { ROOM = 1 << 20 };

typedef struct trial {
	slice words[4096];
	size_t n;
	lex_set scale;
} trial;

static void collect(void *ctx, const word *first, uint8_t class)
{
	(void)class;
	trial *t = ctx;
	/* a short form of a scale ("mln") stands behind digits, and labels of words alone ("halfway") are no loss */
	if (!word_in(first, t->scale) && t->n < sizeof t->words / sizeof *t->words)
		t->words[t->n++] = word_text(first);
}

/* Every word that may begin a figure, each in two sentences: alone, and where a digit makes the sentence be read. */
Test(find, no_word_that_would_be_read_is_passed_over)
{
	static trial t;
	static char text[ROOM];
	arena *a = arena_new(NULL);
	const lexicon *lex = scan_lexicon(a);
	scan_sets sets = scan_sets_of(a, lex);
	t.scale = sets.scale;
	uint8_t classes[LEX_SETS] = {0};
	for (lex_set s = 1; s < LEX_SETS; s++)
		classes[s] = (sets.starts.bits[s / 64] | sets.start_phrases.bits[s / 64]) >> (s % 64) & 1;
	lexicon_first_words(lex, classes, collect, &t);
	cr_assert_gt(t.n, 100);
	size_t len = 0, rest = 0;
	for (size_t i = 0; i < t.n && len + 400 < sizeof text; i++)
		len += (size_t)snprintf(text + len, sizeof text - len,
		                        "They saw " SLICE_FMT " trees there.\n\nThey saw " SLICE_FMT " trees there, item QX7.\n\n",
		                        SLICE_ARG(t.words[i]), SLICE_ARG(t.words[i]));
	scan_reading *r = scan_read_text(text, len);
	for (size_t i = 0; i + 1 < r->scan.sentence_count; i += 2) {
		const sentence *alone = &r->scan.sentences[i], *read = alone + 1;
		cr_assert_eq(alone->block + 1, read->block);
		size_t found = 0;
		for (uint32_t k = 0; k < read->figure_count; k++)
			found += r->scan.figures[read->first_figure + k].full_end < read->end - 12 &&
			         r->scan.figures[read->first_figure + k].kind != FIGURE_LABEL;
		rest += found;
		cr_expect_geq(alone->figure_count, found, "passed over: " SLICE_FMT,
		              SLICE_ARG(document_text(&r->doc, alone->start, alone->end)));
	}
	cr_expect_gt(rest, 100);
	arena_free(r->arena);
	arena_free(a);
}

Test(find, words_of_speech_and_of_figures_are_told_apart_from_others)
{
	arena *a = arena_new(NULL);
	const lexicon *lex = scan_lexicon(a);
	scan_sets sets = scan_sets_of(a, lex);
	const finder *f = finder_new(a, lex, &sets);
	cr_expect_eq(finder_word(f, "said", 4, 4), FIND_SPEECH);
	cr_expect_eq(finder_word(f, "Said by", 4, 7), FIND_SPEECH);
	cr_expect_eq(finder_word(f, "Twelve", 6, 6), FIND_FIGURE);
	cr_expect_eq(finder_word(f, "twelves and", 6, 11), FIND_FIGURE);
	cr_expect_eq(finder_word(f, "garden", 6, 6), 0);
	cr_expect_eq(finder_word(f, "sai", 3, 3), 0);
	arena_free(a);
}
