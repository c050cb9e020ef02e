/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that stand as close as words do: a gap parts two cells where the same gap parts them in other rows beyond doubt. */
#include "base/ascii.h"
#include "base/bisect.h"
#include "base/utf8.h"
#include "format/pdf.h"

#include <math.h>

enum {
	REACH = 8,      /* rows before and behind that are asked */
	LEAST_ROWS = 2, /* that bear a gap out */
	LONGEST = 16,   /* words of a chunk that may be cells */
	THOUSAND = 3    /* digits of a group */
};

typedef enum { WORD_TEXT, WORD_NUMERAL, WORD_DASH, WORD_SIGN /* of money, before a number */ } word_kind;

typedef struct parting {
	const pdf_page *page;
	pdf_rows *rows;
	const uint32_t *order; /* the words of all rows, row by row, from left to right */
	uint32_t *row_from;    /* where in `order` each row begins; one more at the end */
	word_kind *kind;       /* of each word of `order` */
	bool *begins;          /* likewise: a chunk */
} parting;

static const pdf_word *word_at(const parting *p, uint32_t i)
{
	return &p->page->words.at[p->order[i]];
}

static bool is_dash(slice text)
{
	size_t len;
	uint32_t c = text.len ? utf8_decode(text, 0, &len) : 0;
	return text.len && len == text.len && utf8_is_dash(c);
}

/* Whether two numerals, one behind the other, may be one whose thousands are parted by a blank: "58 568", "1 204.5". */
static bool may_be_one(slice first, slice next)
{
	while (first.len && !ascii_is_digit(*first.ptr))
		first = slice_sub(first, 1, first.len);
	if (first.len > THOUSAND || !ascii_all_digits(first))
		return false;
	return next.len >= THOUSAND && ascii_all_digits(slice_sub(next, 0, THOUSAND)) &&
	       (next.len == THOUSAND || !ascii_is_digit(next.ptr[THOUSAND]));
}

/* Whether a numeral may be a remark on the one before it: "131 (54.6)". */
static bool is_bracketed(slice text)
{
	return text.len && (text.ptr[0] == '(' || text.ptr[0] == '[');
}

/* "1,204r": a letter may stand behind it, of a note or of what is revised. */
static word_kind kind_of(slice text)
{
	if (is_dash(text))
		return WORD_DASH;
	if (pdf_is_money(text))
		return WORD_SIGN;
	bool noted = text.len > THOUSAND && ascii_is_small(text.ptr[text.len - 1]);
	return pdf_is_numeral(slice_sub(text, 0, text.len - noted)) ? WORD_NUMERAL : WORD_TEXT;
}

/* The first word of row r that ends right of x. */
static uint32_t first_beyond(const parting *p, uint32_t r, float x)
{
	uint32_t from = p->row_from[r];
	size_t i;
	BISECT(i, p->row_from[r + 1] - from, word_at(p, from + (uint32_t)i)->box.right <= x);
	return from + (uint32_t)i;
}

/* Whether word i and the one before it are two cells whatever other rows say. */
static bool are_two(const parting *p, uint32_t i)
{
	if (p->begins[i] || (p->kind[i] == WORD_SIGN && p->kind[i - 1] == WORD_NUMERAL))
		return true;
	slice before = word_at(p, i - 1)->text, text = word_at(p, i)->text;
	return p->kind[i] == WORD_NUMERAL && p->kind[i - 1] == WORD_NUMERAL && !is_bracketed(text) && !may_be_one(before, text);
}

typedef enum { ROW_SILENT, ROW_FOR, ROW_AGAINST } row_vote;

/* Word i, or the number behind it where it is a sign of money. */
static uint32_t past_sign(const parting *p, uint32_t i, uint32_t end)
{
	return p->kind[i] == WORD_SIGN && i + 1 < end ? i + 1 : i;
}

/* What row r says of a gap before word i of another row, which ends with word `end`. */
static row_vote vote_of(const parting *p, uint32_t r, uint32_t i, uint32_t end)
{
	const pdf_word *left = word_at(p, i - 1), *right = word_at(p, past_sign(p, i, end));
	float middle = (left->box.right + word_at(p, i)->box.left) / 2;
	uint32_t k = first_beyond(p, r, middle);
	if (k >= p->row_from[r + 1])
		return ROW_SILENT;
	uint32_t number = past_sign(p, k, p->row_from[r + 1]);
	const pdf_word *next = word_at(p, number), *before = k > p->row_from[r] ? word_at(p, k - 1) : NULL;
	if (word_at(p, k)->box.left < middle - 0.5F)
		return p->kind[k] == WORD_NUMERAL ? ROW_AGAINST : ROW_SILENT;
	if (!before || !p->kind[k] || !are_two(p, k))
		return ROW_SILENT;
	bool under = pdf_overlap(&next->box, &right->box) > 0.3F;
	if (p->kind[i - 1] == WORD_TEXT) {
		bool ends = fabsf(next->box.right - right->box.right) < 1 || is_bracketed(right->text) || is_bracketed(next->text);
		return under && ends && p->kind[number] == WORD_NUMERAL ? ROW_FOR : ROW_SILENT;
	}
	bool dashes = p->kind[i] == WORD_DASH || p->kind[i - 1] == WORD_DASH;
	bool same = pdf_overlap(&before->box, &left->box) > 0.3F && p->kind[k - 1] == WORD_NUMERAL;
	return (dashes ? same || under : same && under) ? ROW_FOR : ROW_SILENT;
}

/* A dash behind a numeral with nothing more to come is hardly of one cell with it, so that one row is enough. */
static bool is_borne_out(const parting *p, uint32_t r, uint32_t i, uint32_t chunk_end)
{
	uint32_t first = r > REACH ? r - REACH : 0, end = r + REACH + 1, found = 0;
	end = end < p->rows->rows.n ? end : (uint32_t)p->rows->rows.n;
	for (uint32_t k = first; k < end; k++) {
		row_vote vote = k == r ? ROW_SILENT : vote_of(p, k, i, chunk_end);
		if (vote == ROW_AGAINST)
			return false;
		found += vote == ROW_FOR;
	}
	return found >= (i + 1 == chunk_end && p->kind[i] == WORD_DASH ? 1 : LEAST_ROWS);
}

/* Whether nothing but numerals, dashes and signs of money stands from word i to the end of its chunk. */
static bool is_tail(const parting *p, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
		if (p->kind[i] == WORD_TEXT)
			return false;
	return true;
}

/* Tries the gaps of the chunk that begins at word i of row r; whether any parts it now. */
static bool part_chunk(parting *p, uint32_t r, uint32_t i)
{
	uint32_t end = i + 1;
	bool any = false;
	while (end < p->row_from[r + 1] && !p->begins[end])
		end++;
	if (end - i > LONGEST)
		return false;
	for (uint32_t k = i + 1; k < end; k++) {
		if (!p->kind[k] || word_at(p, k)->glued || !is_tail(p, k, end))
			continue;
		bool apart = p->kind[k] == WORD_NUMERAL || p->kind[k - 1] == WORD_NUMERAL;
		if (!apart || p->kind[k - 1] == WORD_SIGN)
			continue;
		p->begins[k] = is_borne_out(p, r, k, end);
		any = any || p->begins[k];
	}
	return any;
}

static bool part_rows(parting *p)
{
	bool any = false;
	for (uint32_t r = 0; r < p->rows->rows.n; r++)
		for (uint32_t i = p->row_from[r]; i < p->row_from[r + 1]; i++)
			if (p->begins[i])
				any = part_chunk(p, r, i) || any;
	return any;
}

static void begin_chunks(parting *p, arena *a)
{
	pdf_rows old = *p->rows;
	p->rows->chunks = (pdf_chunks){0};
	for (uint32_t r = 0; r < old.rows.n; r++) {
		p->rows->rows.at[r].first = (uint32_t)p->rows->chunks.n;
		for (uint32_t i = p->row_from[r]; i < p->row_from[r + 1]; i++) {
			if (p->begins[i])
				VEC_PUSH(a, p->rows->chunks, (pdf_chunk){.words = p->order + i, .box = word_at(p, i)->box});
			pdf_chunk *c = &VEC_LAST(p->rows->chunks);
			c->count++;
			pdf_box_join(&c->box, &word_at(p, i)->box);
		}
		p->rows->rows.at[r].end = (uint32_t)p->rows->chunks.n;
	}
}

void pdf_part_columns(arena *a, const pdf_page *page, pdf_rows *rows)
{
	enum { AGAIN = 3 }; /* what one round has parted bears out more in the next */
	size_t words = 0;
	for (size_t i = 0; i < rows->chunks.n; i++)
		words += rows->chunks.at[i].count;
	if (!words || words == rows->chunks.n)
		return;
	parting p = {.page = page, .rows = rows, .order = rows->chunks.at[0].words};
	p.row_from = ARENA_ARRAY(a, uint32_t, rows->rows.n + 1);
	p.kind = ARENA_ARRAY(a, word_kind, words);
	p.begins = ARENA_ARRAY(a, bool, words);
	uint32_t at = 0;
	for (size_t r = 0; r < rows->rows.n; r++) {
		p.row_from[r] = at;
		for (uint32_t c = rows->rows.at[r].first; c < rows->rows.at[r].end; c++) {
			p.begins[at] = true;
			at += rows->chunks.at[c].count;
		}
	}
	p.row_from[rows->rows.n] = at;
	for (uint32_t i = 0; i < at; i++)
		p.kind[i] = kind_of(word_at(&p, i)->text);
	bool any = false;
	for (int k = 0; k < AGAIN && part_rows(&p); k++)
		any = true;
	if (any)
		begin_chunks(&p, a);
}
