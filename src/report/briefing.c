/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefing as a whole: what is shown, the order of its parts, running heads and feet. */
#include "report/briefing.h"

#include "base/ascii.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "numerate.h"
#include "report/attachment.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT_HASH = 8 };

/* ---- what is shown ---- */

static void choose_findings(briefing *b)
{
	const audit *au = b->au;
	b->shown = ARENA_ARRAY(b->l.arena, const finding *, au->finding_count);
	for (size_t i = 0; i < au->finding_count; i++) {
		const finding *f = &au->findings[i];
		if (f->suppressed.len) {
			b->suppressed++;
			continue;
		}
		b->errors += f->severity == SEVERITY_ERROR;
		b->warnings += f->severity == SEVERITY_WARNING;
		b->notes += f->severity == SEVERITY_NOTE;
		if (f->severity >= b->options->level)
			b->shown[b->shown_count++] = f;
		else
			b->hidden++;
	}
}

/* The places of all claims in one pass over the text: columns are counted on from the claim before on the same line. */
static void note_places(const reading_of *r, claim_note *notes)
{
	uint32_t offset = 0, line = 0, col = 0;
	for (size_t i = 0; i < r->claims.n; i++) {
		uint32_t at = document_source(r->doc, r->claims.at[i].figure->start);
		bool same_line = line && at >= offset && (line >= r->doc->line_count || at < r->doc->line_starts[line]);
		if (same_line)
			col += (uint32_t)utf8_count(slice_sub(r->doc->source, offset, at));
		else
			document_place(r->doc, r->claims.at[i].figure->start, &line, &col);
		offset = at;
		notes[i].line = line;
		notes[i].col = col;
	}
}

static void note_claims(briefing *b)
{
	const audit *au = b->au;
	b->claims = ARENA_ARRAY(b->l.arena, claim_note *, au->document_count);
	for (size_t d = 0; d < au->document_count; d++) {
		const reading_of *r = &au->documents[d].reading;
		b->claims[d] = ARENA_ARRAY(b->l.arena, claim_note, r->claims.n);
		note_places(r, b->claims[d]);
	}
	for (size_t i = 0; i < au->relation_count; i++) {
		const relation *r = &au->relations[i];
		standing s = standing_of_verdict(r->verdict);
		for (size_t k = 0; k < r->claim_count; k++) {
			claim_note *note = &b->claims[r->claims[k].doc][r->claims[k].claim];
			note->standing = (uint8_t)(note->standing > s ? note->standing : s);
		}
	}
	for (size_t i = b->shown_count; i-- > 0;)
		for (size_t k = 0; k < b->shown[i]->figure_count; k++) {
			claim_ref ref = b->shown[i]->figures[k].claim;
			b->claims[ref.doc][ref.claim].finding = (uint32_t)i + 1;
		}
}

/* ---- heads and feet ---- */

static slice short_hash(slice hex)
{
	size_t colon = slice_find_byte(hex, ':');
	size_t from = colon == SIZE_MAX ? 0 : colon + 1;
	slice hash = slice_sub(hex, from, from + SHORT_HASH);
	return hash.len ? hash : SLICE("none");
}

static void draw_running_lines(briefing *b)
{
	layout *l = &b->l;
	arena *a = l->arena;
	look small = look_of(TYPE_CAPTION, INK_SECONDARY);
	size_t pages = pdf_page_count(l->pdf);
	double head = STYLE.margin * 0.72, foot = pdf_height(l->pdf) - STYLE.margin * 0.55, half = (l->right - l->left) / 2;
	slice title = layout_fit(l, b->title, small, half, FIT_END);
	slice made = arena_printf(a, "numerate " NUMERATE_VERSION " · rules " SLICE_FMT " · audit " SLICE_FMT,
	                          SLICE_ARG(b->rules_hash), SLICE_ARG(short_hash(b->au->digest)));
	for (size_t i = 0; i < pages; i++) {
		pdf_page_use(l->pdf, i);
		l->page = i;
		layout_at(l, l->left, head, SLICE("Audit of figures"), small, ALIGN_LEFT);
		layout_at(l, l->right, head, i ? title : words_date(a, b->dated), small, ALIGN_RIGHT);
		layout_at(l, l->left, foot, made, small, ALIGN_LEFT);
		layout_at(l, l->right, foot, arena_printf(a, "Page %zu of %zu", i + 1, pages), small, ALIGN_RIGHT);
	}
}

/* ---- the parts in order ---- */

static void draw_briefing(pdf *p, void *ctx)
{
	briefing *b = ctx;
	b->l = layout_new(p);
	choose_findings(b);
	note_claims(b);
	layout_page(&b->l); /* page 1 is drawn last */
	layout_bookmark(&b->l, NULL, SLICE("Summary"), false);
	layout_page(&b->l);
	briefing_cards(b);
	briefing_timelines(b);
	briefing_relations(b);
	briefing_coverage(b);
	briefing_claims(b);
	briefing_suppressed(b);
	briefing_rules(b);
	briefing_method(b);
	briefing_front(b);
	draw_running_lines(b);
	layout_finish(&b->l);
}

/* ---- the file ---- */

/* A title made of "." or "-" alone says nothing. */
static bool has_letter(slice s)
{
	for (size_t at = 0, len; at < s.len; at += len) {
		uint32_t c = utf8_decode(s, at, &len);
		if (utf8_is_letter(c) || ascii_is_digit(c))
			return true;
	}
	return false;
}

/* The folder that all documents stand in, with its slash. */
static slice common_folder(const audit *au)
{
	if (!au->document_count)
		return (slice){0};
	slice first = au->documents[0].reading.doc->path;
	size_t len = first.len;
	for (size_t d = 1; d < au->document_count; d++) {
		slice path = au->documents[d].reading.doc->path;
		size_t same = 0;
		while (same < len && same < path.len && path.ptr[same] == first.ptr[same])
			same++;
		len = same;
	}
	while (len && first.ptr[len - 1] != '/')
		len--;
	return slice_sub(first, 0, len);
}

static slice last_part(slice path)
{
	while (path.len > 1 && slice_ends_with(path, SLICE("/")))
		path.len--;
	for (size_t i = path.len; i-- > 0;)
		if (path.ptr[i] == '/')
			return slice_sub(path, i + 1, path.len);
	return path;
}

/* The title told; of a path its last part. */
static slice title_of(const audit *au, arena *a)
{
	if (has_letter(au->title))
		return slice_find_byte(au->title, ' ') == SIZE_MAX ? last_part(au->title) : au->title;
	if (au->document_count == 1) {
		const document *d = au->documents[0].reading.doc;
		return d->title.len ? d->title : last_part(d->path);
	}
	return arena_printf(a, "The figures of " SLICE_FMT,
	                    SLICE_ARG(words_count(a, au->document_count, "document", "documents")));
}

/* The time of creation: the one asked for, else the beginning of the audit's own day, else none. */
static bool time_of(const audit *au, const report_options *o, int64_t *epoch, date *day)
{
	*day = au->dated;
	if (o->epoch != INT64_MIN) {
		*epoch = o->epoch;
		int64_t days = o->epoch / 86400 - (o->epoch % 86400 < 0);
		*day = date_from_days(days);
		return true;
	}
	if (!date_is_full(au->dated) || !date_is_valid(au->dated))
		return false;
	*epoch = date_to_days(au->dated) * 86400;
	return true;
}

static void identity_of(arena *a, const audit *au, const report_options *o, const digest *json, uint8_t id[16])
{
	digest_state *state = digest_begin(a);
	digest_feed(state, au->digest);
	digest_feed(state, (slice){(const char *)json->bytes, sizeof json->bytes});
	digest_feed(state, o->letter ? SLICE("letter") : SLICE("a4"));
	digest_feed(state, arena_printf(a, "%d %lld", (int)o->level, (long long)o->epoch));
	digest d = digest_end(state);
	memcpy(id, d.bytes, 16);
}

bool report_pdf(const audit *au, const report_options *o, FILE *out, arena *a, slice *why)
{
	attachment json;
	if (!attachment_make(a, au, o, BRIEFING_ATTACHED_BYTES, &json)) {
		*why = SLICE("out of memory while making the audit to attach");
		return false;
	}
	briefing b = {.au = au, .options = o, .attached = json.bytes, .title = title_of(au, a)};
	b.folder = common_folder(au);
	b.rules_hash = short_hash(au->rules->digest);
	for (size_t i = 0; i < au->rules->rule_count; i++)
		b.rules_on += au->rules->rules[i].enabled;
	pdf_setup setup = {
		.title = b.title,
		.subject = SLICE("Which figures of these documents cannot all be true"),
		.creator = SLICE("numerate " NUMERATE_VERSION),
		.language = SLICE("en"),
		.letter = o->letter,
	};
	setup.dated = time_of(au, o, &setup.epoch, &b.dated);
	identity_of(a, au, o, &json.digest, setup.id);
	if (b.attached) {
		setup.attached.name = SLICE("audit.json");
		setup.attached.kind = SLICE("application/json");
		setup.attached.about = SLICE("The whole audit: figures, relations, findings");
		setup.attached.bytes = (slice){json.bytes, json.len};
	}
	bool made = pdf_make(a, &setup, draw_briefing, &b, out, why);
	attachment_free(&json);
	return made;
}
