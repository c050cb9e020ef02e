/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a heading says of its scope: an edition, a day, or a section made like another. */
#include "read/read.h"
#include "relate/section.h"

#include <criterion/criterion.h>

Test(section, knows_an_edition_or_a_day_by_its_shape)
{
	static const struct {
		const char *text;
		bool edition;
	} rows[] = {
		{"1.2", true},         {"[1.2]", true},        {"v2 at last", true},    {"Ferry 2.0.1", true},
		{"2024-05-01", true},  {"May 2019", true},     {"1.2 Moorings", false}, {"Step 4.4: ropes", false},
		{"12 ferries", false}, {"The ferries", false}, {"Level 3", false},      {"Pier 20190", false},
		{"", false},           {"kv2", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(section_names_edition(slice_of(rows[i].text)) == rows[i].edition, "\"%s\"", rows[i].text);
}

static document read(arena *a, const char *text)
{
	read_source source = {.name = SLICE("t.md"), .bytes = slice_of(text)};
	return read_document(a, &source);
}

static uint32_t block_of(const document *d, const char *text)
{
	for (uint32_t i = 0; i < d->block_count; i++)
		if (slice_equal(document_text(d, d->blocks[i].start, d->blocks[i].end), slice_of(text)))
			return i;
	cr_assert(false, "no block \"%s\"", text);
	return 0;
}

Test(section, is_made_like_another_where_headings_differ_by_numbers)
{
	arena *a = arena_new(NULL);
	document d = read(a, "# Piers\n\nTop.\n\n## Pier 1\n\nOne.\n\n### Ropes\n\nOnes.\n\n## Pier 2\n\nTwo.\n\n## Quay\n\n"
	                     "Quay.\n\n### Ropes\n\nQuays.\n");
	static const struct {
		const char *x, *y;
		bool parallel;
	} rows[] = {
		{"One.", "Two.", true},  {"Ones.", "Two.", true},  {"Ones.", "Quays.", true},
		{"Top.", "One.", false}, {"Two.", "Quay.", false}, {"One.", "One.", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t x = block_of(&d, rows[i].x), y = block_of(&d, rows[i].y);
		cr_expect(section_parallel(&d, x, y) == rows[i].parallel, "%s and %s", rows[i].x, rows[i].y);
		cr_expect(section_parallel(&d, y, x) == rows[i].parallel, "%s and %s", rows[i].y, rows[i].x);
	}
	arena_free(a);
}

static bool is_diary(void *ctx, slice word)
{
	(void)ctx;
	return slice_equal_nocase(word, SLICE("diary"));
}

Test(section, is_of_an_edition_where_a_heading_names_it_and_not_where_the_title_does)
{
	arena *a = arena_new(NULL);
	document one = read(a, "# Ferry 2.1\n\nTop.\n\n## Crew\n\nCrew.\n\n## v1.4\n\nOld.\n\n### Ropes\n\nRopes.\n");
	document diary = read(a, "# Diary of a ferry\n\nTop.\n");
	cr_expect_not(section_is_edition(&one, block_of(&one, "Top."), is_diary, NULL));
	cr_expect_not(section_is_edition(&one, block_of(&one, "Crew."), is_diary, NULL));
	cr_expect(section_is_edition(&one, block_of(&one, "Old."), is_diary, NULL));
	cr_expect(section_is_edition(&one, block_of(&one, "Ropes."), is_diary, NULL));
	cr_expect(section_is_edition(&diary, block_of(&diary, "Top."), is_diary, NULL));
	arena_free(a);
}
