/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines become paragraphs by gaps, indents and type; these become headings, items, notes and captions. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/pdf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct flow {
	arena *arena;
	const pdf_pages *pages;
	const pdf_prints *prints;
	pdf_pieces pieces;
	float body; /* the size of most of the text */
	float gap;  /* between two lines of it */
} flow;

static const pdf_page *page_of(const flow *f, const pdf_print *p)
{
	return &f->pages->at[p->page];
}

static slice word_text(const flow *f, const pdf_print *p, size_t i)
{
	return page_of(f, p)->words.at[p->words.at[i]].text;
}

enum { SIZES = 400 }; /* in quarters of a point */

float pdf_body_size(arena *a, const pdf_pages *pages)
{
	size_t *count = ARENA_ARRAY(a, size_t, SIZES), best = 0;
	for (size_t p = 0; p < pages->n; p++) {
		for (size_t i = 0; i < pages->at[p].words.n; i++) {
			const pdf_word *w = &pages->at[p].words.at[i];
			long size = lroundf(fminf(fmaxf(w->size, 0), 99) * 4);
			count[size] += w->use == PDF_FREE ? w->text.len : 0;
		}
	}
	for (size_t i = 1; i < SIZES; i++)
		best = count[i] > count[best] ? i : best;
	return best ? (float)best / 4 : 10;
}

static int by_value(const void *x, const void *y)
{
	float p = *(const float *)x, q = *(const float *)y;
	return (p > q) - (p < q);
}

/* The gap that most lines of the body keep. */
static float usual_gap(const flow *f)
{
	float *gaps = ARENA_ARRAY(f->arena, float, f->prints->n + 1);
	size_t n = 0;
	for (size_t i = 1; i < f->prints->n; i++) {
		const pdf_print *p = &f->prints->at[i - 1], *q = &f->prints->at[i];
		float gap = q->box.top - p->box.bottom;
		if (p->page == q->page && p->table < 0 && q->table < 0 && !q->marks && fabsf(q->size - f->body) < 0.5F &&
		    fabsf(p->box.left - q->box.left) < 1 && gap > -f->body && gap < 1.5F * f->body)
			gaps[n++] = gap;
	}
	qsort(gaps, n, sizeof *gaps, by_value);
	return n ? gaps[n / 3] : 0.2F * f->body;
}

/* The last character that is no closing quote or bracket. */
static uint32_t last_mark(slice s)
{
	uint32_t last = 0;
	size_t len;
	for (size_t at = 0; at < s.len; at += len) {
		uint32_t c = utf8_decode(s, at, &len);
		if (c != '"' && c != ')' && c != 0x201D && c != 0x2019 && c != 0xBB && !(c >= 0x2070 && c < 0x2090))
			last = c;
	}
	return last;
}

static bool ends_sentence(const flow *f, const pdf_print *p)
{
	uint32_t c = last_mark(word_text(f, p, p->words.n - 1));
	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';';
}

static bool begins_small(const flow *f, const pdf_print *p)
{
	size_t len;
	uint32_t c = utf8_decode(word_text(f, p, 0), 0, &len);
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

static bool ends_hyphen(const flow *f, const pdf_print *p)
{
	slice s = word_text(f, p, p->words.n - 1);
	return s.len > 1 && s.ptr[s.len - 1] == '-';
}

/* Whether the line was ended on purpose: the next one's first word had room on it. */
static bool ends_early(const flow *f, const pdf_print *p, const pdf_print *next)
{
	const pdf_word *w = &page_of(f, next)->words.at[next->words.at[0]];
	float need = (w->box.right - w->box.left) + 0.8F * p->size;
	return p->box.right + need < fmaxf(p->edge, next->edge);
}

/* An index's line: behind a comma the number of a page, or from one to another. */
static bool is_entry(const flow *f, const pdf_print *p)
{
	enum { MOST_DIGITS = 3 };
	if (p->words.n < 2)
		return false;
	slice number = word_text(f, p, p->words.n - 1), before = word_text(f, p, p->words.n - 2);
	size_t len, digits = 0;
	for (size_t at = 0; at < number.len; at += len) {
		uint32_t c = utf8_decode(number, at, &len);
		bool dash = c == 0x2013 || c == '-';
		digits = dash ? 0 : digits + 1;
		if ((!dash && !ascii_is_digit(c)) || digits > MOST_DIGITS)
			return false;
	}
	return digits > 0 && before.len > 1 && before.ptr[before.len - 1] == ',';
}

/* A mark that opens a note: raised, or a star or dagger. */
static bool opens_note(const flow *f, const pdf_print *p)
{
	const pdf_page *page = page_of(f, p);
	slice s = word_text(f, p, 0);
	size_t len;
	uint32_t c = utf8_decode(s, 0, &len);
	if (c == '*' || c == 0x2020 || c == 0x2021 || c == 0xA7)
		return true;
	return p->words.n > 1 && page->words.at[p->words.at[0]].size < 0.85F * page->words.at[p->words.at[1]].size && s.len < 4;
}

static bool same_type(const pdf_print *p, const pdf_print *q)
{
	return fabsf(p->size - q->size) <= 0.08F * fmaxf(p->size, q->size) && p->bold == q->bold && p->code == q->code &&
	       p->turned == q->turned;
}

/* Whether a mark is an item's: a number follows its forerunner, or is the first; a dash is none within a sentence. */
static bool is_item(const flow *f, size_t i)
{
	const pdf_print *p = &f->prints->at[i], *before = i ? &f->prints->at[i - 1] : NULL;
	if (!p->marks || p->words.n < 2 || p->bold || p->size > 1.08F * f->body)
		return false;
	slice s = word_text(f, p, 0);
	bool within = before && before->page == p->page && before->table < 0 && !before->marks && !ends_sentence(f, before) &&
	              same_type(before, p) && !ends_early(f, before, p) && before->box.bottom < p->box.bottom;
	if (!p->ordered)
		return !(within && (s.ptr[0] == '-' || s.ptr[0] == '*' || (unsigned char)s.ptr[0] == 0xE2) && begins_small(f, p));
	if (within)
		return false;
	if (p->number == 1)
		return true;
	for (size_t k = f->pieces.n, asked = 0; k-- > 0 && asked < 12; asked++) {
		const pdf_piece *piece = &f->pieces.at[k];
		const pdf_print *other = &f->prints->at[piece->first];
		if (piece->kind == PIECE_ITEM && other->ordered && other->number + 1 == p->number)
			return true;
	}
	return false;
}

/* Whether a line goes on what the line before it began. `left`: of the piece's first line. */
static bool goes_on(const flow *f, const pdf_piece *piece, size_t i)
{
	const pdf_print *first = &f->prints->at[piece->first], *p = &f->prints->at[i - 1], *q = &f->prints->at[i];
	if (p->table >= 0 || q->table >= 0 || p->parted || q->parted || !same_type(p, q))
		return false;
	bool below = p->page == q->page && q->box.top > p->box.top + 0.3F * p->size;
	if (!below) { /* on the next page, or in the next column */
		bool moved = p->page != q->page || q->box.left > p->box.right;
		return moved && q->page - p->page <= 1 && !p->code && !p->turned && !ends_sentence(f, p) &&
		       (fabsf(p->size - f->body) < 0.1F * f->body || (ends_hyphen(f, p) && begins_small(f, q))) &&
		       (begins_small(f, q) || ends_hyphen(f, p) ||
		        (!p->bold && piece->kind == PIECE_TEXT && !ends_early(f, p, p) && p->box.right > p->edge - p->size &&
		         i - piece->first > 1));
	}
	float gap = q->box.top - p->box.bottom, usual = f->gap * q->size / f->body;
	if (i - piece->first > 1) {
		const pdf_print *above = &f->prints->at[i - 2];
		float here = p->box.top - above->box.bottom;
		if (above->page == p->page && p->box.top > above->box.top && here > -0.3F * q->size) /* no tall sign in it */
			usual = here;
	}
	if (gap > usual + 0.35F * q->size || gap > 1.6F * q->size || pdf_overlap(&p->box, &q->box) <= 0)
		return false;
	if (p->code || p->turned || (ends_hyphen(f, p) && begins_small(f, q)))
		return true;
	if (q->size < 0.95F * f->body && opens_note(f, q))
		return false;
	if (piece->kind == PIECE_ITEM) {
		bool hanging = q->box.left > first->box.left + 0.3F * q->size;
		return hanging ? !(ends_early(f, p, q) && ends_sentence(f, p)) : begins_small(f, q) && !ends_early(f, p, q);
	}
	if (is_entry(f, p) && is_entry(f, q))
		return false;
	float indent = q->box.left - p->box.left;
	bool centred = fabsf((q->box.left + q->box.right) - (p->box.left + p->box.right)) < 0.5F * q->size;
	if (indent > 0.7F * q->size && !centred && !begins_small(f, q) && i - piece->first > 1)
		return false;
	char c = word_text(f, q, 0).ptr[0];
	return !ends_early(f, p, q) || begins_small(f, q) || (centred && !ascii_is_digit(c));
}

static void divide(flow *f)
{
	for (size_t i = 0; i < f->prints->n; i++) {
		const pdf_print *p = &f->prints->at[i];
		pdf_piece *last = f->pieces.n ? &VEC_LAST(f->pieces) : NULL;
		bool item = p->table < 0 && is_item(f, i);
		if (last && !item && last->kind != PIECE_TABLE && goes_on(f, last, i)) {
			last->end = (uint32_t)i + 1;
			continue;
		}
		pdf_piece_kind kind = p->table >= 0 ? PIECE_TABLE : p->code ? PIECE_CODE : item ? PIECE_ITEM : PIECE_TEXT;
		VEC_PUSH(f->arena, f->pieces,
		         (pdf_piece){.kind = kind, .first = (uint32_t)i, .end = (uint32_t)i + 1, .size = p->size, .bold = p->bold});
	}
}

/* Bytes and letters of a piece. */
static size_t length_of(const flow *f, const pdf_piece *piece, size_t *letters)
{
	size_t n = 0;
	*letters = 0;
	for (uint32_t i = piece->first; i < piece->end; i++) {
		const pdf_print *p = &f->prints->at[i];
		for (size_t k = 0; k < p->words.n; k++) {
			slice s = word_text(f, p, k);
			size_t len;
			n += s.len + 1;
			for (size_t at = 0; at < s.len; at += len)
				*letters += utf8_is_letter(utf8_decode(s, at, &len));
		}
	}
	return n;
}

static bool is_heading(const flow *f, const pdf_piece *piece)
{
	enum { LONGEST = 200, LONGEST_BOLD = 120 };
	if (piece->kind != PIECE_TEXT)
		return false;
	size_t letters, n = length_of(f, piece, &letters);
	const pdf_print *last = &f->prints->at[piece->end - 1];
	uint32_t c = last_mark(word_text(f, last, last->words.n - 1));
	if (letters < 3 || letters * 3 < n || last->turned)
		return false;
	if (piece->size > 1.08F * f->body)
		return n < LONGEST && piece->end - piece->first <= 4 && c != ',' && c != ';' && (c != '.' || n < 40);
	return piece->bold && piece->size > 0.93F * f->body && n < LONGEST_BOLD && piece->end - piece->first <= 2 && c != '.' &&
	       c != ',' && c != ';' && c != ':';
}

static int downwards(const void *x, const void *y)
{
	return by_value(y, x);
}

/* Levels by size, the largest first; bold type of the text's own size is the last. */
static void find_headings(flow *f)
{
	enum { LEVELS = 5 };
	float *sizes = ARENA_ARRAY(f->arena, float, f->pieces.n + 1);
	size_t n = 0, distinct = 0;
	for (size_t i = 0; i < f->pieces.n; i++) {
		if (!is_heading(f, &f->pieces.at[i]))
			continue;
		f->pieces.at[i].kind = PIECE_HEADING;
		if (f->pieces.at[i].size > 1.08F * f->body)
			sizes[n++] = f->pieces.at[i].size;
	}
	qsort(sizes, n, sizeof *sizes, downwards);
	for (size_t i = 0; i < n; i++)
		if (!distinct || sizes[distinct - 1] - sizes[i] > 0.4F)
			sizes[distinct++] = sizes[i];
	for (size_t i = 0; i < f->pieces.n; i++) {
		pdf_piece *piece = &f->pieces.at[i];
		size_t level = 0;
		while (level < distinct && level < LEVELS && piece->size < sizes[level] - 0.4F)
			level++;
		piece->level = (uint16_t)(level + 1);
	}
}

static bool in_table(const pdf_piece *p)
{
	return p->kind == PIECE_TABLE;
}

/* "Table 3. ..." over or under a table, or in smaller type, tells what it is. */
static void find_captions(flow *f)
{
	enum { LONGEST = 5 };
	for (size_t i = 0; i < f->pieces.n; i++) {
		pdf_piece *piece = &f->pieces.at[i];
		const pdf_print *p = &f->prints->at[piece->first];
		if ((piece->kind != PIECE_TEXT && piece->kind != PIECE_HEADING) || piece->end - piece->first > LONGEST ||
		    !pdf_is_label(page_of(f, p), p->words.at, p->words.n))
			continue;
		bool near = (i && in_table(piece - 1)) || (i + 1 < f->pieces.n && in_table(piece + 1)) ||
		            (i + 2 < f->pieces.n && in_table(piece + 2));
		if (near || piece->size < 0.95F * f->body)
			piece->kind = PIECE_CAPTION;
	}
}

/* Small type with a mark, and nothing larger below it in its column. */
static void find_notes(flow *f)
{
	enum { REACH = 40 };
	for (size_t i = f->pieces.n; i-- > 0;) {
		pdf_piece *piece = &f->pieces.at[i];
		const pdf_print *p = &f->prints->at[piece->first];
		if ((piece->kind != PIECE_TEXT && piece->kind != PIECE_ITEM) || piece->size > 0.93F * f->body || p->turned)
			continue;
		bool numbered = opens_note(f, p) || (p->ordered && p->marks);
		bool lowest = numbered;
		for (size_t k = i + 1; k < f->pieces.n && k < i + REACH && lowest; k++) {
			const pdf_print *q = &f->prints->at[f->pieces.at[k].first];
			if (q->page != p->page)
				break;
			if (f->pieces.at[k].kind == PIECE_NOTE || q->size <= 0.93F * f->body)
				continue;
			lowest = q->box.top < p->box.top || pdf_overlap(&q->box, &p->box) <= 0;
		}
		if (lowest)
			piece->kind = PIECE_NOTE;
	}
}

/* A picture's caption that stands beside a list is told behind it, so that the list stays whole. */
static void move_aside(flow *f)
{
	for (size_t i = 1; i + 1 < f->pieces.n; i++) {
		pdf_piece before = f->pieces.at[i - 1], piece = f->pieces.at[i], next = f->pieces.at[i + 1];
		const pdf_print *p = &f->prints->at[before.first], *q = &f->prints->at[piece.first], *r = &f->prints->at[next.first];
		if (before.kind == PIECE_ITEM && next.kind == PIECE_ITEM &&
		    (piece.kind == PIECE_TEXT || piece.kind == PIECE_CAPTION) && piece.size < 0.85F * next.size &&
		    p->page == r->page && q->page == p->page && fabsf(p->box.left - r->box.left) < p->size &&
		    pdf_overlap(&p->box, &q->box) <= 0) {
			f->pieces.at[i] = next;
			f->pieces.at[i + 1] = piece;
		}
	}
}

/* Whether two tables have columns at the same places. */
static bool same_columns(const pdf_table *t, const pdf_table *u)
{
	if (t->cols != u->cols)
		return false;
	for (uint32_t i = 0; i < t->cols; i++) {
		pdf_box x = t->columns.at[i], y = u->columns.at[i];
		if (pdf_overlap(&x, &y) < 0.3F)
			return false;
		for (uint32_t k = 0; k < u->cols; k++) /* and no other is nearer */
			if (k != i && pdf_overlap(&x, &u->columns.at[k]) > pdf_overlap(&x, &y))
				return false;
	}
	return true;
}

/* One line at the upper or lower edge of its page: a head or foot, though it returned too seldom to be known as one. */
static bool at_edge(const flow *f, const pdf_piece *piece)
{
	const float zone = 0.09F;
	const pdf_print *p = &f->prints->at[piece->first];
	float height = page_of(f, p)->height;
	return piece->end - piece->first == 1 && (p->box.bottom < zone * height || p->box.top > (1 - zone) * height);
}

/* Whether a table goes on behind the piece: behind notes, heads and feet. */
static bool parts_tables(const flow *f, const pdf_piece *piece, const pdf_piece *last)
{
	uint32_t page = f->prints->at[piece->first].page, before = f->prints->at[last->first].page;
	if (at_edge(f, piece))
		return page - before > 1;
	return (piece->kind != PIECE_NOTE && piece->size > 0.93F * f->body) || page != before;
}

/* A table at a page's head goes on from one at the end of the page before, if nothing but notes stands between. */
static void join_tables(flow *f)
{
	const pdf_piece *last = NULL;
	bool apart = true;
	for (size_t i = 0; i < f->pieces.n; i++) {
		pdf_piece *piece = &f->pieces.at[i];
		const pdf_print *p = &f->prints->at[piece->first];
		if (piece->kind != PIECE_TABLE) {
			apart = apart || !last || parts_tables(f, piece, last);
			continue;
		}
		const pdf_print *before = last ? &f->prints->at[last->first] : NULL;
		piece->joined = last && !apart && p->page == before->page + 1 &&
		                same_columns(&page_of(f, before)->tables.at[before->table], &page_of(f, p)->tables.at[p->table]);
		last = piece;
		apart = false;
	}
}

pdf_pieces pdf_flow(arena *a, const pdf_pages *pages, const pdf_prints *prints)
{
	flow f = {.arena = a, .pages = pages, .prints = prints};
	f.body = pdf_body_size(a, pages);
	f.gap = usual_gap(&f);
	divide(&f);
	find_headings(&f);
	find_captions(&f);
	find_notes(&f);
	move_aside(&f);
	join_tables(&f);
	return f.pieces;
}
