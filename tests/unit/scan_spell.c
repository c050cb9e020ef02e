/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers written out in every way and read back: words in four styles, ordinals, digits in every grouping. */
#include "base_random.h"
#include "scan_fixture.h"

#include <stdio.h>
#include <string.h>

enum { SMALL = 9999, SAMPLE = 2000, LONGEST = 400 };

typedef struct writer { /* a sentence */
	char text[LONGEST];
	size_t n;
} writer;

static void put(writer *w, const char *s)
{
	size_t len = strlen(s);
	MUST(w->n + len < LONGEST, "too long: %s", w->text);
	memcpy(w->text + w->n, s, len + 1);
	w->n += len;
}

typedef struct style {
	const char *joint; /* between tens and digits */
	bool and;          /* two hundred and six, two thousand and six */
	bool article;      /* a hundred */
	bool hundreds;     /* eleven hundred, not one thousand one hundred */
} style;

static const char *const LOW[] = {"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                                  "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const TENS[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
static const char *const LOW_ORDINAL[] = {"",          "first",     "second",      "third",      "fourth",
                                          "fifth",     "sixth",     "seventh",     "eighth",     "ninth",
                                          "tenth",     "eleventh",  "twelfth",     "thirteenth", "fourteenth",
                                          "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
static const char *const TENS_ORDINAL[] = {"",         "",         "twentieth",  "thirtieth", "fortieth",
                                           "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"};
static const struct {
	int64_t value;
	const char *name;
} SCALES[] = {{1000000000000000, "quadrillion"},
              {1000000000000, "trillion"},
              {1000000000, "billion"},
              {1000000, "million"},
              {1000, "thousand"}};

static void spell_low(writer *w, int64_t n, const style *s, bool ordinal)
{
	if (n < 20) {
		put(w, ordinal ? LOW_ORDINAL[n] : LOW[n]);
	} else if (n % 10 == 0) {
		put(w, ordinal ? TENS_ORDINAL[n / 10] : TENS[n / 10]);
	} else {
		put(w, TENS[n / 10]);
		put(w, s->joint);
		put(w, ordinal ? LOW_ORDINAL[n % 10] : LOW[n % 10]);
	}
}

static void spell_hundreds(writer *w, int64_t n, const style *s, bool ordinal)
{
	if (n >= 100) {
		if (n / 100 == 1 && s->article && w->text[w->n - 1] == '\v')
			put(w, "a");
		else
			spell_low(w, n / 100, s, false);
		put(w, ordinal && n % 100 == 0 ? " hundredth" : " hundred");
		n %= 100;
		if (n == 0)
			return;
		put(w, s->and ? " and " : " ");
	}
	spell_low(w, n, s, ordinal);
}

/* The number goes behind a mark that tells its beginning and is then a space. */
static void spell(writer *w, int64_t n, const style *s, bool ordinal)
{
	put(w, "\v");
	size_t begin = w->n - 1;
	if (s->hundreds && n > 1000 && n < 10000 && n / 100 % 10 != 0) {
		spell_low(w, n / 100, s, false);
		put(w, ordinal && n % 100 == 0 ? " hundredth" : " hundred");
		if (n % 100) {
			put(w, s->and ? " and " : " ");
			spell_low(w, n % 100, s, ordinal);
		}
		w->text[begin] = ' ';
		return;
	}
	bool any = false;
	for (size_t i = 0; i < sizeof SCALES / sizeof *SCALES; i++) {
		int64_t part = n / SCALES[i].value;
		if (part == 0)
			continue;
		n %= SCALES[i].value;
		if (any)
			put(w, " ");
		spell_hundreds(w, part, s, false);
		put(w, " ");
		put(w, SCALES[i].name);
		if (n == 0 && ordinal)
			put(w, "th");
		any = true;
	}
	if (any && n > 0)
		put(w, s->and &&n < 100 ? " and " : " ");
	if (!any || n > 0)
		spell_hundreds(w, n, s, ordinal);
	w->text[begin] = ' ';
}

typedef struct told { /* one sentence a paragraph */
	VEC(char) bytes;
	VEC(int64_t) values;
} told;

static void add(arena *a, told *d, const writer *w, int64_t value)
{
	for (size_t i = 0; i < w->n; i++)
		VEC_PUSH(a, d->bytes, w->text[i]);
	VEC_PUSH(a, d->bytes, '\n');
	VEC_PUSH(a, d->bytes, '\n');
	VEC_PUSH(a, d->values, value);
}

/* Every paragraph holds one figure: its number. */
static void expect_read(const told *d, figure_kind kind)
{
	scan_reading *r = scan_read_text(d->bytes.at, d->bytes.n);
	size_t wrong = 0;
	for (size_t i = 0; i < r->scan.figure_count && i < d->values.n && wrong < 5; i++) {
		const figure *f = &r->scan.figures[i];
		bool right = f->kind == kind && rational_compare(figure_value(f), rational_int(d->values.at[i])) == 0;
		wrong += !right;
		cr_expect(right, "%lld: " SLICE_FMT, (long long)d->values.at[i],
		          SLICE_ARG(document_text(&r->doc, f->full_start, f->full_end)));
	}
	cr_expect_eq(r->scan.figure_count, d->values.n);
	arena_free(r->arena);
}

/* 0 to 9,999, then numbers to 10^15, as many of each length. */
static int64_t sample(uint64_t *random, size_t i)
{
	int64_t most = 10;
	if (i <= SMALL)
		return (int64_t)i;
	for (int64_t digits = random_between(random, 3, 14); digits > 0; digits--)
		most *= 10;
	return random_between(random, most / 10, most);
}

static void read_back(const style *s, bool ordinal)
{
	arena *a = arena_new(NULL);
	told d = {0};
	uint64_t random = 17;
	for (size_t i = ordinal; i <= SMALL + SAMPLE; i++) {
		writer w = {.n = 0};
		int64_t n = sample(&random, i);
		put(&w, ordinal ? "This was the" : "They counted");
		spell(&w, n, s, ordinal);
		put(&w, ordinal ? " boat." : " boats.");
		add(a, &d, &w, n);
	}
	expect_read(&d, ordinal ? FIGURE_ORDINAL : FIGURE_COUNT);
	arena_free(a);
}

Test(scan_spell, words_with_and_are_read_back)
{
	read_back(&(style){.joint = "-", .and = true}, false);
}

Test(scan_spell, words_without_and_are_read_back)
{
	read_back(&(style){.joint = "-"}, false);
}

Test(scan_spell, words_without_hyphens_are_read_back)
{
	read_back(&(style){.joint = " ", .and = true, .article = true}, false);
}

Test(scan_spell, words_run_together_are_read_back)
{
	read_back(&(style){.joint = "", .article = true}, false);
}

Test(scan_spell, hundreds_above_ten_are_read_back)
{
	read_back(&(style){.joint = "-", .and = true, .hundreds = true}, false);
}

Test(scan_spell, ordinals_in_words_are_read_back)
{
	read_back(&(style){.joint = "-", .and = true}, true);
	read_back(&(style){.joint = "-"}, true);
}

/* The digits with `mark` before each group: of three, or of two above the last three. */
static void group_digits(writer *w, int64_t n, const char *mark, bool indian)
{
	char digits[24], grouped[LONGEST];
	int len = snprintf(digits, sizeof digits, "%lld", (long long)n);
	size_t k = 0;
	for (int i = 0; i < len; i++) {
		int left = len - i;
		bool begins = i > 0 && (left % 3 == 0 || indian) && (!indian || left == 3 || (left > 3 && left % 2 == 1));
		if (begins) {
			memcpy(grouped + k, mark, strlen(mark));
			k += strlen(mark);
		}
		grouped[k++] = digits[i];
	}
	grouped[k] = '\0';
	put(w, grouped);
}

Test(scan_spell, digits_in_every_grouping_are_read_back)
{
	static const struct {
		const char *mark;
		bool indian;
	} groupings[] = {
		{",", false},
		{",", true},
		{"\xC2\xA0", false},
		{"\xE2\x80\x89", false},
		{"\xE2\x80\xAF", false},
		{"'", false},
		{"\xE2\x80\x99", false},
		{"_", false},
		{" ", false},
	};
	for (size_t k = 0; k < sizeof groupings / sizeof *groupings; k++) {
		arena *a = arena_new(NULL);
		told d = {0};
		uint64_t random = 23 + k;
		for (size_t i = 0; i <= SMALL + SAMPLE; i++) {
			writer w = {.n = 0};
			int64_t n = sample(&random, i);
			put(&w, "They counted ");
			group_digits(&w, n, groupings[k].mark, groupings[k].indian);
			put(&w, " boats.");
			add(a, &d, &w, n);
		}
		expect_read(&d, FIGURE_COUNT);
		arena_free(a);
	}
}

Test(scan_spell, digits_without_marks_are_read_back)
{
	arena *a = arena_new(NULL);
	told d = {0};
	uint64_t random = 5;
	for (size_t i = 0; i <= SMALL + SAMPLE; i++) {
		writer w = {.n = 0};
		char digits[24];
		int64_t n = sample(&random, i);
		snprintf(digits, sizeof digits, "%lld", (long long)n);
		put(&w, "They counted ");
		put(&w, digits);
		put(&w, " boats.");
		add(a, &d, &w, n);
	}
	expect_read(&d, FIGURE_COUNT);
	arena_free(a);
}
