/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promises that the lexicon's sets make to each other. */
#include "scan_fixture.h"

#include "pack/language.h"
#include "pack_fixture.h"
#include "scan/atoms.h"

#include <criterion/criterion.h>
#include <string.h>

typedef void each_phrase(const lexicon *lex, lex_set cue, slice set_name, slice phrase);

static void phrases_of(const node *said, const lexicon *lex, lex_set cue, slice set_name, each_phrase *call)
{
	if (said->kind == NODE_SCALAR) {
		call(lex, cue, set_name, node_text(said));
	} else if (said->kind == NODE_MAP) {
		phrases_of(node_get(said, SLICE("say")), lex, cue, set_name, call);
	} else {
		for (size_t i = 0; i < said->n; i++)
			phrases_of(node_item(said, i), lex, cue, set_name, call);
	}
}

static void over_set(const lexicon *lex, const char *name, each_phrase *call)
{
	lex_set cue = lexicon_set(lex, SLICE("figure.cue"));
	size_t found = 0;
	arena *a = arena_new(NULL);
	pack_words files = pack_fixture_words(a);
	for (size_t i = 0; i < files.n; i++) {
		if (!language_has_file(lexicon_language(lex), files.at[i]->path))
			continue;
		for (size_t k = 0; k < files.at[i]->n; k++) {
			const node *sets = node_get(&files.at[i]->roots[k], SLICE("sets"));
			const node *said = sets ? node_get(sets, slice_of(name)) : NULL;
			if (said) {
				phrases_of(said, lex, cue, slice_of(name), call);
				found++;
			}
		}
	}
	cr_assert_gt(found, 0, "no set %s", name);
	arena_free(a);
}

static bool has_digit(slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
			return true;
	}
	return false;
}

/* A sentence is only looked at for a digit or a cue, so whatever begins a figure of words alone must have a cue in it. */
static void expect_cue(const lexicon *lex, lex_set cue, slice set_name, slice phrase)
{
	slice parts[16];
	size_t n = lexicon_split(phrase, parts, 16);
	bool found = has_digit(phrase);
	for (size_t i = 0; i < n && i < 16; i++) {
		char folded[64];
		size_t len = parts[i].len < sizeof folded ? parts[i].len : 0;
		for (size_t k = 0; k < len; k++)
			folded[k] = (char)(parts[i].ptr[k] | (parts[i].ptr[k] >= 'A' && parts[i].ptr[k] <= 'Z' ? 0x20 : 0));
		found = found || word_in(lexicon_word(lex, (slice){folded, len}), cue);
	}
	cr_expect(found, SLICE_FMT ": \"" SLICE_FMT "\" has no cue", SLICE_ARG(set_name), SLICE_ARG(phrase));
}

Test(scan_lexicon, every_figure_of_words_has_a_cue)
{
	static const char *const sets[] = {"number.digit",    "number.teen",    "number.ten",   "number.hundred",
	                                   "number.dozen",    "number.ordinal", "number.vague", "number.multiple",
	                                   "number.fraction", "month",          "weekday",      "date.relative",
	                                   "date.decade",     "time.of-day"};
	arena *a = arena_new(NULL);
	const lexicon *lex = scan_lexicon(a);
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
		over_set(lex, sets[i], expect_cue);
	arena_free(a);
}

Test(scan_lexicon, every_set_that_is_asked_for_is_written)
{
	arena *a = arena_new(NULL);
	const lexicon *lex = scan_lexicon(a);
#define SET(field, name) cr_expect_neq(lexicon_set(lex, SLICE(name)), 0, "no set " name);
#include "scan/sets.def"
	arena_free(a);
}
