/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every unit of the lexicon, by its symbol and by its name in both numbers, alone and with every prefix it takes, must be read
 * back as that unit with the number before it. What cannot be is listed here, with what is read instead. */
#include "scan_fixture.h"

#include "pack_fixture.h"
#include "read/read.h"
#include "scan/atoms.h"

#include <criterion/criterion.h>
#include <string.h>

typedef struct clash {
	const char *text, *read_as;
} clash;

/* Letters that mean two things, and which of them the reader takes. */
static const clash CLASHES[] = {
	{"bp", "basis point"}, /* base pairs of sequences; points of rates */
	{"bps", "basis point"},
	{"mt", "Mt"}, /* million tonnes, seldom millitonnes */
	{"MT", "Mt"}, /* nor megateslas */
	{"kt", "kn"}, /* knots; kilotonnes are written so too */
	{"ys", "year"},
	{"ha", "ha"},   /* hectares, no hundred years */
	{"Pa", "Pa"},   /* pascals */
	{"das", "das"}, /* ten seconds, no tenth of an arcsecond */
	{"KM", "km"},   /* nor kilomoles a litre */
	{"KG", "kg"},   /* nor kilogauss */
	{"pP", "percentage point"},
	{"PP", "percentage point"},
	{"MP", "Mpx"}, /* megapixels */
	{"am", ""},    /* words of every day */
	{"at", ""},
	{"as", ""},
	{"us", ""},
	{"has", ""},
};

static const char *clash_of(slice text)
{
	for (size_t i = 0; i < sizeof CLASHES / sizeof *CLASHES; i++) {
		if (slice_equal(slice_of(CLASHES[i].text), text))
			return CLASHES[i].read_as;
	}
	return NULL;
}

static bool flag(const node *item, const char *key)
{
	const node *v = node_get(item, slice_of(key));
	return v && slice_equal(node_text(v), SLICE("true"));
}

static slice text_of(const node *item, const char *key, slice otherwise)
{
	const node *v = node_get(item, slice_of(key));
	return v ? node_text(v) : otherwise;
}

typedef void each_item(arena *a, const lexicon *lex, const node *item, slice said);

/* Calls for every phrase of every map of the set, in the common lexicon and the English one. */
static void over_set(arena *a, const lexicon *lex, const char *name, each_item *call)
{
	size_t found = 0;
	pack_words files = pack_fixture_words(a);
	for (size_t f = 0; f < files.n; f++) {
		slice path = files.at[f]->path;
		if (slice_find(path, SLICE("/common/")) == SIZE_MAX && slice_find(path, SLICE("/en/")) == SIZE_MAX)
			continue;
		const node *sets = node_get(&files.at[f]->roots[0], SLICE("sets"));
		const node *list = sets ? node_get(sets, slice_of(name)) : NULL;
		for (size_t i = 0; list && i < list->n; i++) {
			const node *say = node_get(node_item(list, i), SLICE("say"));
			for (size_t k = 0; say && k < (say->kind == NODE_SEQUENCE ? say->n : 1); k++) {
				call(a, lex, node_item(list, i), node_text(node_one(say, k)));
				found++;
			}
		}
	}
	cr_assert_gt(found, 0, "no set %s", name);
}

/* The text is one figure of that value and unit, which runs to the unit's end. */
static void expect_unit(const lexicon *lex, const char *number, bool glued, slice written, slice want)
{
	char text[160];
	bool mark = (unsigned char)written.ptr[0] < 'A' || slice_equal(written, SLICE("′")) || slice_equal(written, SLICE("″"));
	int n = snprintf(text, sizeof text, "It had %s%s" SLICE_FMT "%s", number, glued ? "" : " ", SLICE_ARG(written),
	                 mark ? "" : " then.");
	arena *a = arena_new(NULL);
	document doc;
	read_source source = {.name = SLICE("test.txt"), .bytes = {text, (size_t)n}, .decoded = true};
	doc = read_document(a, &source);
	scan s = scan_document(a, lex, &doc);
	const char *other = clash_of(written);
	if (other)
		want = slice_of(other);
	size_t end = strlen("It had ") + strlen(number) + !glued + written.len;
	bool one = s.figure_count == 1 && s.figures[0].base != BASE_NONE && s.figures[0].has_value &&
	           slice_equal(figure_unit(&s.figures[0])->name, want) && (!want.len || s.figures[0].unit_end == end);
	cr_expect(one, "%s\n   want %s " SLICE_FMT "\n   got  " SLICE_FMT " (%zu figures)", text, number, SLICE_ARG(want),
	          SLICE_ARG(s.figure_count ? figure_unit(&s.figures[0])->name : (slice){0}), s.figure_count);
	if (one) {
		char value[RATIONAL_TEXT];
		size_t len = rational_format(figure_value(&s.figures[0]), ROUND_DOWN, value);
		cr_expect(slice_equal((slice){value, len}, slice_of(number)), "%s: value " SLICE_FMT, text,
		          SLICE_ARG(((slice){value, len})));
	}
	arena_free(a);
}

static void expect_symbol(arena *a, const lexicon *lex, const node *item, slice said)
{
	(void)a;
	slice want = text_of(item, "name", said);
	const char *number = flag(item, "below-one") ? "0.5" : "7.5";
	if (!flag(item, "race")) /* read before a race only */
		expect_unit(lex, number, flag(item, "glued") || flag(item, "quote"), said, want);
}

Test(scan_unit_table, every_symbol_is_read_back)
{
	arena *a = arena_new(NULL);
	over_set(a, scan_lexicon(a), "unit.symbol", expect_symbol);
	arena_free(a);
}

/* The regular plural; "foot" and others that are irregular stand in the lexicon in both numbers. */
static slice plural_of(arena *a, slice noun)
{
	char last = noun.ptr[noun.len - 1];
	const char *end = last == 's' || last == 'x' ? "es" : "s";
	return arena_printf(a, SLICE_FMT "%s", SLICE_ARG(noun), end);
}

static bool inflected(const node *item)
{
	return node_get(item, SLICE("inflect")) != NULL;
}

static void expect_name(arena *a, const lexicon *lex, const node *item, slice said)
{
	slice want = text_of(item, "name", said);
	expect_unit(lex, "7.5", false, said, want);
	if (inflected(item))
		expect_unit(lex, "7.5", false, plural_of(a, said), want);
}

Test(scan_unit_table, every_name_is_read_back_in_both_numbers)
{
	arena *a = arena_new(NULL);
	over_set(a, scan_lexicon(a), "unit", expect_name);
	arena_free(a);
}

typedef struct prefixing { /* what stands before each of the second set */
	const node *unit;
	slice said;
} prefixing;

static prefixing unit_of; /* of the walk over the prefixes */

/* Whether the unit is told with a prefix of that size. */
static bool within_bounds(const node *prefix)
{
	rational size, bound;
	cr_assert(number_parse(text_of(prefix, "value", (slice){0}), &size));
	const node *most = node_get(unit_of.unit, SLICE("up-to")), *least = node_get(unit_of.unit, SLICE("down-to"));
	return !(most && number_parse(node_text(most), &bound) && rational_compare(size, bound) > 0) &&
	       !(least && number_parse(node_text(least), &bound) && rational_compare(size, bound) < 0);
}

static void expect_prefixed(arena *a, const lexicon *lex, const node *prefix, slice said)
{
	if ((flag(prefix, "binary") && !flag(unit_of.unit, "binary")) || !within_bounds(prefix))
		return;
	slice written = arena_printf(a, SLICE_FMT SLICE_FMT, SLICE_ARG(said), SLICE_ARG(unit_of.said));
	slice name = text_of(unit_of.unit, "name", unit_of.said);
	slice want = arena_printf(a, SLICE_FMT SLICE_FMT, SLICE_ARG(text_of(prefix, "name", said)), SLICE_ARG(name));
	expect_unit(lex, "7.5", false, written, want);
	if (inflected(unit_of.unit))
		expect_unit(lex, "7.5", false, plural_of(a, written), want);
}

static void with_every_prefix(arena *a, const lexicon *lex, const node *item, slice said)
{
	if (!flag(item, "prefix"))
		return;
	unit_of = (prefixing){item, said};
	over_set(a, lex, "unit.prefix", expect_prefixed);
}

static void with_every_prefix_always(arena *a, const lexicon *lex, const node *item, slice said)
{
	unit_of = (prefixing){item, said};
	over_set(a, lex, "unit.prefix", expect_prefixed);
}

static void with_every_prefix_name(arena *a, const lexicon *lex, const node *item, slice said)
{
	if (!flag(item, "prefix"))
		return;
	unit_of = (prefixing){item, said};
	over_set(a, lex, "unit.prefix-name", expect_prefixed);
}

Test(scan_unit_table, every_symbol_is_read_back_with_every_prefix)
{
	arena *a = arena_new(NULL);
	const lexicon *lex = scan_lexicon(a);
	over_set(a, lex, "unit.symbol", with_every_prefix);
	over_set(a, lex, "unit.prefixed", with_every_prefix_always);
	arena_free(a);
}

Test(scan_unit_table, every_name_is_read_back_with_every_prefix)
{
	arena *a = arena_new(NULL);
	over_set(a, scan_lexicon(a), "unit", with_every_prefix_name);
	arena_free(a);
}
