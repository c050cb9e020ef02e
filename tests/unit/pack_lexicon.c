/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets, phrases and words: what a lexicon file says is what can be looked up. */
#include "arena_fixture.h"
#include "pack/blob.h"
#include "pack/words.h"
#include "pack/yaml.h"
#include "pack_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

static const lexicon *load(const char *one, const char *two)
{
	const node_file *files[3];
	size_t n = 0;
	files[n++] = yaml_parse(a, SLICE("rules/lexicon/xx/one.yaml"), slice_of(one), &diags);
	if (two)
		files[n++] = yaml_parse(a, SLICE("/home/me/rules/lexicon/xx/two.yaml"), slice_of(two), &diags);
	files[n++] = yaml_parse(a, SLICE("rules/checks/ratio.yaml"), SLICE("- id: N1"), &diags);
	for (size_t i = 0; i < n; i++)
		cr_assert(files[i]);
	return lexicon_load(a, SLICE("xx"), files, n, &diags);
}

/* The entries at the end of a phrase. */
static const lex_entry *walk(const lexicon *lex, vocabulary *v, const char *phrase)
{
	slice parts[16];
	size_t n = lexicon_split(slice_of(phrase), parts, 16);
	const lex_step *at = lexicon_root(lex);
	for (size_t i = 0; i < n && at; i++)
		at = lexicon_step(lex, at, vocabulary_word(v, parts[i]));
	return lexicon_entries(at);
}

static const char ENDINGS[] = "endings:\n  vowels: aeiou\n  noun: {plural: [{form: s}]}\n"
							  "  verb: {third: [{form: s}], past: [{form: ed, lemma: e}, {form: ed}]}\n";

TestSuite(lexicon, .init = arena_set_up, .fini = arena_tear_down);

Test(lexicon, phrases_lead_to_their_sets_and_data)
{
	const lexicon *lex =
		load("sets:\n"
	         "  hedge:\n    - {say: [more than, over, in excess of], shape: above}\n    - {say: up to, shape: at-most}\n"
	         "  place: [over]\n  sign: ['%', '>=', ≥]\n  word: [so-called, o’clock]\n",
	         NULL);
	cr_assert(lex);
	vocabulary *v = vocabulary_new(a, lex);
	lex_set hedge = lexicon_set(lex, SLICE("hedge")), place = lexicon_set(lex, SLICE("place"));
	cr_assert(hedge && place);
	cr_expect(slice_equal(lexicon_set_name(lex, hedge), SLICE("hedge")));
	cr_expect_eq(lexicon_set(lex, SLICE("none")), 0);

	const lex_entry *e = walk(lex, v, "In EXCESS of");
	cr_assert(e);
	cr_expect_eq(e->set, hedge);
	cr_expect(slice_equal(lexicon_phrase(e), SLICE("in excess of")));
	cr_expect(slice_equal(node_text(node_get(lexicon_data(e), SLICE("shape"))), SLICE("above")));
	cr_expect_null(walk(lex, v, "in excess"), "a part of a phrase is none");
	cr_expect_null(walk(lex, v, "in excess of it"));

	e = walk(lex, v, "over");
	cr_assert(e);
	const lex_entry *next = lexicon_next(e);
	cr_assert(next);
	cr_expect_eq(e->set, hedge);
	cr_expect_eq(next->set, place);
	cr_expect_null(lexicon_data(next), "a bare phrase has no data");

	const word *over = vocabulary_word(v, SLICE("Over"));
	cr_expect(word_in(over, hedge) && word_in(over, place) && over->known);
	cr_expect_eq(lexicon_entry(lex, over, place), next);
	cr_expect_not(word_in(vocabulary_word(v, SLICE("more")), hedge), "a word of a phrase is no member");
	cr_expect_not(word_in(over, 0));

	cr_expect(walk(lex, v, "%") && walk(lex, v, ">=") && walk(lex, v, "> =") && walk(lex, v, "≥"));
	cr_expect(walk(lex, v, "so-called") && walk(lex, v, "so - called"));
	cr_expect(walk(lex, v, "o'clock") && walk(lex, v, "o’clock"));
}

Test(lexicon, text_is_split_into_words_digits_and_symbols)
{
	static const struct {
		const char *text, *parts;
	} rows[] = {
		{"so-called", "so|-|called"},
		{"don't", "don't"},
		{"don’t stop", "don’t|stop"},
		{"'tis", "'|tis"},
		{"members'", "members|'"},
		{"£5bn", "£|5|bn"},
		{"9/11", "9|/|11"},
		{"a''b", "a|'|'|b"},
		{" x\xC2\xA0y ", "x|y"},
		{"Алматы № 5", "Алматы|№|5"},
		{"", ""},
		{"°C", "°|C"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		slice parts[16];
		char joined[128] = "";
		size_t n = lexicon_split(slice_of(rows[i].text), parts, 16);
		for (size_t k = 0; k < n; k++)
			snprintf(joined + strlen(joined), sizeof joined - strlen(joined), "%s" SLICE_FMT, k ? "|" : "",
			         SLICE_ARG(parts[k]));
		cr_expect_str_eq(joined, rows[i].parts);
	}
	cr_expect_eq(lexicon_split(SLICE("a b c"), NULL, 0), 3, "parts are counted where there is no room for them");
}

Test(lexicon, inflected_sets_hold_every_form_and_forms_know_their_lemma)
{
	char text[1024];
	snprintf(
		text, sizeof text, "%s%s", ENDINGS,
		"irregular:\n  verb: {rise: [rises, rose, risen, rising], find: [finds, found]}\n  noun: {man: [men], news: []}\n"
		"sets:\n  up: {inflect: verb, say: [rise, climb, go up], sign: 1}\n  person: {inflect: noun, say: [man, security guard, news]}\n"
		"  start: {inflect: verb, say: [found]}\n");
	const lexicon *lex = load(text, NULL);
	cr_assert(lex);
	vocabulary *v = vocabulary_new(a, lex);
	lex_set up = lexicon_set(lex, SLICE("up"));
	const word *rose = vocabulary_word(v, SLICE("ROSE"));
	cr_expect(word_in(rose, up));
	cr_expect_eq(word_lemma(rose), vocabulary_word(v, SLICE("rise")));
	cr_expect(slice_equal(lexicon_phrase(lexicon_entry(lex, rose, up)), SLICE("rise")));
	cr_expect(node_get(lexicon_data(lexicon_entry(lex, rose, up)), SLICE("sign")));
	cr_expect(word_in(vocabulary_word(v, SLICE("climbed")), up));
	cr_expect_not(vocabulary_word(v, SLICE("climbed"))->plural);
	cr_expect(walk(lex, v, "goed up") && walk(lex, v, "goes up") == NULL, "of a verb phrase the first word is inflected");
	cr_expect(walk(lex, v, "security guards"), "of a noun phrase the last");
	const word *men = vocabulary_word(v, SLICE("men"));
	cr_expect(men->plural && slice_equal(word_text(word_lemma(men)), SLICE("man")));
	cr_expect_not(vocabulary_word(v, SLICE("news"))->plural);
	cr_expect(slice_equal(word_text(word_lemma(vocabulary_word(v, SLICE("found")))), SLICE("find")),
	          "what is irregular is meant first");
	cr_expect(slice_equal(word_text(word_lemma(vocabulary_word(v, SLICE("founded")))), SLICE("found")));
	cr_expect(word_in(vocabulary_word(v, SLICE("found")), lexicon_set(lex, SLICE("start"))));
}

Test(lexicon, a_set_of_several_files_is_united)
{
	const lexicon *lex = load("sets: {unit: [metre]}\n", "sets: {unit: [{say: mile, factor: 1609}]}\n");
	cr_assert(lex);
	vocabulary *v = vocabulary_new(a, lex);
	lex_set unit = lexicon_set(lex, SLICE("unit"));
	cr_expect(word_in(vocabulary_word(v, SLICE("metre")), unit) && word_in(vocabulary_word(v, SLICE("mile")), unit));
}

Test(lexicon, a_set_holds_all_of_those_it_includes)
{
	const lexicon *lex = load("sets:\n"
	                          "  length: [inch, <metric>]\n"
	                          "  any: [{say: ['<length>', gram], of: thing}]\n",
	                          "sets:\n  metric: [{say: [metre, kilo metre], factor: 1}]\n  round: [<round>, <any>]\n");
	cr_assert(lex, "%s", diags.items.n ? diags.items.at[0].message.ptr : "");
	vocabulary *v = vocabulary_new(a, lex);
	static const char *const sets[] = {"length", "any", "round"};
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
		lex_set set = lexicon_set(lex, slice_of(sets[i]));
		cr_expect(word_in(vocabulary_word(v, SLICE("metre")), set), "%s", sets[i]);
		cr_expect(word_in(vocabulary_word(v, SLICE("inch")), set), "%s", sets[i]);
		cr_expect_not(word_in(vocabulary_word(v, SLICE("kilo")), set), "%s", sets[i]);
		const lex_entry *e = walk(lex, v, "kilo metre");
		while (e && e->set != set)
			e = lexicon_next(e);
		cr_assert(e, "%s", sets[i]);
		cr_expect(slice_equal(node_text(node_get(lexicon_data(e), SLICE("factor"))), SLICE("1")), "with its own data");
	}
	cr_expect_not(word_in(vocabulary_word(v, SLICE("gram")), lexicon_set(lex, SLICE("length"))));
	cr_expect_not(word_in(vocabulary_word(v, SLICE("inch")), lexicon_set(lex, SLICE("metric"))));
}

Test(lexicon, each_wrong_shape_is_told_with_its_place)
{
	static const struct {
		const char *text, *words;
		uint32_t line, col;
	} rows[] = {
		{"set: {}\n", "did you mean \"sets\"", 1, 1},
		{"sets:\n  a: word\n", "a set is a list", 2, 6},
		{"sets:\n  a: [{inflect: verb}]\n", "needs `say`", 2, 7},
		{"sets:\n  a: {inflect: adverb, say: [x]}\n", "verb or noun", 2, 16},
		{"sets:\n  a: {say: {b: c}}\n", "`say` is a phrase", 2, 12},
		{"sets:\n  a: [[[x]]]\n", "expected a phrase", 2, 8},
		{"sets:\n  a: ['']\n", "1 to 12 words", 2, 7},
		{"sets: [a]\n", "expected a map", 1, 7},
		{"sets:\n  a: [x, <b>]\n", "no set of this name", 2, 10},
		{"irregular: {adverb: {}}\n", "unknown key", 1, 13},
		{"irregular:\n  verb:\n    go: went\n", "list of all its forms", 3, 9},
		{"irregular: {verb: {go on: []}}\n", "one word", 1, 20},
		{"lemmas: {verb: use}\n", "list of words", 1, 16},
		{"endings: {noun: {plural: [{form: s, lemma: x}, {lemma: y}]}}\n", "needs its `form`", 1, 48},
		{"endings: {noun: {plural: [{form: s, lemma: s}]}}\n", "must be shorter", 1, 27},
		{"endings: {noun: {plural: [{form: s, after: short}]}}\n", "under `stems`", 1, 44},
		{"- a\n", "a lexicon file is a map", 1, 1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		diags = diag_list_new(a);
		cr_expect_null(load(rows[i].text, NULL), "%s", rows[i].text);
		cr_assert_geq(diags.items.n, 1, "%s", rows[i].text);
		const diag *d = &diags.items.at[0];
		cr_expect_neq(slice_find(d->message, slice_of(rows[i].words)), SIZE_MAX, "%s: " SLICE_FMT, rows[i].text,
		              SLICE_ARG(d->message));
		cr_expect(d->line == rows[i].line && d->col == rows[i].col, "%s: %u:%u", rows[i].text, d->line, d->col);
	}
}

Test(lexicon, one_phrase_twice_in_a_set_with_other_data_is_a_warning)
{
	const lexicon *lex = load("sets:\n  n: [{say: billion, value: 9}, {say: billion, value: 12}]\n", NULL);
	cr_assert(lex);
	cr_expect_eq(diags.items.n, 1);
	cr_expect_eq(diags.items.at[0].severity, DIAG_WARNING);
	vocabulary *v = vocabulary_new(a, lex);
	const lex_entry *e = walk(lex, v, "billion");
	cr_expect(slice_equal(node_text(node_get(lexicon_data(e), SLICE("value"))), SLICE("9")), "the first counts");
	cr_expect_null(lexicon_next(e));
}

Test(lexicon, a_language_without_files_is_an_error)
{
	cr_expect_null(lexicon_load(a, SLICE("yy"), NULL, 0, &diags));
	cr_expect_eq(diags.errors, 1);
}

Test(lexicon, more_sets_than_fit_are_refused)
{
	char *text = arena_alloc(a, 64 * 1024);
	size_t n = (size_t)sprintf(text, "sets:\n");
	for (int i = 1; i <= LEX_SETS; i++)
		n += (size_t)sprintf(text + n, "  s%d: [w%d]\n", i, i);
	cr_expect_null(load(text, NULL));
	cr_expect_eq(diags.errors, 1);
}

Test(vocabulary, equal_words_are_equal_pointers_however_written)
{
	char text[512];
	snprintf(text, sizeof text, "%ssets: {s: [cell]}\n", ENDINGS);
	const lexicon *lex = load(text, NULL);
	vocabulary *v = vocabulary_new(a, lex);
	cr_expect_eq(vocabulary_word(v, SLICE("Drone")), vocabulary_word(v, SLICE("DRONE")));
	cr_expect_eq(word_lemma(vocabulary_word(v, SLICE("Drones"))), vocabulary_word(v, SLICE("drone")));
	cr_expect_eq(vocabulary_word(v, SLICE("ÜBER")), vocabulary_word(v, SLICE("über")));
	cr_expect_eq(vocabulary_word(v, SLICE("it’s")), vocabulary_word(v, SLICE("IT'S")));
	cr_expect_not(vocabulary_word(v, SLICE("drone"))->known);
	cr_expect(vocabulary_word(v, SLICE("Cell"))->known);
	char bytes[] = "temporary";
	const word *w = vocabulary_word(v, slice_of(bytes));
	memset(bytes, 'x', sizeof bytes - 1);
	cr_expect(slice_equal(word_text(w), SLICE("temporary")), "a word does not borrow the text it came from");
}

Test(vocabulary, any_bytes_are_some_word)
{
	const lexicon *lex = load(ENDINGS, NULL);
	vocabulary *v = vocabulary_new(a, lex);
	uint64_t state = 2463534242u;
	for (int round = 0; round < 10000; round++) {
		char text[100];
		size_t length = state % sizeof text;
		for (size_t n = 0; n < length; n++) {
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			text[n] = (char)(state >> 24);
		}
		const word *w = vocabulary_word(v, (slice){text, length});
		cr_assert(w && word_lemma(w));
		cr_assert(vocabulary_noun(v, w) && vocabulary_verb(v, w));
		cr_assert_eq(w, vocabulary_word(v, word_text(w)), "a folded word folds to itself");
		slice parts[200];
		cr_assert_leq(lexicon_split((slice){text, length}, parts, 200), length);
		state += (uint64_t)round;
	}
}

TestSuite(vocabulary, .init = arena_set_up, .fini = arena_tear_down);

Test(pack, the_built_in_lexicon_loads)
{
	pack_words files = pack_fixture_words(a);
	cr_assert_gt(pack_file_count, 0);
	for (size_t i = 0; i < pack_file_count; i++) {
		cr_expect_eq(pack_files[i].digest.len, 64);
		if (i > 0)
			cr_expect_lt(slice_compare(pack_files[i - 1].path, pack_files[i].path), 0, "files stand in order of path");
	}
	const lexicon *lex = lexicon_load(a, SLICE("en"), files.at, files.n, &diags);
	diag_print(&diags, stderr, false);
	cr_expect(lex);
	cr_expect_eq(diags.items.n, 0, "and without a warning");
}

static bool same_data(const node *x, const node *y)
{
	if (!x || !y)
		return x == y;
	bool same = x->kind == y->kind && x->n == y->n && x->line == y->line && slice_equal(node_text(x), node_text(y));
	for (size_t i = 0; same && i < (x->kind == NODE_MAP ? 2 * (size_t)x->n : x->n); i++)
		same = same_data(node_item(x, i), node_item(y, i));
	return same;
}

static bool same_entries(const lex_entry *x, const lex_entry *y)
{
	for (; x && y; x = lexicon_next(x), y = lexicon_next(y))
		if (x->set != y->set || !slice_equal(lexicon_phrase(x), lexicon_phrase(y)) ||
		    !same_data(lexicon_data(x), lexicon_data(y)))
			return false;
	return !x && !y;
}

static bool same_text(const word *x, const word *y)
{
	return slice_equal(word_text(x), word_text(y));
}

/* Every word of a language, alone and before every word that may follow it in a phrase. */
static void expect_compiled(const char *lang, const lexicon *read, const lexicon *compiled)
{
	vocabulary *v = vocabulary_new(a, read), *w = vocabulary_new(a, compiled);
	cr_expect_eq(read->word_count, compiled->word_count, "%s", lang);
	cr_expect_eq(read->step_count, compiled->step_count, "%s", lang);
	for (uint32_t i = 0; i < read->word_count; i++) {
		const word *x = &read->words[i].word, *y = lexicon_word(compiled, word_text(x));
		cr_assert(y && same_text(x, y), "%s: " SLICE_FMT, lang, SLICE_ARG(word_text(x)));
		cr_expect(y->known && x->id == y->id && x->plural == y->plural && memcmp(x->in, y->in, sizeof x->in) == 0 &&
		              same_text(word_lemma(x), word_lemma(y)) && same_text(vocabulary_noun(v, x), vocabulary_noun(w, y)) &&
		              same_text(vocabulary_verb(v, x), vocabulary_verb(w, y)),
		          "%s: " SLICE_FMT, lang, SLICE_ARG(word_text(x)));
	}
	for (uint32_t i = 1; i < read->step_count; i++)
		cr_expect(same_entries(lexicon_entries(&read->steps[i]), lexicon_entries(&compiled->steps[i])), "%s: step %u", lang,
		          i);
	for (lex_set s = 1; s < LEX_SETS; s++) {
		slice name = lexicon_set_name(read, s);
		cr_expect(slice_equal(name, lexicon_set_name(compiled, s)));
		cr_expect_eq(lexicon_set(compiled, name), name.len ? s : 0);
		cr_expect_eq(lexicon_set_used(read, s), lexicon_set_used(compiled, s));
	}
}

Test(pack, the_compiled_lexicons_say_what_their_files_say)
{
	pack_words files = pack_fixture_words(a);
	for (size_t i = 0; i < pack_languages.n; i++) {
		slice lang = pack_languages.at[i].name;
		const lexicon *read = lexicon_load(a, lang, files.at, files.n, &diags);
		cr_assert(read);
		expect_compiled(lang.ptr, read, pack_lexicon(lang));
	}
	cr_expect_null(pack_lexicon(SLICE("none")));
}

TestSuite(pack, .init = arena_set_up, .fini = arena_tear_down);
