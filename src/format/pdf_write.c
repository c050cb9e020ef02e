/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the pieces of a PDF to a builder: hyphens at line ends joined, lists nested by their indents, tables over page breaks
 * made one, every word with its box. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "document/builder.h"
#include "format/pdf.h"

#include <math.h>
#include <string.h>

enum { MOST_NESTED = 8 };

typedef struct open_list {
	float left, text; /* of its items' marks, and of the text behind them */
	bool ordered;
	slice mark; /* of an unordered one */
} open_list;

typedef struct writer {
	arena *arena;
	builder *b;
	const pdf_pages *pages;
	const pdf_prints *prints;
	const pdf_pieces *pieces;
	open_list lists[MOST_NESTED]; /* each with an item open */
	size_t depth;
} writer;

static void put_superscript(writer *w, slice text)
{
	static const char *const DIGITS[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	size_t len;
	for (size_t at = 0; at < text.len; at += len) {
		uint32_t c = utf8_decode(text, at, &len);
		if (ascii_is_digit(c))
			builder_text(w->b, slice_of(DIGITS[c - '0']), 0);
		else if (c == '-' || c == 0x2212)
			builder_text(w->b, SLICE("⁻"), 0);
		else if (c == '+')
			builder_text(w->b, SLICE("⁺"), 0);
		else
			builder_text(w->b, slice_sub(text, at, at + len), 0);
	}
}

/* A word, `text` of it: without the hyphen that only its line's end put there. */
static void put_word(writer *w, const pdf_page *page, const uint32_t *words, size_t n, size_t at, slice text)
{
	const pdf_word *word = &page->words.at[words[at]];
	pdf_raised raised = pdf_raised_of(page, words, n, at);
	uint32_t start = builder_at(w->b);
	if (raised == RAISED_NOTE)
		builder_mark(w->b, INLINE_NOTE);
	if (raised == RAISED_NOT)
		builder_text(w->b, text, 0);
	else
		put_superscript(w, text);
	if (raised == RAISED_NOTE)
		builder_unmark(w->b, INLINE_NOTE);
	const pdf_box *box = &word->box;
	builder_box(w->b, start, page->number, (const float[4]){box->left, box->top, box->right, box->bottom});
}

static bool is_small(uint32_t c)
{
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

static uint32_t last_point(slice s)
{
	uint32_t c = 0;
	size_t len;
	for (size_t at = 0; at < s.len; at += len)
		c = utf8_decode(s, at, &len);
	return c;
}

static const uint32_t SOFT = 0xAD, HYPHEN = 0x2010;

/* How many bytes of a line's last word are a hyphen that parts a word: small letters stand on both sides. With *glued the next
 * line goes on without white space in any case, as in "COVID-19" or "10–12". */
static size_t parting_hyphen(slice last, slice next, bool *glued)
{
	uint32_t c = last_point(last);
	size_t len = c == '-' ? 1 : c == SOFT ? 2 : c == HYPHEN ? 3 : 0, at;
	*glued = false;
	if (!len || last.len == len || !next.len)
		return 0;
	uint32_t before = last_point(slice_sub(last, 0, last.len - len)), after = utf8_decode(next, 0, &at);
	bool word = utf8_is_letter(before) || ascii_is_digit(before);
	*glued = word && (utf8_is_letter(after) || ascii_is_digit(after));
	return (is_small(before) && is_small(after)) || c == SOFT ? len : 0;
}

/* The lines [first, end), without the first `skip` words. */
static void put_lines(writer *w, uint32_t first, uint32_t end, size_t skip)
{
	bool glued = true;
	for (uint32_t i = first; i < end; i++) {
		const pdf_print *p = &w->prints->at[i];
		const pdf_page *page = &w->pages->at[p->page];
		for (size_t k = i == first ? skip : 0; k < p->words.n; k++) {
			const pdf_word *word = &page->words.at[p->words.at[k]];
			if (!glued && !(word->glued && k > 0))
				builder_space(w->b, 0);
			glued = false;
			slice text = word->text;
			if (k + 1 == p->words.n && i + 1 < end) {
				const pdf_print *next = &w->prints->at[i + 1];
				slice following = w->pages->at[next->page].words.at[next->words.at[0]].text;
				text.len -= parting_hyphen(text, following, &glued);
			}
			put_word(w, page, p->words.at, p->words.n, k, text);
		}
	}
}

static void put_code(writer *w, const pdf_piece *piece)
{
	builder_begin(w->b, BLOCK_CODE, 0);
	for (uint32_t i = piece->first; i < piece->end; i++) {
		if (i > piece->first)
			builder_text(w->b, SLICE("\n"), 0);
		put_lines(w, i, i + 1, 0);
	}
	builder_end(w->b);
}

static void close_lists(writer *w, size_t depth)
{
	for (; w->depth > depth; w->depth--) {
		builder_end(w->b); /* its item */
		builder_end(w->b);
	}
}

/* Whether the item stands beside the one before it, as in a list of several columns. */
static bool in_row(const writer *w, const pdf_piece *piece)
{
	const pdf_print *p = &w->prints->at[piece->first], *before = piece->first ? p - 1 : NULL;
	return before && before->page == p->page && before->box.left > p->box.left + 10 * p->size &&
	       p->box.top - before->box.top < 2.5F * p->size;
}

static void put_item(writer *w, const pdf_piece *piece)
{
	const pdf_print *p = &w->prints->at[piece->first];
	const pdf_page *page = &w->pages->at[p->page];
	slice mark = page->words.at[p->words.at[0]].text;
	float left = p->box.left, text = page->words.at[p->words.at[p->words.n > 1]].box.left, step = 0.7F * p->size;
	while (w->depth > 1 && left < w->lists[w->depth - 1].left - step)
		close_lists(w, w->depth - 1);
	if (w->depth && left < w->lists[0].left - step && !in_row(w, piece))
		close_lists(w, 0);
	open_list *top = w->depth ? &w->lists[w->depth - 1] : NULL;
	bool nested = top && left > top->left + step && left < top->text + 8 * p->size && w->depth < MOST_NESTED;
	bool other = top && (top->ordered != p->ordered || (!p->ordered && !slice_equal(mark, top->mark)));
	bool anew = top && p->ordered && p->number == 1 && !nested;
	if (top && ((other && !nested) || anew)) {
		close_lists(w, w->depth - 1);
		top = NULL;
		nested = true;
	}
	if (top && !nested) {
		builder_end(w->b);
	} else {
		builder_list(w->b, p->ordered, p->number);
		w->depth++;
	}
	if (!top || nested || left < top->left + step) /* not an item of another column */
		w->lists[w->depth - 1] = (open_list){left, text, p->ordered, mark};
	builder_item(w->b, p->ordered ? p->number : 0);
	put_lines(w, piece->first, piece->end, p->marks);
}

/* A cell; the end of a line within it may part a word too. */
static void put_cell(writer *w, const pdf_page *page, const pdf_cell *cell, uint16_t indent)
{
	builder_cell(w->b, cell->header, 1, cell->col_span);
	builder_indent(w->b, indent);
	bool glued = true;
	for (size_t i = 0; i < cell->words.n; i++) {
		const pdf_word *word = &page->words.at[cell->words.at[i]];
		if (!glued && !word->glued)
			builder_space(w->b, 0);
		glued = false;
		slice text = word->text;
		if (i + 1 < cell->words.n) {
			const pdf_word *next = &page->words.at[cell->words.at[i + 1]];
			if (next->box.top > word->box.bottom - 0.3F * word->size)
				text.len -= parting_hyphen(text, next->text, &glued);
		}
		put_word(w, page, cell->words.at, cell->words.n, i, text);
	}
	builder_end(w->b);
}

typedef struct table_parts { /* a table, page by page */
	VEC(const pdf_page *) pages;
	VEC(const pdf_table *) parts;
} table_parts;

/* Whether a word stands in a head of these columns. */
static bool heads(const pdf_page *page, const pdf_table *t, const pdf_cell *below, slice word)
{
	for (size_t i = 0; i < t->cells.n && t->cells.at[i].header; i++) {
		const pdf_cell *c = &t->cells.at[i];
		if (c->col >= below->col + below->col_span || c->col + c->col_span <= below->col)
			continue;
		for (size_t k = 0; k < c->words.n; k++)
			if (slice_equal(page->words.at[c->words.at[k]].text, word))
				return true;
	}
	return false;
}

/* Whether a row says nothing but what heads the columns of the table that began on another page. */
static bool repeats(const pdf_page *page, const pdf_table *t, uint32_t row, const pdf_page *first_page,
                    const pdf_table *first)
{
	size_t words = 0;
	for (size_t i = 0; i < t->cells.n && t->cells.at[i].row <= row; i++) {
		const pdf_cell *c = &t->cells.at[i];
		for (size_t k = 0; c->row == row && k < c->words.n; k++, words++)
			if (!heads(first_page, first, c, page->words.at[c->words.at[k]].text))
				return false;
	}
	return words > 0;
}

/* A table's part on one page. Those behind the first repeat the head, which is told once. */
static void put_rows(writer *w, const table_parts *all, size_t part, const pdf_indents *indents)
{
	const pdf_page *page = all->pages.at[part];
	const pdf_table *t = all->parts.at[part];
	uint32_t row = UINT32_MAX;
	bool left_out = false;
	for (size_t i = 0; i < t->cells.n; i++) {
		const pdf_cell *c = &t->cells.at[i];
		if (c->row != row) {
			row = c->row;
			left_out =
				part && row < all->parts.at[0]->header_rows && repeats(page, t, row, all->pages.at[0], all->parts.at[0]);
			if (!left_out)
				builder_row(w->b);
		}
		if (!left_out)
			put_cell(w, page, c, pdf_indent_of(indents, page, c));
	}
}

static void add_part(const writer *w, table_parts *all, const pdf_piece *piece)
{
	const pdf_print *p = &w->prints->at[piece->first];
	const pdf_page *page = &w->pages->at[p->page];
	VEC_PUSH(w->arena, all->pages, page);
	VEC_PUSH(w->arena, all->parts, &page->tables.at[p->table]);
}

/* A table, and what of it stands on the pages that follow. */
static void put_table(writer *w, size_t i)
{
	table_parts all = {0};
	add_part(w, &all, &w->pieces->at[i]);
	for (i++; i < w->pieces->n; i++) {
		const pdf_piece *next = &w->pieces->at[i];
		if (next->kind == PIECE_TABLE && !next->joined)
			break;
		if (next->kind == PIECE_TABLE)
			add_part(w, &all, next);
	}
	pdf_indents indents = pdf_indents_of(w->arena, all.pages.at, all.parts.at, all.parts.n);
	builder_table(w->b);
	for (size_t part = 0; part < all.parts.n; part++)
		put_rows(w, &all, part, &indents);
	builder_end(w->b);
}

/* A sign of a formula that the library read apart from its line: no text of its own. */
static bool is_stray(const writer *w, const pdf_piece *piece)
{
	const pdf_print *p = &w->prints->at[piece->first];
	if (piece->kind != PIECE_TEXT || piece->end - piece->first != 1 || p->words.n != 1)
		return false;
	slice sign = w->pages->at[p->page].words.at[p->words.at[0]].text;
	return utf8_count(sign) == 1;
}

/* Whether nothing but such signs stands between two items. */
static bool is_stray_in_list(const writer *w, const pdf_piece *piece)
{
	enum { MOST = 4 };
	const pdf_piece *end = w->pieces->at + w->pieces->n;
	for (int n = 0; n < MOST && piece < end && is_stray(w, piece); n++)
		piece++;
	return piece < end && piece->kind == PIECE_ITEM;
}

/* A paragraph that stands under the text of the item before it is that item's. */
static void end_lists(writer *w, const pdf_piece *piece)
{
	if (w->depth && is_stray(w, piece) && is_stray_in_list(w, piece))
		return;
	const pdf_print *p = &w->prints->at[piece->first];
	if (piece->kind != PIECE_TEXT && piece->kind != PIECE_CODE)
		close_lists(w, 0);
	bool between = piece + 1 < w->pieces->at + w->pieces->n && piece[1].kind == PIECE_ITEM;
	if (piece->end - piece->first == 1 && !between) /* as likely the short first line of a paragraph, indented */
		close_lists(w, 0);
	float left = piece->end - piece->first > 1 ? fminf(p->box.left, p[1].box.left) : p->box.left;
	while (w->depth && left < w->lists[w->depth - 1].text - 0.3F * p->size)
		close_lists(w, w->depth - 1);
	if (w->depth && p->box.left > w->lists[w->depth - 1].text + 8 * p->size)
		close_lists(w, 0);
}

static void put_piece(writer *w, size_t i)
{
	static const block_kind KINDS[] = {[PIECE_TEXT] = BLOCK_PARAGRAPH,
	                                   [PIECE_HEADING] = BLOCK_HEADING,
	                                   [PIECE_CAPTION] = BLOCK_CAPTION,
	                                   [PIECE_NOTE] = BLOCK_FOOTNOTE};
	const pdf_piece *piece = &w->pieces->at[i];
	if (piece->kind == PIECE_ITEM) {
		put_item(w, piece);
		return;
	}
	end_lists(w, piece);
	if (piece->kind == PIECE_TABLE && !piece->joined) {
		put_table(w, i);
	} else if (piece->kind == PIECE_CODE) {
		put_code(w, piece);
	} else if (piece->kind != PIECE_TABLE) {
		builder_begin(w->b, KINDS[piece->kind], piece->kind == PIECE_HEADING ? piece->level : 0);
		put_lines(w, piece->first, piece->end, 0);
		builder_end(w->b);
	}
}

void pdf_write(arena *a, builder *b, const pdf_pages *pages, const pdf_prints *prints, const pdf_pieces *pieces)
{
	writer w = {.arena = a, .b = b, .pages = pages, .prints = prints, .pieces = pieces};
	for (size_t i = 0; i < pieces->n; i++) {
		bool caption = i + 1 < pieces->n && pieces->at[i].kind == PIECE_TABLE && pieces->at[i + 1].kind == PIECE_CAPTION &&
		               !(i && pieces->at[i - 1].kind == PIECE_CAPTION) && !pieces->at[i].joined;
		bool taken = i && pieces->at[i].kind == PIECE_CAPTION && pieces->at[i - 1].kind == PIECE_TABLE &&
		             !(i > 1 && pieces->at[i - 2].kind == PIECE_CAPTION) && !pieces->at[i - 1].joined;
		if (caption) /* it stands under its table, and is told before it */
			put_piece(&w, i + 1);
		if (!taken)
			put_piece(&w, i);
	}
	close_lists(&w, 0);
}
