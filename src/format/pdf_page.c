/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page's characters become words, its words lines. */
#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "format/pdf.h"

#include <math.h>
#include <string.h>

/* Letters that a typeface draws in one: read as the letters they are. */
static slice ligature_of(uint32_t c)
{
	static const slice LATIN[] = {SLICE("ff"),  SLICE("fi"), SLICE("fl"), SLICE("ffi"),
	                              SLICE("ffl"), SLICE("st"), SLICE("st")};
	return c >= 0xFB00 && c <= 0xFB06 ? LATIN[c - 0xFB00] : (slice){"", 0};
}

/* Marks that steer the direction of text, and others without a shape. */
static bool is_shapeless(uint32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF ||
	       (c < 0x20 && c != '\n' && c != '\t');
}

static bool is_embedding(uint32_t c)
{
	return c >= 0x202A && c <= 0x202E;
}

typedef struct filler {
	arena *arena;
	pdf_page *page;
	char *bytes; /* the words' text: "ﬃ" is as long as "ffi", and a stroke stands in at most one of two fractions' digits */
	size_t used;
	bool open;  /* the last word may go on */
	bool apart; /* white space stood before what comes */
	bool full;
	float width;       /* of the last character's box, which reaches to the next one of its word */
	pdf_box number;    /* of the last word without the dash that it ends with */
	pdf_box dash;      /* of this */
	size_t dash_bytes; /* 0: there is none, or no gap before it */
} filler;

float pdf_overlap(const pdf_box *x, const pdf_box *y)
{
	float shared = fminf(x->right, y->right) - fmaxf(x->left, y->left);
	float narrow = fminf(x->right - x->left, y->right - y->left);
	return shared <= 0 ? 0 : narrow <= 0 ? 1 : shared / narrow;
}

/* Whether a character of this size and box is of the same word: neither smaller nor raised. */
static bool goes_on(const pdf_word *w, const pdf_box *box, float size)
{
	float shift = fabsf(box->bottom - w->box.bottom);
	return fabsf(size - w->size) <= 0.08F * fmaxf(size, w->size) && (shift <= 0.2F * w->size || w->turned);
}

static void begin_line(filler *f)
{
	uint32_t here = (uint32_t)f->page->words.n;
	if (!f->page->lines.n || VEC_LAST(f->page->lines).first != here)
		VEC_PUSH(f->arena, f->page->lines, (pdf_line){.first = here, .end = here});
	f->open = false;
}

/* "6-" where the dash stands a little apart: it is alone in the next cell. */
static void part_dash(filler *f)
{
	if (!f->dash_bytes || f->page->words.n == LIMIT_PDF_PAGE_WORDS)
		return;
	pdf_word *number = &VEC_LAST(f->page->words), dash = *number;
	number->text.len -= f->dash_bytes;
	number->box = f->number;
	dash.text = (slice){number->text.ptr + number->text.len, f->dash_bytes};
	dash.box = f->dash;
	dash.glued = false;
	f->dash_bytes = 0;
	VEC_PUSH(f->arena, f->page->words, dash);
}

static void end_line(filler *f)
{
	part_dash(f);
	if (f->page->lines.n)
		VEC_LAST(f->page->lines).end = (uint32_t)f->page->words.n;
}

/* Whether two characters that stand at one left edge, with no more than a gap between them, are of text that runs upwards or
 * downwards: each is wider than tall. */
static bool runs_aside(const pdf_box *x, const pdf_box *y, float most)
{
	float width = fmaxf(x->right - x->left, y->right - y->left), height = fminf(x->bottom - x->top, y->bottom - y->top);
	return fabsf(x->left - y->left) < 0.5F && fabsf(x->top - y->top) > 0.5F && width > height &&
	       fmaxf(y->top - x->bottom, x->top - y->bottom) < most;
}

static bool is_decimal(slice s)
{
	return slice_find_byte(s, '.') != SIZE_MAX || slice_find_byte(s, ',') != SIZE_MAX;
}

/* Whether a character stands right under the word, in type of its size, as no line of text does. Where the library took both for one
 * word, both are as tall as the word, and the upper one has no width. */
static bool is_under(const pdf_word *w, const pdf_box *box, float size)
{
	float drop = box->top - w->box.top, width = w->box.right - w->box.left, height = w->box.bottom - w->box.top;
	if (drop == 0 && height > 1.5F * size && width < 0.1F * size)
		return box->left < w->box.right + 0.1F * size && !w->turned;
	return !w->turned && w->text.len < 4 && !is_decimal(w->text) && fabsf(size - w->size) <= 0.05F * size &&
	       drop > 0.5F * size && drop < 1.6F * size && box->top - w->box.bottom < 0.35F * size &&
	       box->left < w->box.right - 0.1F * size && box->right > w->box.left;
}

/* A digit under a number: a fraction. What is raised and lowered behind one letter stands so too. */
static bool is_divisor(const pdf_word *w, uint32_t c)
{
	return ascii_all_digits(w->text) && ascii_is_digit(c) && !w->glued;
}

static bool ends_in_digit(slice text)
{
	return text.len && ascii_is_digit(text.ptr[text.len - 1]);
}

static void put_character(filler *f, uint32_t c, slice written, const pdf_box *box, const pdf_type_run *type)
{
	float size = type->size;
	bool any = f->page->words.n > 0;
	pdf_word *last = any ? &VEC_LAST(f->page->words) : NULL;
	bool same = f->open && !f->apart && any;
	bool aside = any && f->open && runs_aside(&last->box, box, f->apart ? 2 * size : 0.5F * size);
	bool under = same && !aside && is_under(last, box, size);
	if (same && aside && last->text.len < 8)
		last->turned = true;
	if (same && ascii_is_digit(c) && last->text.len > 3 && memcmp(last->text.ptr + last->text.len - 4, "....", 4) == 0)
		same = false; /* dots led to it */
	if (any && f->open && !(aside && last->turned) && !under) {
		float gap = box->left - last->box.right;
		float drop = fminf(fabsf(box->bottom - last->box.bottom), fabsf(box->top - last->box.top)); /* signs may be tall */
		if (gap > 0.2F * size || gap < -size || last->turned) /* another cell of the line, though no white space was told */
			same = false;
		if (drop > 0.6F * fmaxf(size, last->size)) { /* another line, though none was told */
			end_line(f);
			begin_line(f);
			same = false;
		}
	}
	if (under && is_divisor(last, c)) {
		f->bytes[f->used++] = '/';
		last->text.len++;
	} else if (!same || !(under || goes_on(last, box, size))) {
		part_dash(f);
		if (f->page->words.n == LIMIT_PDF_PAGE_WORDS) {
			f->full = true;
			return;
		}
		uint32_t line = (uint32_t)f->page->lines.n - 1;
		VEC_PUSH(f->arena, f->page->words,
		         (pdf_word){.text = {f->bytes + f->used, 0},
		                    .box = *box,
		                    .size = size,
		                    .bold = type->bold,
		                    .fixed = type->fixed,
		                    .glued = same,
		                    .line = line});
		last = &VEC_LAST(f->page->words);
		f->open = true;
	}
	slice letters = ligature_of(c);
	if (!letters.len)
		letters = written;
	bool apart = box->left - last->box.right > 0.1F * size || f->width > 0.7F * size;
	f->dash_bytes = apart && utf8_is_dash(c) && ends_in_digit(last->text) ? letters.len : 0;
	f->number = last->box;
	f->dash = *box;
	pdf_box_join(&last->box, box);
	for (size_t i = 0; i < letters.len; i++)
		f->bytes[f->used++] = letters.ptr[i];
	last->text.len += letters.len;
	f->width = box->right - box->left;
	f->apart = false;
}

/* Size and weight of a line are those of most of its characters. */
static void measure_line(pdf_page *page, pdf_line *l)
{
	size_t most = 0, all = 0, bold = 0, fixed = 0, turned = 0;
	for (uint32_t i = l->first; i < l->end; i++) {
		const pdf_word *w = &page->words.at[i];
		size_t same = 0;
		for (uint32_t k = i; k < l->end && k < i + 64; k++)
			same += fabsf(page->words.at[k].size - w->size) < 0.3F ? page->words.at[k].text.len : 0;
		if (same > most)
			most = same, l->size = w->size;
		all += w->text.len;
		bold += w->bold ? w->text.len : 0;
		fixed += w->fixed ? w->text.len : 0;
		turned += w->turned ? w->text.len : 0;
		if (i == l->first)
			l->box = w->box;
		else
			pdf_box_join(&l->box, &w->box);
	}
	l->bold = bold * 20 > all * 19;
	l->fixed = fixed * 2 > all;
	l->turned = turned * 2 > all;
}

/* Off the page, where nobody sees it. A word that begins on it is read to its end: a number cut short would be another. */
static bool is_outside(const pdf_page *page, const pdf_box *box)
{
	float x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2;
	return x < 0 || y < 0 || x > page->width || y > page->height;
}

static void put_characters(filler *f, const pdf_told *told)
{
	slice text = told->text;
	bool embedded = utf8_count(text) != told->boxes.n; /* marks of direction have no box */
	size_t len, box = 0, run = 0;
	begin_line(f);
	for (size_t at = 0; at < text.len && box < told->boxes.n && !f->full; at += len) {
		uint32_t c = utf8_decode(text, at, &len);
		if (embedded && is_embedding(c))
			continue;
		const pdf_box *here = &told->boxes.at[box];
		while (run + 1 < told->runs.n && told->runs.at[run].end <= box)
			run++;
		box++;
		if (c == '\n' || c == '\f') {
			end_line(f);
			begin_line(f);
		} else if (c == ' ' || utf8_is_space(c) || ((f->apart || !f->open) && is_outside(f->page, here))) {
			f->apart = true;
		} else if (!is_shapeless(c)) {
			pdf_type_run unknown = {.size = here->bottom - here->top};
			put_character(f, c, slice_sub(text, at, at + len), here, told->runs.n ? &told->runs.at[run] : &unknown);
		}
	}
	end_line(f);
}

/* Words and lines are gathered in arrays that all pages share, and kept in arrays of just their length. */
static void keep(arena *a, pdf_page *page)
{
	pdf_word *words = ARENA_ARRAY(a, pdf_word, page->words.n + 1);
	pdf_line *all = ARENA_ARRAY(a, pdf_line, page->lines.n + 1);
	if (page->words.n)
		memcpy(words, page->words.at, page->words.n * sizeof *words);
	if (page->lines.n)
		memcpy(all, page->lines.at, page->lines.n * sizeof *all);
	page->words.at = words, page->words.cap = page->words.n + 1;
	page->lines.at = all, page->lines.cap = page->lines.n + 1;
}

bool pdf_page_fill(arena *a, pdf_page *page, pdf_told *told)
{
	filler f = {.arena = a, .page = page, .bytes = arena_alloc(a, told->text.len * 2 + 4)};
	page->words = told->words, page->words.n = 0;
	page->lines = told->lines, page->lines.n = 0;
	put_characters(&f, told);
	for (size_t i = 0; i < page->lines.n; i++)
		measure_line(page, &page->lines.at[i]);
	if (page->lines.n && VEC_LAST(page->lines).first == VEC_LAST(page->lines).end)
		page->lines.n--;
	told->words = page->words;
	told->lines = page->lines;
	keep(a, page);
	return !f.full;
}
