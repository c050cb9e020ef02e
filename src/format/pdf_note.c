/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small raised characters: the exponent of "10⁶" and "km²", or the mark of a note behind "25". */
#include "base/utf8.h"
#include "base/ascii.h"
#include "format/pdf.h"

#include <string.h>

/* A mark: numbers, stars and daggers, or one letter. `number`: it is one, with a sign or none. */
static bool is_mark(slice s, bool *number)
{
	enum { LONGEST = 9 };
	size_t digits = 0, letters = 0, signs = 0, len;
	for (size_t at = 0; at < s.len; at += len) {
		uint32_t c = utf8_decode(s, at, &len);
		digits += ascii_is_digit(c);
		if ((c == '-' || c == 0x2212 || c == 0x2013 || c == '+') && at == 0)
			signs++;
		else if (utf8_is_letter(c))
			letters++;
		else if (!(c < 0x80 && strchr("0123456789,*[]()-", (int)c)) && c != 0x2013 && c != 0x2020 && c != 0x2021 &&
		         c != 0xA7 && c != 0xB6)
			return false;
	}
	*number = digits > 0 && digits + signs == utf8_count(s);
	bool degree = s.len == 1 && (s.ptr[0] == 'o' || s.ptr[0] == '0');
	return s.len && s.len <= LONGEST && letters <= 1 && (letters == 0 || digits == 0) && !(signs && !digits) &&
	       !(degree && letters);
}

/* Whether what stands before may be raised to a power: ten, or the letters of a unit behind a number or a stroke. */
static bool takes_power(slice before, slice word_before)
{
	size_t end = before.len, start = end;
	while (start > 0 && ascii_is_small(before.ptr[start - 1]))
		start--;
	if (start == end) {
		bool ten = end >= 2 && before.ptr[end - 1] == '0' && before.ptr[end - 2] == '1';
		return ten && (end == 2 || !(ascii_is_digit(before.ptr[end - 3]) || strchr(".,", before.ptr[end - 3])));
	}
	size_t letters = end - start;
	bool behind = start > 0 && (ascii_is_digit(before.ptr[start - 1]) || before.ptr[start - 1] == '/');
	bool apart = start == 0 && word_before.len &&
	             (ascii_is_digit(word_before.ptr[word_before.len - 1]) || word_before.ptr[word_before.len - 1] == '/');
	return letters <= 3 && (behind || apart || letters == 1 || (letters == 2 && start == 0));
}

pdf_raised pdf_raised_of(const pdf_page *page, const uint32_t *words, size_t n, size_t at)
{
	const pdf_word *w = &page->words.at[words[at]], *before = at ? &page->words.at[words[at - 1]] : NULL;
	if (n < 2)
		return RAISED_NOT;
	bool close = before && (w->glued || w->box.left - before->box.right < 0.2F * before->size);
	const pdf_word *host = close ? before : at + 1 < n ? &page->words.at[words[at + 1]] : before;
	bool number;
	if (!host || w->size > 0.85F * host->size || w->turned || !is_mark(w->text, &number))
		return RAISED_NOT;
	if (w->box.top + w->box.bottom >= host->box.top + host->box.bottom - 0.1F * host->size)
		return RAISED_NOT;
	slice word_before = at > 1 ? page->words.at[words[at - 2]].text : (slice){"", 0};
	if (number && close && takes_power(before->text, word_before))
		return RAISED_EXPONENT;
	return RAISED_NOTE;
}
