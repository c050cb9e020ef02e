/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page 1: can this go out, what clashes, where. It never overflows: what has no room is counted and its page named. */
#include "report/briefing.h"

static const double NAMED_WIDTH = 150, INDENT = 14;

enum { NAMED_PLACES = 3 };

/* ---- title and verdict ---- */

/* "Five documents in stories: a.txt, b.txt …" */
static slice subject_text(briefing *b)
{
	const audit *au = b->au;
	arena *a = b->l.arena;
	look small = look_of(TYPE_CAPTION, INK_SECONDARY);
	slice count = words_number(a, au->document_count, true),
		  folder = slice_sub(b->folder, 0, b->folder.len ? b->folder.len - 1 : 0);
	slice text = arena_printf(a, SLICE_FMT " %s", SLICE_ARG(count), au->document_count == 1 ? "document" : "documents");
	if (folder.len && !slice_equal(folder, SLICE(".")))
		text = arena_printf(a, SLICE_FMT " in " SLICE_FMT, SLICE_ARG(text),
		                    SLICE_ARG(layout_fit(&b->l, folder, small, NAMED_WIDTH, FIT_MIDDLE)));
	for (uint32_t i = 0; i < au->document_count && text.len < 400; i++)
		text = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text), i ? ", " : ": ",
		                    SLICE_ARG(layout_fit(&b->l, words_path(b, i), small, NAMED_WIDTH, FIT_MIDDLE)));
	return text;
}

static void draw_title(briefing *b)
{
	layout *l = &b->l;
	arena *a = l->arena;
	look small = look_of(TYPE_CAPTION, INK_SECONDARY);
	double width = l->right - l->left;
	para title = para_of(l, b->title, look_bold(TYPE_TITLE, INK_TEXT));
	layout_para(l, &title, l->left, width, 2, ALIGN_LEFT);
	l->y += 3;
	para subject = para_of(l, layout_fit(l, subject_text(b), small, width, FIT_END), small);
	layout_para(l, &subject, l->left, width, 1, ALIGN_LEFT);
	slice when = words_date(a, b->dated);
	para facts = para_of(l,
	                     arena_printf(a, SLICE_FMT " · rule set " SLICE_FMT ", " SLICE_FMT,
	                                  SLICE_ARG(when.len ? when : SLICE("Undated")), SLICE_ARG(b->rules_hash),
	                                  SLICE_ARG(words_count(a, b->rules_on, "rule", "rules"))),
	                     small);
	layout_para(l, &facts, l->left, width, 1, ALIGN_LEFT);
}

static slice documents_text(briefing *b)
{
	arena *a = b->l.arena;
	size_t n = b->au->document_count;
	return n == 1 ? SLICE("this document")
	              : arena_printf(a, "these " SLICE_FMT " documents", SLICE_ARG(words_number(a, n, false)));
}

static size_t checked(const coverage *c)
{
	return c->holds + c->holds_if + c->fails;
}

/* What the findings mean for release, as one sentence. */
static slice verdict_text(briefing *b)
{
	arena *a = b->l.arena;
	const audit *au = b->au;
	size_t relations = checked(&au->coverage);
	if (!au->document_count)
		return SLICE("There was no document to read.");
	if (b->errors)
		return arena_printf(a, SLICE_FMT " %s between " SLICE_FMT " and release.",
		                    SLICE_ARG(words_number(a, b->errors, true)),
		                    b->errors == 1 ? "inconsistency stands" : "inconsistencies stand", SLICE_ARG(documents_text(b)));
	if (b->warnings)
		return arena_printf(a, "No error stands in the way of release; " SLICE_FMT " %s to be looked at first.",
		                    SLICE_ARG(words_count(a, b->warnings, "warning", "warnings")), b->warnings == 1 ? "is" : "are");
	if (b->notes)
		return arena_printf(a, "Nothing stands in the way of release; " SLICE_FMT " %s worth a look.",
		                    SLICE_ARG(words_count(a, b->notes, "note", "notes")), b->notes == 1 ? "is" : "are");
	if (!relations)
		return SLICE("No figures were found that could be checked against each other.");
	return arena_printf(a, "Nothing in " SLICE_FMT " is inconsistent.",
	                    SLICE_ARG(words_count(a, relations, "checked relation", "checked relations")));
}

static void draw_verdict(briefing *b)
{
	layout *l = &b->l;
	arena *a = l->arena;
	const audit *au = b->au;
	severity worst = b->errors ? SEVERITY_ERROR : b->warnings ? SEVERITY_WARNING : SEVERITY_NOTE;
	badge s = b->errors + b->warnings + b->notes ? badge_of_severity(worst)
	          : checked(&au->coverage)           ? badge_of_standing(STANDING_HELD)
	                                             : badge_of_standing(STANDING_COULD_NOT);
	para p = para_of(l, verdict_text(b), look_bold(TYPE_HEADING, INK_TEXT));
	if (b->errors && b->warnings)
		para_add(l, &p,
		         arena_printf(a, " " SLICE_FMT " %s to be looked at too.", SLICE_ARG(words_number(a, b->warnings, true)),
		                      b->warnings == 1 ? "warning is" : "warnings are"),
		         look_of(TYPE_HEADING, INK_TEXT));
	if (au->unreadable)
		para_add(l, &p,
		         arena_printf(a, " " SLICE_FMT " %s not be read.", SLICE_ARG(words_number(a, au->unreadable, true)),
		                      au->unreadable == 1 ? "document could" : "documents could"),
		         look_of(TYPE_HEADING, INK_TEXT));
	l->y += STYLE.baseline;
	layout_mark(l, s.mark, l->left, l->y + layout_baseline(TYPE_HEADING), STYLE.type[TYPE_HEADING].size, s.ink);
	layout_para(l, &p, l->left + INDENT, l->right - l->left - INDENT, 3, ALIGN_LEFT);
}

/* "2 errors, 1 note": what is not zero. */
static slice listed(arena *a, const size_t *n, const char *const (*words)[2], size_t count)
{
	slice text = {0};
	for (size_t i = 0; i < count; i++)
		if (n[i])
			text = arena_printf(a, SLICE_FMT "%s" SLICE_FMT " %s", SLICE_ARG(text), text.len ? ", " : "",
			                    SLICE_ARG(words_digits(a, n[i])), words[i][n[i] != 1]);
	return text;
}

static void draw_numbers(briefing *b)
{
	layout *l = &b->l;
	arena *a = l->arena;
	const audit *au = b->au;
	const coverage *c = &au->coverage;
	static const char *const UNREAD[][2] = {{"not read", "not read"}}, *const LABELS[][2] = {
																		   {"of them a label", "of them labels"}};
	static const char *const REST[][2] = {{"could not have failed", "could not have failed"}, {"unchecked", "unchecked"}};
	static const char *const LEVELS[][2] = {{"error", "errors"}, {"warning", "warnings"}, {"note", "notes"}};
	size_t findings = b->errors + b->warnings + b->notes;
	const struct {
		size_t n;
		const char *one, *many;
		slice under;
		double share; /* of the width */
	} numbers[] = {
		{au->document_count, "document", "documents", listed(a, &au->unreadable, UNREAD, 1), 0.18},
		{c->figures, "figure", "figures", listed(a, &c->labels, LABELS, 1), 0.19},
		{checked(c), "relation checked", "relations checked", listed(a, (size_t[]){c->open, c->unchecked}, REST, 2), 0.35},
		{findings, "finding", "findings", listed(a, (size_t[]){b->errors, b->warnings, b->notes}, LEVELS, 3), 0.28},
	};
	l->y += STYLE.baseline;
	double x = l->left, line = STYLE.type[TYPE_CAPTION].leading, y = l->y + layout_baseline(TYPE_TITLE);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		slice noun = slice_of(numbers[i].n == 1 ? numbers[i].one : numbers[i].many);
		layout_at(l, x, y, words_digits(a, numbers[i].n), look_bold(TYPE_TITLE, INK_TEXT), ALIGN_LEFT);
		layout_at(l, x, y + line + 2, noun, look_bold(TYPE_CAPTION, INK_TEXT), ALIGN_LEFT);
		layout_at(l, x, y + 2 * line + 2, numbers[i].under, look_of(TYPE_CAPTION, INK_SECONDARY), ALIGN_LEFT);
		x += (l->right - l->left) * numbers[i].share;
	}
	l->y += STYLE.type[TYPE_TITLE].leading + 2 * line + 2;
}

/* ---- findings ---- */

void briefing_front_heading(briefing *b, slice text)
{
	layout *l = &b->l;
	l->y += STYLE.baseline;
	para p = para_of(l, text, look_bold(TYPE_HEADING, INK_TEXT));
	layout_para(l, &p, l->left, l->right - l->left, 1, ALIGN_LEFT);
	l->y += 2;
}

size_t briefing_page_of(const briefing *b, uint64_t key)
{
	const layout_anchor *at = layout_find(&b->l, key);
	return at ? at->page + 1 : 0;
}

static slice places_text(briefing *b, const finding *f)
{
	arena *a = b->l.arena;
	look small = look_of(TYPE_CAPTION, INK_SECONDARY);
	slice text = {0};
	size_t named = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < f->figure_count && named < NAMED_PLACES; i++) {
			if (f->figures[i].core == (pass == 1))
				continue;
			claim_ref ref = f->figures[i].claim;
			slice path = layout_fit(&b->l, words_path(b, ref.doc), small, NAMED_WIDTH, FIT_MIDDLE);
			text = arena_printf(a, SLICE_FMT "%s" SLICE_FMT " " SLICE_FMT SLICE_FMT, SLICE_ARG(text), named ? " · " : "",
			                    SLICE_ARG(layout_fit(&b->l, words_figure(b, ref), small, NAMED_WIDTH, FIT_END)),
			                    SLICE_ARG(path), SLICE_ARG(words_place_behind(b, ref)));
			named++;
		}
	if (named < f->figure_count)
		text = arena_printf(a, SLICE_FMT " · and %zu more", SLICE_ARG(text), f->figure_count - named);
	return text;
}

static void front_finding(briefing *b, uint32_t i)
{
	layout *l = &b->l;
	arena *a = l->arena;
	const finding *f = b->shown[i];
	badge s = badge_of_severity(f->severity);
	uint64_t card = layout_key(KEY_CARD, i, 0);
	look linked = look_of(TYPE_CAPTION, INK_NOTE), small = look_of(TYPE_CAPTION, INK_SECONDARY);
	double top = l->y, baseline = top + layout_baseline(TYPE_BODY), room = l->right - l->left - INDENT;
	layout_anchor_here(l, layout_key(KEY_FRONT, i, 0));
	layout_mark(l, s.mark, l->left, baseline, STYLE.type[TYPE_BODY].size, s.ink);
	slice page = arena_printf(a, SLICE_FMT ", page %zu", SLICE_ARG(f->id), briefing_page_of(b, card));
	layout_at(l, l->right, baseline, page, linked, ALIGN_RIGHT);
	look word_look = look_bold(TYPE_BODY, s.ink), text = look_of(TYPE_BODY, INK_TEXT);
	layout_at(l, l->left + INDENT, baseline, s.word, word_look, ALIGN_LEFT);
	double lead = layout_width(l, s.word, word_look) + 6, line = room - lead - layout_width(l, page, linked) - 10;
	layout_at(l, l->left + INDENT + lead, baseline, layout_fit(l, f->message, text, line, FIT_END), text, ALIGN_LEFT);
	l->y += STYLE.type[TYPE_BODY].leading;
	layout_at(l, l->left + INDENT, l->y + layout_baseline(TYPE_CAPTION),
	          layout_fit(l, places_text(b, f), small, room, FIT_END), small, ALIGN_LEFT);
	l->y += STYLE.type[TYPE_CAPTION].leading;
	layout_link(l, card, l->left, top, l->right, l->y);
	l->y += 5;
}

static void draw_findings(briefing *b)
{
	layout *l = &b->l;
	arena *a = l->arena;
	size_t front = b->shown_count < BRIEFING_FRONT_FINDINGS ? b->shown_count : BRIEFING_FRONT_FINDINGS;
	if (!b->shown_count && !b->hidden && !b->suppressed)
		return;
	briefing_front_heading(b, SLICE("Findings"));
	for (uint32_t i = 0; i < front; i++)
		front_finding(b, i);
	slice more = {0};
	uint64_t next = layout_key(KEY_CARD, (uint32_t)front, 0);
	if (b->shown_count > front)
		more = arena_printf(a, "and " SLICE_FMT " more, page %zu", SLICE_ARG(words_digits(a, b->shown_count - front)),
		                    briefing_page_of(b, next));
	if (b->hidden)
		more = arena_printf(a, SLICE_FMT "%s%zu below the level shown here, in the attached audit", SLICE_ARG(more),
		                    more.len ? "; " : "", b->hidden);
	if (b->suppressed)
		more = arena_printf(a, SLICE_FMT "%s%zu suppressed", SLICE_ARG(more), more.len ? "; " : "", b->suppressed);
	if (!more.len)
		return;
	look how = look_of(TYPE_CAPTION, b->shown_count > front ? INK_NOTE : INK_SECONDARY);
	how.link = b->shown_count > front ? next : 0;
	layout_at(l, l->left + (front ? INDENT : 0), l->y + layout_baseline(TYPE_CAPTION), more, how, ALIGN_LEFT);
	l->y += STYLE.type[TYPE_CAPTION].leading;
}

void briefing_front(briefing *b)
{
	layout *l = &b->l;
	pdf_page_use(l->pdf, 0);
	l->page = 0;
	l->y = l->top;
	draw_title(b);
	draw_verdict(b);
	draw_numbers(b);
	draw_findings(b);
	briefing_front_documents(b);
}
