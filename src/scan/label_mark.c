/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/label.h"

enum {
	LIST_REACH = 80,     /* atoms back to the list number before */
	HEADING = 12,        /* atoms of a heading with its number */
	CHAPTERS = 40,       /* a number above it begins a heading as a count */
	SMALL_WORD = 5,      /* bytes of a word that titles write with a capital, if they do so */
	FIRST_SECTION = 4096 /* bytes behind a chapter's heading in which its first section's number may stand */
};

/* "-02D-", "—0--": a number between dashes, and nothing else. */
bool label_signoff_at(const atoms *s, uint32_t i, found *out)
{
	uint32_t k = i;
	while (atom_in(s, k, s->sets->dash) && (k == i || atom_glued(s, k)))
		k++;
	if (k == i || !atom_is(s, k, ATOM_NUMBER) || !atom_glued(s, k))
		return false;
	uint32_t n = k + 1;
	if (atom_is(s, n, ATOM_WORD) && atom_glued(s, n))
		n++;
	uint32_t end = n;
	while (atom_in(s, end, s->sets->dash) && atom_glued(s, end))
		end++;
	if (end == n || end < s->n)
		return false;
	label_mark(out, i, end, LABEL_SIGNOFF);
	return true;
}

/* A list number one less stands before in the sentence, in brackets like this one. */
static bool list_goes_on(const atoms *s, uint32_t i)
{
	numeral here, there;
	uint32_t limit = i > LIST_REACH ? i - LIST_REACH : 0;
	if (!numeral_digits(s, i + 1, &here) || !here.bare_digits)
		return false;
	for (uint32_t k = i; k > limit; k--) {
		if (atom_is_char(s, k - 1, '(') && atom_is_char(s, k + 1, ')') && numeral_digits(s, k, &there))
			return rational_compare(rational_add(there.value, rational_int(1), ROUND_DOWN), here.value) == 0;
	}
	return false;
}

/* "1." or "2)" where a sentence begins, "1 )" within it, "(1)" behind a mark or another such number. */
bool label_enumerator_at(const atoms *s, uint32_t i, found *out)
{
	bool open = atom_is_char(s, i, '(') && i + 2 < s->n;
	uint32_t k = open ? i + 1 : i;
	if (!atom_is(s, k, ATOM_NUMBER) || atom_text(s, k).len > 2)
		return false;
	bool close = atom_is_char(s, k + 1, ')'), dot = atom_is_char(s, k + 1, '.') && atom_glued(s, k + 1);
	bool begins = i == 0 || atom_is_char(s, i - 1, ';') || atom_is_char(s, i - 1, ':') || atom_is_char(s, i - 1, ',');
	if (open && !(close && (begins || list_goes_on(s, i))))
		return false;
	if (!open && !((close && s->at[k].depth == 0 && !atom_in(s, k - (k > 0), s->sets->unit_per)) ||
	               (dot && i == 0 && s->opens_block && k + 2 < s->n)))
		return false;
	label_mark(out, i, k + 2, LABEL_ENUMERATOR);
	return true;
}

/* Whether behind offset `from` a line begins with "3.1", the first section of chapter "3". */
static bool section_follows(slice text, size_t from, slice chapter)
{
	size_t end = from + FIRST_SECTION < text.len ? from + FIRST_SECTION : text.len;
	for (size_t i = from; i + chapter.len + 2 < end; i++) {
		const char *line = text.ptr + i + 1;
		if (text.ptr[i] == '\n' && memcmp(line, chapter.ptr, chapter.len) == 0 && line[chapter.len] == '.')
			return line[chapter.len + 1] == '1';
	}
	return false;
}

/* Whether behind offset `from` dots lead to the end of a line, as they do in a table of contents. */
static bool leads_to_page(slice text, size_t from)
{
	enum { DOTS = 3 };
	size_t dots = 0;
	for (size_t i = from; i < text.len && text.ptr[i] != '\n' && dots < DOTS; i++) {
		if (text.ptr[i] != '.' && text.ptr[i] != ' ')
			return false;
		dots += text.ptr[i] == '.';
	}
	return dots == DOTS;
}

/* "4 Notes on mooring", a heading whose second word, and not each later one, has a capital, or that "4.1" follows, or one in a table
 * of contents: the number is its own. */
static bool heads_chapter(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	slice text = atom_text(s, n->first);
	bool listed = leads_to_page(s->text, s->at[s->n - 1].end);
	if (!(s->in_heading || listed) || s->at[0].start == 0 || f->first != 0 || !s->opens_block || f->q.has_unit || n->words ||
	    n->magnitude || n->end != 1 || text.len > 2 || s->n < 2 || !n->bare_digits ||
	    rational_compare(n->value, rational_int(CHAPTERS)) > 0)
		return false;
	if (!atom_is_capital(s, 1) || s->at[1].flags & TOKEN_ALL_CAPS)
		return false;
	for (uint32_t i = 2; i < s->n; i++)
		if (s->at[i].kind == ATOM_WORD && !atom_is_capital(s, i) && atom_text(s, i).len >= SMALL_WORD)
			return true;
	return listed || section_follows(s->text, s->at[s->n - 1].end, text);
}

/* "2.1 Harbour dues" alone in its block: the number of a heading that its format does not tell. */
bool label_heads_section(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	slice text = atom_text(s, n->first);
	size_t dot = slice_find_byte(text, '.');
	if (heads_chapter(s, f))
		return true;
	if (f->first != 0 || !s->opens_block || s->in_table || f->q.has_unit || n->words || n->magnitude || n->end != 1 ||
	    dot == SIZE_MAX || dot > 2 || text.len - dot > 3 || text.ptr[0] == '.' || s->n > HEADING)
		return false;
	bool stops = s->at[s->n - 1].kind == ATOM_PUNCT;
	for (uint32_t i = 1; i < s->n; i++) {
		if (s->at[i].kind != ATOM_WORD && s->at[i].kind != ATOM_PUNCT)
			return false;
	}
	return atom_is_capital(s, 1) && !(s->at[1].flags & TOKEN_ALL_CAPS) && !atom_in(s, 1, s->sets->scale) && !stops;
}
