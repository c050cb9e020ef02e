/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

static slice tokens_of(const scan_reading *r, size_t index)
{
	const sentence *s = &r->scan.sentences[index];
	slice out = SLICE("");
	for (uint32_t i = 0; i < s->token_count; i++) {
		const token *t = &s->tokens[i];
		slice text = document_text(&r->doc, t->start, t->end);
		out = t->kind == TOKEN_FIGURE ? arena_printf(r->arena, SLICE_FMT "{" SLICE_FMT "} ", SLICE_ARG(out), SLICE_ARG(text))
		                              : arena_printf(r->arena, SLICE_FMT SLICE_FMT " ", SLICE_ARG(out), SLICE_ARG(text));
	}
	return out;
}

Test(scan_sentence, a_figure_is_one_token_from_hedge_to_unit)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{"It fell by more than 12 per cent of 40 tonnes.", "It fell by {more than 12 per cent} of {40 tonnes} . "},
		{"The activity of more than two dozen cells ended.", "The activity of {more than two dozen} cells ended . "},
		{"The price of $2.11 per gallon held.", "The price of {$2.11 per gallon} held . "},
		{"Wednesday, 18 November 2020", "{Wednesday} , {18 November 2020} "},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		scan_reading *r = scan_read_text(cases[i].text, strlen(cases[i].text));
		slice got = tokens_of(r, 0);
		cr_expect(slice_equal(got, slice_of(cases[i].want)), "want %s\n   got  " SLICE_FMT, cases[i].want, SLICE_ARG(got));
		arena_free(r->arena);
	}
}

Test(scan_sentence, only_sentences_with_figures_have_tokens_and_neighbours_where_someone_may_speak)
{
	static const char text[] = "It rained. She said so. There were 22 men. They left. They slept.";
	scan_reading *r = scan_read_text(text, sizeof text - 1);
	cr_assert_eq(r->scan.sentence_count, 5);
	static const bool want[] = {false, true, true, false, false};
	for (size_t i = 0; i < 5; i++)
		cr_expect_eq(r->scan.sentences[i].tokens != NULL, want[i], "sentence %zu", i);
	scan_read_passed(&r->scan, 0, 5);
	cr_expect_eq(r->scan.sentences[3].token_count, 3, "the other neighbour, when it is asked for");
	cr_expect_null(r->scan.sentences[0].tokens);
	cr_expect_null(r->scan.sentences[4].tokens);
	arena_free(r->arena);
}

Test(scan_sentence, a_quotation_goes_on_through_its_sentences)
{
	static const char text[] = "\"There were 22 men. They had 5 boats,\" he said. It was 7.";
	scan_reading *r = scan_read_text(text, sizeof text - 1);
	cr_assert_eq(r->scan.sentence_count, 3);
	const sentence *second = &r->scan.sentences[1], *third = &r->scan.sentences[2];
	cr_expect(second->tokens[0].flags & TOKEN_QUOTED);
	cr_expect_not(second->tokens[second->token_count - 2].flags & TOKEN_QUOTED);
	cr_expect_not(third->tokens[0].flags & TOKEN_QUOTED);
	arena_free(r->arena);
}

Test(scan_sentence, words_carry_their_case_and_depth)
{
	static const char text[] = "The UN sent (about 22) men.";
	scan_reading *r = scan_read_text(text, sizeof text - 1);
	const token *t = r->scan.sentences[0].tokens;
	cr_expect(t[0].flags & TOKEN_FIRST);
	cr_expect(t[0].flags & TOKEN_CAPITAL);
	cr_expect(t[1].flags & TOKEN_ALL_CAPS);
	cr_expect_not(t[2].flags & TOKEN_CAPITAL);
	cr_expect_eq(t[4].kind, TOKEN_FIGURE);
	cr_expect_eq(t[4].depth, 1);
	cr_expect_eq(t[5].depth, 0);
	arena_free(r->arena);
}

/* Whatever the bytes: figures in order, apart, inside their sentence; one token each. */
Test(scan_sentence, figures_never_overlap_and_each_has_one_token)
{
	static const char *const parts[] = {"22 ",  "$",        "1,183", "½",     " of ",  "-",      "–",    "%",
	                                    "\"",   "(",        ")",     " May ", "2020",  " and ",  " to ", "half ",
	                                    "a ",   "million ", ".",     ". ",    "km",    "/h",     "²",    "more than ",
	                                    "p < ", "<",        "é",     "no. ",  "RAV4 ", "10:34 ", "\n"};
	uint64_t seed = 42;
	for (int round = 0; round < 400; round++) {
		char text[512];
		size_t len = 0;
		for (int i = 0; i < 40; i++) {
			seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			const char *part = parts[(seed >> 33) % (sizeof parts / sizeof *parts)];
			if (len + strlen(part) >= sizeof text)
				break;
			memcpy(text + len, part, strlen(part));
			len += strlen(part);
		}
		scan_reading *r = scan_read_text(text, len);
		uint32_t last = 0;
		const sentence *s = r->scan.sentences;
		for (size_t i = 0; i < r->scan.figure_count; i++) {
			const figure *f = &r->scan.figures[i];
			while (i >= s->first_figure + s->figure_count)
				s++;
			cr_expect(f->full_start >= last && f->full_start <= f->unit_start && f->unit_start <= f->start &&
			          f->start < f->end);
			cr_expect(f->end <= f->unit_end && f->unit_end <= f->full_end && s->start <= f->full_start &&
			          f->full_end <= s->end);
			cr_expect_eq(s->tokens[f->token].figure, (int32_t)i);
			last = f->full_end;
		}
		arena_free(r->arena);
	}
}
