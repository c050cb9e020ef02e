/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/fingerprint.h"

#include "base/digest.h"
#include "base/table.h"

enum { FINGERPRINT_DIGITS = 16 };

/* The path below its collection's folder, so that a checkout elsewhere gives the same name. */
static slice relative_path(const document *d)
{
	slice path = d->path, folder = d->collection;
	if (folder.len && slice_starts_with(path, folder) && path.len > folder.len) {
		path = slice_sub(path, folder.len, path.len);
		while (path.len && path.ptr[0] == '/')
			path = slice_sub(path, 1, path.len);
	}
	return path;
}

/* The claim's quote with its numeral taken out. */
static void feed_quote(digest_state *state, const document *d, const claim *c)
{
	digest_feed(state, document_text(d, c->quote_start, c->figure->start));
	digest_feed(state, document_text(d, c->figure->end, c->quote_end));
}

static digest content_of(const audit *au, const finding *f, size_t ordinal)
{
	digest_state *state = digest_begin(au->arena);
	digest_feed(state, f->rule->id);
	for (size_t i = 0; i < f->figure_count; i++) {
		const document *d = audit_doc(au, f->figures[i].claim);
		digest_feed(state, relative_path(d));
		feed_quote(state, d, audit_claim(au, f->figures[i].claim));
	}
	digest_feed(state, arena_printf(au->arena, "%zu", ordinal));
	return digest_end(state);
}

void fingerprint_all(audit *au)
{
	table seen = table_new(au->arena, au->finding_count);
	for (size_t i = 0; i < au->finding_count; i++) {
		digest alike = content_of(au, &au->findings[i], 0);
		void **count = table_at(&seen, digest_hex(au->arena, &alike, 64));
		size_t *n = *count ? *count : ARENA_NEW(au->arena, size_t);
		*count = n;
		digest own = *n ? content_of(au, &au->findings[i], *n) : alike;
		au->findings[i].fingerprint = digest_hex(au->arena, &own, FINGERPRINT_DIGITS);
		++*n;
	}
}
