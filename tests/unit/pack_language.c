/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a text is in, and what lexicons share. */
#include "arena_fixture.h"
#include "base/limits.h"
#include "pack/blob.h"
#include "pack/language.h"
#include "pack/lexicon.h"
#include "pack/yaml.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(language, .init = arena_set_up, .fini = arena_tear_down);

static const node_file *file(const char *path, const char *text)
{
	const node_file *f = yaml_parse(a, slice_of(path), slice_of(text), &diags);
	cr_assert(f);
	return f;
}

static language_list built_in(void)
{
	return pack_languages;
}

static void expect_language(const char *text, const char *name)
{
	language_list list = built_in();
	const language *l = language_of_text(&list, slice_of(text));
	slice got = l ? l->name : SLICE("");
	cr_expect(slice_equal(got, slice_of(name)), "\"%s\" is in \"" SLICE_FMT "\"", text, SLICE_ARG(got));
}

Test(language, a_folder_of_words_is_a_language_and_common_is_none)
{
	language_list list = built_in();
	cr_assert_eq(list.n, 2);
	cr_expect(slice_equal(list.at[0].name, SLICE("en")));
	cr_expect(slice_equal(list.at[1].name, SLICE("ru")));
	cr_expect_null(language_find(&list, LANGUAGE_COMMON));
	cr_expect_null(language_find(&list, SLICE("e")));
	cr_expect_eq(language_find(&list, SLICE("ru")), &list.at[1]);
}

Test(language, most_letters_decide)
{
	expect_language("Три корабля вышли в море.", "ru");
	expect_language("Three ships put to sea.", "");
	expect_language("1 234 — 5,5 %", "");
	expect_language("", "");
	/* a name and a quotation change nothing */
	expect_language("The newspaper Новая волна wrote \"три корабля\" above its report on the three ships.", "");
	expect_language("Компания Norvik Shipping купила три корабля у верфи Alden.", "ru");
	/* as many of either sort: neither has more than half */
	expect_language("ab вг", "");
	/* letters of a third alphabet count against both */
	expect_language("да αβγδ", "");
}

Test(language, letters_past_the_bound_are_not_counted)
{
	char *text = arena_alloc(a, LIMIT_LANGUAGE_BYTES + 4096);
	memset(text, 'x', LIMIT_LANGUAGE_BYTES);
	for (size_t i = 0; i < 2000; i++)
		memcpy(text + LIMIT_LANGUAGE_BYTES + 2 * i, "\xD0\xB0", 2);
	expect_language(text, "");
	memset(text, ' ', LIMIT_LANGUAGE_BYTES - 2);
	memcpy(text + LIMIT_LANGUAGE_BYTES - 2, "\xD0\xB0", 2);
	memset(text + LIMIT_LANGUAGE_BYTES, 'x', 4000);
	expect_language(text, "ru");
}

Test(language, a_path_is_of_the_language_whose_folder_it_is_in)
{
	cr_expect(language_has_file(SLICE("en"), SLICE("rules/lexicon/en/units.yaml")));
	cr_expect(language_has_file(SLICE("en"), SLICE("/home/me/rules/lexicon/en/units.yaml")));
	cr_expect_not(language_has_file(SLICE("e"), SLICE("rules/lexicon/en/units.yaml")));
	cr_expect_not(language_has_file(SLICE("en"), SLICE("myrules/lexicon/en/units.yaml")));
	cr_expect_not(language_has_file(SLICE("en"), SLICE("rules/checks/en/units.yaml")));
}

Test(language, every_language_has_the_common_sets_and_none_of_anothers_words)
{
	const node_file *files[] = {file("rules/lexicon/aa/a.yaml", "sets:\n  hedge: [about]\n  own: [word]\n"),
	                            file("rules/lexicon/bb/b.yaml", "sets:\n  hedge: [etwa]\n"),
	                            file("rules/lexicon/common/c.yaml", "sets:\n  sign: [\"%\"]\n")};
	const lexicon *lex = lexicon_load(a, SLICE("bb"), files, 3, &diags);
	cr_assert(lex);
	lex_set hedge = lexicon_set(lex, SLICE("hedge")), own = lexicon_set(lex, SLICE("own")),
			sign = lexicon_set(lex, SLICE("sign"));
	cr_expect(word_in(lexicon_word(lex, SLICE("%")), sign));
	cr_expect(word_in(lexicon_word(lex, SLICE("etwa")), hedge));
	cr_expect_null(lexicon_word(lex, SLICE("about")));
	cr_expect_neq(own, 0, "a set that only another language has is known");
	cr_expect_null(lexicon_word(lex, SLICE("word")));
}

Test(language, what_is_only_common_is_no_language)
{
	const node_file *files[] = {file("rules/lexicon/common/c.yaml", "sets:\n  sign: [\"%\"]\n")};
	cr_expect_null(lexicon_load(a, SLICE("bb"), files, 1, &diags));
	cr_expect_eq(diags.errors, 1);
}

Test(language, letters_are_folded_as_the_language_says)
{
	const node_file *files[] = {file("rules/lexicon/bb/b.yaml", "fold: {ß: ss, é: e}\nsets:\n  street: [Straße, cafe]\n")};
	const lexicon *lex = lexicon_load(a, SLICE("bb"), files, 1, &diags);
	cr_assert(lex);
	vocabulary *v = vocabulary_new(a, lex);
	lex_set street = lexicon_set(lex, SLICE("street"));
	cr_expect(word_in(vocabulary_word(v, SLICE("strasse")), street));
	cr_expect(word_in(vocabulary_word(v, SLICE("STRAßE")), street));
	cr_expect(word_in(vocabulary_word(v, SLICE("Café")), street));
	cr_expect_not(word_in(vocabulary_word(v, SLICE("strase")), street));
}

Test(language, folds_and_letters_of_another_form_are_refused)
{
	const node_file *files[] = {file("rules/lexicon/bb/b.yaml", "fold: {e: éé}\nletters: [a]\n")};
	cr_expect_null(lexicon_load(a, SLICE("bb"), files, 1, &diags));
	cr_expect_eq(diags.errors, 2);
}
