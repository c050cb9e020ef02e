/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim_fixture.h"

#include "base/digest.h"
#include "pack/blob.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <string.h>

static void read_into(claim_reading *r, const char *text)
{
	read_source source = {.name = SLICE("t.txt"), .bytes = slice_of(text), .decoded = true};
	r->doc = read_document(r->arena, &source);
	r->scan = scan_document(r->arena, r->lex, &r->doc);
	r->claims = claim_document(r->arena, &r->scan);
}

claim_reading *claim_read_text(const char *text)
{
	arena *a = arena_new(NULL);
	claim_reading *r = ARENA_NEW(a, claim_reading);
	*r = (claim_reading){.arena = a, .lex = pack_lexicon(SLICE("en"))};
	read_into(r, text);
	return r;
}

static slice literal(const claim_reading *r, const claim *c)
{
	return document_text(&r->doc, c->figure->start, c->figure->end);
}

static slice join(arena *a, const word *const *words, size_t n)
{
	slice all = {"", 0};
	for (size_t i = 0; i < n; i++)
		all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), i ? " " : "", SLICE_ARG(word_text(words[i])));
	return all;
}

static slice text_of(const word *w)
{
	return w ? word_text(w) : (slice){"", 0};
}

static slice period_text(arena *a, period p)
{
	if (!p.from.year)
		return (slice){"", 0};
	slice from = date_format(a, p.from), to = date_format(a, p.to);
	return arena_printf(a, SLICE_FMT ".." SLICE_FMT, SLICE_ARG(from), SLICE_ARG(to));
}

static slice yes(bool b)
{
	return b ? SLICE("yes") : SLICE("no");
}

static slice role_text(claim_role role)
{
	static const slice names[] = {{"body", 4}, {"headline", 8}, {"lead", 4}, {"quotation", 9}};
	return names[role];
}

static slice class_text(const claim_reading *r, const claim *c)
{
	slice name = c->predicate_class ? lexicon_set_name(r->lex, c->predicate_class) : (slice){"", 0};
	return slice_starts_with(name, SLICE("predicate.")) ? slice_sub(name, 10, name.len) : name;
}

static bool field(const claim_reading *r, const claim *c, slice key, slice *out)
{
	const measure *m = c->measure;
	const struct {
		const char *key;
		slice value;
	} fields[] = {
		{"head", text_of(m->head)},
		{"phrase", m->phrase},
		{"subject", m->subject},
		{"modifiers", join(r->arena, m->modifiers, m->modifier_count)},
		{"complement", join(r->arena, m->modifiers + m->modifier_count, m->complement_count)},
		{"elided", c->elided_from >= 0 ? literal(r, &r->claims.at[c->elided_from]) : (slice){"", 0}},
		{"partitive", yes(c->partitive)},
		{"definite", yes(c->definite)},
		{"predicate", text_of(c->predicate)},
		{"class", class_text(r, c)},
		{"when", period_text(r->arena, claim_when(c))},
		{"told", yes(c->when_told)},
		{"where", claim_where(c)},
		{"key", claim_where_key(c)},
		{"who", claim_who(c)},
		{"section", claim_section(c)},
		{"role", role_text(c->role)},
		{"mode", slice_of(claim_mode_name(c->mode))},
		{"quote", document_text(&r->doc, c->quote_start, c->quote_end)},
		{"kind", slice_of(figure_kind_name(c->figure->kind))},
	};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (slice_equal(key, slice_of(fields[i].key))) {
			*out = fields[i].value;
			return true;
		}
	}
	return false;
}

static const claim *find(const claim_reading *r, slice numeral)
{
	for (size_t i = 0; i < r->claims.n; i++) {
		if (slice_equal(literal(r, &r->claims.at[i]), numeral))
			return &r->claims.at[i];
	}
	return NULL;
}

static void compare(const claim_reading *r, const claim_case *want)
{
	const claim *c = find(r, slice_of(want->figure));
	cr_expect(c, "no figure \"%s\" in: %s", want->figure, want->text);
	if (!c)
		return;
	for (const char *at = want->want; *at;) {
		size_t len = strcspn(at, ";"), eq = strcspn(at, "=");
		cr_assert(eq < len, "a wish without \"=\": %s", at);
		slice key = {at, eq}, wish = {at + eq + 1, len - eq - 1}, got;
		bool known = field(r, c, key, &got);
		cr_assert(known, "no such key: %.*s", (int)key.len, key.ptr);
		if (slice_equal(wish, SLICE("-")))
			wish.len = 0;
		cr_expect(slice_equal(got, wish), "%s of %s is \"%.*s\", not \"%.*s\", in: %s",
		          arena_printf(r->arena, SLICE_FMT, SLICE_ARG(key)).ptr, want->figure, SLICE_ARG(got), SLICE_ARG(wish),
		          want->text);
		at += len;
		while (*at == ';' || *at == ' ')
			at++;
	}
}

void claim_expect(const claim_case *cases, size_t n)
{
	claim_reading r = {.arena = arena_new(NULL)};
	r.lex = pack_lexicon(SLICE("en"));
	for (size_t i = 0; i < n; i++) {
		read_into(&r, cases[i].text);
		compare(&r, &cases[i]);
	}
	arena_free(r.arena);
}

void clause_expect(const clause_case *cases, size_t n)
{
	claim_reading r = {.arena = arena_new(NULL)};
	r.lex = pack_lexicon(SLICE("en"));
	for (size_t i = 0; i < n; i++) {
		read_into(&r, cases[i].text);
		const sentence *s = &r.scan.sentences[0];
		slice got = {"", 0};
		for (uint32_t t = 0; t < s->token_count; t++) {
			uint32_t from = s->tokens[t].start, to = t + 1 < s->token_count ? s->tokens[t + 1].start : s->end;
			slice text = document_text(&r.doc, from, to);
			if (t > 0 && s->tokens[t].clause != s->tokens[t - 1].clause)
				got = arena_printf(r.arena, SLICE_FMT "[%u]", SLICE_ARG(got), (unsigned)s->tokens[t].clause);
			got = arena_printf(r.arena, SLICE_FMT SLICE_FMT, SLICE_ARG(got), SLICE_ARG(text));
		}
		cr_expect(slice_equal(got, slice_of(cases[i].want)), "clauses are \"%.*s\", not \"%s\"", SLICE_ARG(got),
		          cases[i].want);
	}
	arena_free(r.arena);
}
