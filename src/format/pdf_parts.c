/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages on their way from the process that read them to the one that puts the document together: their arrays follow each other
 * as they are, with the words' texts behind, told by their place in it. Sender and receiver are this very program. */
#include "format/pdf.h"

#include <string.h>

typedef struct page_head {
	uint64_t words, lines;
	float width, height;
	uint32_t number, picture;
} page_head;

typedef struct pages_head {
	uint64_t pages, text;
} pages_head;

static size_t text_of(const pdf_page *page)
{
	size_t n = 0;
	for (size_t i = 0; i < page->words.n; i++)
		n += page->words.at[i].text.len;
	return n;
}

static char *put(char *to, const void *from, size_t len)
{
	if (len)
		memcpy(to, from, len);
	return to + len;
}

/* Words whose texts stand at their place behind. */
static char *put_words(char *to, const pdf_page *page, size_t *used)
{
	for (size_t i = 0; i < page->words.n; i++) {
		pdf_word w = page->words.at[i];
		w.text.ptr = (const char *)(uintptr_t)*used;
		*used += w.text.len;
		to = put(to, &w, sizeof w);
	}
	return to;
}

slice pdf_pages_pack(arena *a, const pdf_pages *pages)
{
	pages_head head = {.pages = pages->n};
	page_head *heads = ARENA_ARRAY(a, page_head, pages->n);
	size_t size = sizeof head + pages->n * sizeof *heads, used = 0;
	for (size_t i = 0; i < pages->n; i++) {
		const pdf_page *p = &pages->at[i];
		size_t text = text_of(p);
		heads[i] = (page_head){p->words.n, p->lines.n, p->width, p->height, p->number, p->picture};
		head.text += text;
		size += p->words.n * sizeof *p->words.at + p->lines.n * sizeof *p->lines.at + text;
	}
	char *all = arena_alloc(a, size), *to = put(all, &head, sizeof head);
	to = put(to, heads, pages->n * sizeof *heads);
	for (size_t i = 0; i < pages->n; i++)
		to = put_words(to, &pages->at[i], &used);
	for (size_t i = 0; i < pages->n; i++)
		to = put(to, pages->at[i].lines.at, pages->at[i].lines.n * sizeof(pdf_line));
	for (size_t i = 0; i < pages->n; i++)
		for (size_t k = 0; k < pages->at[i].words.n; k++)
			to = put(to, pages->at[i].words.at[k].text.ptr, pages->at[i].words.at[k].text.len);
	return (slice){all, size};
}

typedef struct taker {
	const char *at;
	size_t left;
} taker;

/* The next n items of `size` bytes, copied; NULL if they are not there. */
static void *take(arena *a, taker *t, uint64_t n, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(n, size, &bytes) || bytes > t->left)
		return NULL;
	char *copy = arena_alloc(a, bytes + 1);
	put(copy, t->at, bytes);
	t->at += bytes;
	t->left -= bytes;
	return copy;
}

/* Whether the words and lines of a page point at nothing but each other; their texts are then in `text`. */
static bool settle(pdf_page *page, slice text)
{
	for (size_t i = 0; i < page->words.n; i++) {
		slice *s = &page->words.at[i].text;
		size_t at = (size_t)(uintptr_t)s->ptr;
		if (at > text.len || s->len > text.len - at || page->words.at[i].line >= page->lines.n)
			return false;
		s->ptr = text.ptr + at;
	}
	for (size_t i = 0; i < page->lines.n; i++)
		if (page->lines.at[i].first > page->lines.at[i].end || page->lines.at[i].end > page->words.n)
			return false;
	return true;
}

bool pdf_pages_unpack(arena *a, slice bytes, pdf_pages *pages)
{
	taker t = {bytes.ptr, bytes.len};
	size_t first = pages->n;
	const pages_head *head = take(a, &t, 1, sizeof *head);
	const page_head *heads = head ? take(a, &t, head->pages, sizeof *heads) : NULL;
	if (!heads)
		return false;
	for (uint64_t i = 0; i < head->pages; i++) {
		const page_head *h = &heads[i];
		pdf_page p = {.number = h->number, .width = h->width, .height = h->height, .picture = h->picture != 0};
		p.words.at = take(a, &t, heads[i].words, sizeof *p.words.at);
		p.words.n = p.words.cap = heads[i].words;
		if (!p.words.at)
			return false;
		VEC_PUSH(a, *pages, p);
	}
	for (uint64_t i = 0; i < head->pages; i++) {
		pdf_page *p = &pages->at[first + i];
		p->lines.at = take(a, &t, heads[i].lines, sizeof *p->lines.at);
		p->lines.n = p->lines.cap = heads[i].lines;
		if (!p->lines.at)
			return false;
	}
	const char *text = take(a, &t, head->text, 1);
	for (uint64_t i = 0; text && i < head->pages; i++)
		if (!settle(&pages->at[first + i], (slice){text, head->text}))
			return false;
	return text != NULL && t.left < 16; /* what the reply was filled up with */
}
