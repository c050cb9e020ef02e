/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/decided.h"

#include "base/ascii.h"

/* The next word of *rest; empty at the end. */
static slice next_word(slice *rest)
{
	size_t from = 0, to;
	while (from < rest->len && ascii_is_white(rest->ptr[from]))
		from++;
	for (to = from; to < rest->len && !ascii_is_white(rest->ptr[to]);)
		to++;
	slice word_found = slice_sub(*rest, from, to);
	*rest = slice_sub(*rest, to, rest->len);
	return word_found;
}

static bool is_letter_byte(unsigned char c)
{
	return c >= 0x80 || ascii_is_alnum(c);
}

/* Whether the text holds the word, its ends no part of a longer one. */
static bool holds_word(slice text, slice w)
{
	for (size_t i = 0; i + w.len <= text.len; i++) {
		bool begins = i == 0 || !is_letter_byte((unsigned char)text.ptr[i - 1]);
		bool ends = i + w.len == text.len || !is_letter_byte((unsigned char)text.ptr[i + w.len]);
		if (begins && ends && slice_equal_nocase(slice_sub(text, i, i + w.len), w))
			return true;
	}
	return false;
}

static bool is_form_of(const word *x, slice w)
{
	return x && (slice_equal_nocase(word_text(x), w) || slice_equal_nocase(word_text(word_lemma(x)), w));
}

/* What the figure itself counts, and what happened to it. */
static bool is_own(const reading_of *r, const claim *c, slice w)
{
	return is_form_of(c->measure->head, w) || is_form_of(c->predicate, w) || holds_word(c->measure->phrase, w) ||
	       holds_word(document_text(r->doc, c->quote_start, c->quote_end), w);
}

static bool is_near(const reading_of *r, const claim *c, slice w)
{
	sentence_stretch s = scan_stretch(&r->scan, c->sentence, c->block);
	return holds_word(document_text(r->doc, s.start, s.end), w) || holds_word(claim_section(c), w);
}

static bool says(const reading_of *r, const claim *c, slice phrase)
{
	bool own = false;
	for (slice w; (w = next_word(&phrase)).len;) {
		bool its = is_own(r, c, w);
		if (!its && !is_near(r, c, w))
			return false;
		own |= its;
	}
	return own;
}

decided decided_on(const rule_set *rules, const reading_of *rx, const claim *x, const reading_of *ry, const claim *y)
{
	for (size_t i = 0; i < rules->decided_count; i++) {
		const decision *d = &rules->decided[i];
		if ((says(rx, x, d->a) && says(ry, y, d->b)) || (says(rx, x, d->b) && says(ry, y, d->a)))
			return d->same ? DECIDED_SAME : DECIDED_DIFFERENT;
	}
	return DECIDED_NOT;
}

bool decided_concerns(const rule_set *rules, const reading_of *r, const claim *c)
{
	for (size_t i = 0; i < rules->decided_count; i++)
		if (rules->decided[i].same && (says(r, c, rules->decided[i].a) || says(r, c, rules->decided[i].b)))
			return true;
	return false;
}
