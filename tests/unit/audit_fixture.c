/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit_fixture.h"

#include "audit/rulebook.h"

#include <criterion/criterion.h>

static audit *run(arena *a, size_t n, const char *const *texts, audit_options options)
{
	diag_list diags = diag_list_new(a);
	const rulebook *book = rulebook_load(a, &(rulebook_options){0}, &diags);
	if (!book)
		diag_print(&diags, stderr, false);
	cr_assert(book, "the built-in rules do not load");
	read_source *sources = ARENA_ARRAY(a, read_source, n);
	for (size_t i = 0; i < n; i++)
		sources[i] = (read_source){.name = arena_printf(a, "%c.txt", 'a' + (int)i),
		                           .collection = SLICE("test"),
		                           .bytes = slice_of(texts[i]),
		                           .decoded = true};
	options.title = SLICE("test");
	options.book = book;
	return audit_run(a, book->rules, sources, n, &options);
}

audit *audit_of(arena *a, size_t n, const char *const *texts, size_t threads)
{
	return run(a, n, texts, (audit_options){.threads = threads});
}

audit *audit_findings_of(arena *a, size_t n, const char *const *texts, size_t threads)
{
	return run(a, n, texts, (audit_options){.threads = threads, .wants = AUDIT_FINDINGS});
}

size_t audit_relations_of(const audit *au, const char *id, const relation **out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < au->relation_count; i++) {
		if (!slice_equal(au->relations[i].rule->id, slice_of(id)))
			continue;
		if (n < max)
			out[n] = &au->relations[i];
		n++;
	}
	return n;
}

const relation *audit_first(const audit *au, const char *id)
{
	const relation *first = NULL;
	audit_relations_of(au, id, &first, 1);
	return first;
}

size_t audit_tally(const audit *au, const char *id, bool failing)
{
	enum { MOST = 512 };
	const relation *all[MOST];
	size_t n = audit_relations_of(au, id, all, MOST), found = 0;
	for (size_t i = 0; i < n && i < MOST; i++)
		found += verdict_is_failure(all[i]->verdict) == failing;
	return found;
}

void audit_expect(const audit *au, const char *id, size_t holding, size_t failing)
{
	size_t hold = audit_tally(au, id, false), fail = audit_tally(au, id, true);
	cr_expect_eq(hold, holding, "%s: %zu hold, not %zu", id, hold, holding);
	cr_expect_eq(fail, failing, "%s: %zu fail, not %zu", id, fail, failing);
}
