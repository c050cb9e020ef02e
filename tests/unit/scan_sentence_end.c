/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

typedef struct split_case {
	const char *text;
	const char *want; /* the sentences, joined by " | " */
} split_case;

static void expect_split(const split_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		scan_reading *r = scan_read_text(cases[i].text, strlen(cases[i].text));
		slice got = SLICE("");
		for (size_t k = 0; k < r->scan.sentence_count; k++) {
			const sentence *s = &r->scan.sentences[k];
			got = arena_printf(r->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(got), k ? " | " : "",
			                   SLICE_ARG(document_text(&r->doc, s->start, s->end)));
		}
		cr_expect(slice_equal(got, slice_of(cases[i].want)), "want %s\n   got  " SLICE_FMT, cases[i].want, SLICE_ARG(got));
		arena_free(r->arena);
	}
}

#define SPLIT_TABLE(table) expect_split((table), sizeof(table) / sizeof *(table))

Test(scan_sentence_end, a_stop_before_white_space_and_a_capital_ends_a_sentence)
{
	static const split_case cases[] = {
		{"It rained. We left.", "It rained. | We left."},
		{"Did it rain? Yes! We left.", "Did it rain? | Yes! | We left."},
		{"It rained… We left.", "It rained… | We left."},
		{"It rained... We left.", "It rained... | We left."},
		{"It rained. 22 men left.", "It rained. | 22 men left."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, abbreviations_initials_and_decimals_do_not)
{
	static const split_case cases[] = {
		{"Mr. Smith paid $3.50 to Dr. Jones.", "Mr. Smith paid $3.50 to Dr. Jones."},
		{"J. R. Smith left.", "J. R. Smith left."},
		{"He came on Nov. 18 with Gen. Lee.", "He came on Nov. 18 with Gen. Lee."},
		{"The U.S. Senate met.", "The U.S. Senate met."},
		{"He lives in the U.S. The sun shines.", "He lives in the U.S. | The sun shines."},
		{"Acme Inc. Director Lee left.", "Acme Inc. Director Lee left."},
		{"He joined Acme Inc. They paid well.", "He joined Acme Inc. | They paid well."},
		{"It ended at 7 p.m. They left.", "It ended at 7 p.m. | They left."},
		{"It has tables, chairs, etc. and lamps.", "It has tables, chairs, etc. and lamps."},
		{"See Fig. 2 and No. 7.", "See Fig. 2 and No. 7."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, closing_quotes_and_brackets_stay_with_their_sentence)
{
	static const split_case cases[] = {
		{"\"It rained.\" He left.", "\"It rained.\" | He left."}, {"“It rained.” He left.", "“It rained.” | He left."},
		{"(It rained.) He left.", "(It rained.) | He left."},     {"\"It rained,\" he said.", "\"It rained,\" he said."},
		{"“Did it rain?” he said.", "“Did it rain?” he said."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, hard_wrapped_lines_are_one_sentence)
{
	static const split_case cases[] = {
		{"It rained on the old\ntown and the river.", "It rained on the old\ntown and the river."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, abbreviations_before_a_name_or_number_end_nothing)
{
	static const split_case cases[] = {
		{"Mr. Smith paid Dr. Jones. They left.", "Mr. Smith paid Dr. Jones. | They left."},
		{"He came on Thu. 12 Nov. and left.", "He came on Thu. 12 Nov. and left."},
		{"He came on Thu. Nov. 12 and left.", "He came on Thu. Nov. 12 and left."},
		{"The cat sat. Twelve men left.", "The cat sat. | Twelve men left."},
		{"He said no. They left.", "He said no. | They left."},
		{"See No. 5 and no. 12 there.", "See No. 5 and no. 12 there."},
		{"He said no. 12 was his.", "He said no. 12 was his."},
		{"See Fig. 2 and Figs. 3 and 4. It rains.", "See Fig. 2 and Figs. 3 and 4. | It rains."},
		{"See Fig. S1 for it. It rains.", "See Fig. S1 for it. | It rains."},
		{"See p. 12 and pp. 3-5. It rains.", "See p. 12 and pp. 3-5. | It rains."},
		{"He works at Acme Inc. Director Lee left.", "He works at Acme Inc. Director Lee left."},
		{"Tools, e.g. The Hammer, fell.", "Tools, e.g. The Hammer, fell."},
		{"Tools, i.e. The Hammer, fell.", "Tools, i.e. The Hammer, fell."},
		{"\"Did it rain?\" Smith asked. Lee left.", "\"Did it rain?\" Smith asked. | Lee left."},
		{"\"Did it rain?\" he asked. Lee left.", "\"Did it rain?\" he asked. | Lee left."},
		{"\"It rained!\" Prime Minister Lee said. He left.", "\"It rained!\" Prime Minister Lee said. | He left."},
		{"\"It rained.\" He left. \"It snowed.\"", "\"It rained.\" | He left. | \"It snowed.\""},
		{"“It rained.” Lee left.", "“It rained.” | Lee left."},
		{"(It rained.) Lee left.", "(It rained.) | Lee left."},
		{"It rained (for 3 days.) Lee left.", "It rained (for 3 days.) | Lee left."},
		{"It rained… and snowed. Lee left.", "It rained… and snowed. | Lee left."},
		{"It rained… We left.", "It rained… | We left."},
		{"It rained... We left.", "It rained... | We left."},
		{"It rained . . . We left.", "It rained . . . | We left."},
		{"The firm grew. 22 men left.", "The firm grew. | 22 men left."},
		{"The St. Louis club won. It lost.", "The St. Louis club won. | It lost."},
		{"He lives in St. Petersburg. It is cold.", "He lives in St. Petersburg. | It is cold."},
		{"He lives on Baker St. in town.", "He lives on Baker St. in town."},
		{"Brown v. The Board was heard. It ended.", "Brown v. The Board was heard. | It ended."},
		{"The wall is 5 ft. 3 in. high. It fell.", "The wall is 5 ft. 3 in. high. | It fell."},
		{"He came in. 12 men left.", "He came in. | 12 men left."},
		{"He met Gen. Lee, Sen. Poe and Rep. Cox. They ate.", "He met Gen. Lee, Sen. Poe and Rep. Cox. | They ate."},
		{"Smith, Lee, etc. They left.", "Smith, Lee, etc. | They left."},
		{"\"What?!\" She left.", "\"What?!\" | She left."},
		{"He asked: \"Why?\" She left.", "He asked: \"Why?\" | She left."},
		{"Lt. Col. Smith and Maj. Gen. Lee left. They ate.", "Lt. Col. Smith and Maj. Gen. Lee left. | They ate."},
		{"Rev. Dr. King spoke. They ate.", "Rev. Dr. King spoke. | They ate."},
		{"It is approx. 5 km. It is far.", "It is approx. 5 km. | It is far."},
		{"It was c. 1850. It was old.", "It was c. 1850. | It was old."},
		{"It is vol. 3, no. 2. It is old.", "It is vol. 3, no. 2. | It is old."},
		{"Under Art. 5 it is law. It is fine art. Twelve left.", "Under Art. 5 it is law. | It is fine art. | Twelve left."},
		{"He is No. 1. She is No. 2.", "He is No. 1. | She is No. 2."},
		{"The No. 1 is here. It is No. 1.", "The No. 1 is here. | It is No. 1."},
		{"Go to Rm. 12 at once. It is late.", "Go to Rm. 12 at once. | It is late."},
		{"It fell 5 pct. Sales rose.", "It fell 5 pct. | Sales rose."},
		{"It fell 5 pct. in May.", "It fell 5 pct. in May."},
		{"The price (approx. $5) rose. It fell.", "The price (approx. $5) rose. | It fell."},
		{"Mr. and Mrs. Smith left. They ate.", "Mr. and Mrs. Smith left. | They ate."},
		{"'It rained.' He left. 'It snowed.'", "'It rained.' | He left. | 'It snowed.'"},
		{"‘It rained.’ He left.", "‘It rained.’ | He left."},
		{"It rained.—He left.", "It rained. | —He left."},
		{"Prices rose 3 per cent vs. 2 per cent. They fell.", "Prices rose 3 per cent vs. 2 per cent. | They fell."},
		{"Sgt. Pepper's band. It played.", "Sgt. Pepper's band. | It played."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, abbreviations_of_dates_and_times)
{
	static const split_case cases[] = {
		{"The talks, held Wed. Nov. 3, failed.", "The talks, held Wed. Nov. 3, failed."},
		{"He ate on Sat. The rest slept.", "He ate on Sat. | The rest slept."},
		{"It starts at 7 a.m. Monday in Rome.", "It starts at 7 a.m. Monday in Rome."},
		{"It starts at 7 p.m. EST in Rome.", "It starts at 7 p.m. EST in Rome."},
		{"It starts at 7 p.m. Police said so.", "It starts at 7 p.m. | Police said so."},
		{"It starts at 7 pm. Police said so.", "It starts at 7 pm. | Police said so."},
		{"There I am. Smith is not.", "There I am. | Smith is not."},
		{"He came in Dec. 2010 and left in Jan. The rest stayed.",
	     "He came in Dec. 2010 and left in Jan. | The rest stayed."},
		{"He left at 5.30 p.m. on 3.4.2010. It rained.", "He left at 5.30 p.m. on 3.4.2010. | It rained."},
		{"It was Sun. Nov. 3 then.", "It was Sun. Nov. 3 then."},
		{"He sat in the sun. November came.", "He sat in the sun. | November came."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, abbreviations_end_a_sentence_before_a_word_that_opens_one)
{
	static const split_case cases[] = {
		{"He lives in the U.S. and works. She rests.", "He lives in the U.S. and works. | She rests."},
		{"He works at Acme Inc. The pay is low.", "He works at Acme Inc. | The pay is low."},
		{"He works at Acme Inc. \"We like it,\" he said.", "He works at Acme Inc. | \"We like it,\" he said."},
		{"J. R. R. Tolkien wrote. He slept.", "J. R. R. Tolkien wrote. | He slept."},
		{"It was Plan B. They slept.", "It was Plan B. | They slept."},
		{"She has a Ph.D. in art. He has none.", "She has a Ph.D. in art. | He has none."},
		{"She has a Ph.D. The rest have none.", "She has a Ph.D. | The rest have none."},
		{"Smith et al. found it. It rained.", "Smith et al. found it. | It rained."},
		{"Smith et al. The rest is his.", "Smith et al. | The rest is his."},
		{"It has tables, etc. and lamps.", "It has tables, etc. and lamps."},
		{"World War II. The end came.", "World War II. | The end came."},
		{"He flew to Boston, Mass. on Friday.", "He flew to Boston, Mass. on Friday."},
		{"He flew to Chicago, Ill. He slept.", "He flew to Chicago, Ill. | He slept."},
		{"He is ill. Smith is not.", "He is ill. | Smith is not."},
		{"They prayed at mass. Smith slept.", "They prayed at mass. | Smith slept."},
		{"The U.S. Senate met. The U.N. Security Council met.", "The U.S. Senate met. | The U.N. Security Council met."},
		{"He left the U.S. It rained.", "He left the U.S. | It rained."},
		{"He left the U.S. Congress met.", "He left the U.S. Congress met."},
		{"The U.K. and the E.U. met. They ate.", "The U.K. and the E.U. met. | They ate."},
		{"Is it in the U.S.? It is.", "Is it in the U.S.? | It is."},
		{"The firm, Smith & Co., grew. It is old.", "The firm, Smith & Co., grew. | It is old."},
		{"The firm is Smith & Co. It is old.", "The firm is Smith & Co. | It is old."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, ellipses)
{
	static const split_case cases[] = {
		{"It rained... and snowed.", "It rained... and snowed."},
		{"It rained . . . and snowed.", "It rained . . . and snowed."},
		{"He left . . . . We slept.", "He left . . . . | We slept."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, quotes_and_brackets_behind_the_stop)
{
	static const split_case cases[] = {
		{"He said: “Go.” And they went.", "He said: “Go.” | And they went."},
		{"It's Smith's. It isn't Lee's.", "It's Smith's. | It isn't Lee's."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, marks_inside_names_and_small_letters_that_open_a_sentence)
{
	static const split_case cases[] = {
		{"Yahoo! Japan grew. It fell.", "Yahoo! Japan grew. | It fell."},
		{"He works at Yahoo! The pay is low.", "He works at Yahoo! | The pay is low."},
		{"The firm grew. iPhone sales rose.", "The firm grew. | iPhone sales rose."},
		{"The firm grew. eBay sales rose.", "The firm grew. | eBay sales rose."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, a_stop_without_space_and_notes_behind_it)
{
	static const split_case cases[] = {
		{"It broke the jack.The machine died.", "It broke the jack. | The machine died."},
		{"It is on example.com. The site is up.", "It is on example.com. | The site is up."},
		{"It was seen in cells.14 The rate fell.", "It was seen in cells.14 | The rate fell."},
		{"It was seen in cells.14,15 The rate fell.", "It was seen in cells.14,15 | The rate fell."},
		{"It was seen in cells.[14] The rate fell.", "It was seen in cells.[14] | The rate fell."},
		{"It was seen in cells.¹⁴ The rate fell.", "It was seen in cells.¹⁴ | The rate fell."},
		{"The file a.txt is here. It is b.txt. See c.md.", "The file a.txt is here. | It is b.txt. | See c.md."},
		{"The function foo.bar() failed. It broke.", "The function foo.bar() failed. | It broke."},
		{"Version 1.2.3 is out. It runs.", "Version 1.2.3 is out. | It runs."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, stops_inside_numbers_end_nothing)
{
	static const split_case cases[] = {
		{"The rate is 3.5 percent. It fell.", "The rate is 3.5 percent. | It fell."},
		{"It fell by .5 percent. It rose.", "It fell by .5 percent. | It rose."},
		{"It fell by 2.5 The rest rose.", "It fell by 2.5 The rest rose."},
		{"It rose to $3.50. It fell to £2. It rests.", "It rose to $3.50. | It fell to £2. | It rests."},
		{"He scored in 2010. In 2011 he lost.", "He scored in 2010. | In 2011 he lost."},
		{"It ended in 1999.", "It ended in 1999."},
		{"It cost $5 million. Profits rose.", "It cost $5 million. | Profits rose."},
		{"1. Open it. Then close it.", "1. Open it. | Then close it."},
		{"He weighs 80 kg. Smith weighs 90.", "He weighs 80 kg. | Smith weighs 90."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, every_other_mark_ends_one)
{
	static const split_case cases[] = {
		{"It is built in. Wireless is not.", "It is built in. | Wireless is not."},
		{"What? No! Yes.", "What? | No! | Yes."},
		{"What?! No way!! Yes.", "What?! | No way!! | Yes."},
	};
	SPLIT_TABLE(cases);
}

Test(scan_sentence_end, any_bytes_are_divided_without_loss)
{
	static const char *const parts[] = {".", "…", "?",  "!", "\"",   " ",  "A",  "the", "Mr", "[1]",
	                                    "¹", "é", "12", ")", "eBay", "\n", "No", "p.m", "—"};
	uint64_t seed = 7;
	for (int round = 0; round < 300; round++) {
		char text[256];
		size_t len = 0;
		for (int i = 0; i < 40; i++) {
			seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			const char *part = parts[(seed >> 33) % (sizeof parts / sizeof *parts)];
			memcpy(text + len, part, strlen(part));
			len += strlen(part);
		}
		scan_reading *r = scan_read_text(text, len);
		uint32_t last = 0;
		for (size_t i = 0; i < r->scan.sentence_count; i++) {
			const sentence *s = &r->scan.sentences[i];
			cr_expect(s->start >= last && s->start < s->end && s->end <= len);
			for (uint32_t k = last; k < s->start; k++)
				cr_expect_not(isalnum((unsigned char)text[k]), "%s at %u", text, k);
			last = s->end;
		}
		arena_free(r->arena);
	}
}
