/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases over atoms, and the data of lexicon entries. */
#include "base/ascii.h"
#include "scan/atoms.h"

#include <string.h>

static void mask_add(set_mask *m, lex_set which)
{
	m->bits[which / 64] |= UINT64_C(1) << (which % 64);
}

static bool mask_has(const set_mask *m, lex_set which)
{
	return m->bits[which / 64] >> (which % 64) & 1;
}

scan_sets scan_sets_of(arena *a, const lexicon *lex)
{
	scan_sets out = {
#define SET(field, name) .field = lexicon_set(lex, SLICE(name)),
#include "scan/sets.def"
	};
#define SET(field, name)
#define PHRASES(field, name) mask_add(&out.phrases, out.field);
#define START_PHRASES(field, name) mask_add(&out.phrases, out.field), mask_add(&out.start_phrases, out.field);
#define STARTS(field, name) mask_add(&out.starts, out.field);
#include "scan/sets.def"
	uint8_t classes[LEX_SETS] = {0};
	for (unsigned s = 1; s < LEX_SETS; s++)
		classes[s] = (mask_has(&out.starts, (lex_set)s) || mask_has(&out.start_phrases, (lex_set)s) ? ATOM_MAY_START : 0) |
		             (mask_has(&out.phrases, (lex_set)s) ? ATOM_MAY_PHRASE : 0);
	const lex_set also[] = {out.article, out.dash, out.point};
	for (size_t i = 0; i < sizeof also / sizeof *also; i++)
		classes[also[i]] |= ATOM_MAY_START;
	const lex_set counts[] = {out.digit, out.teen,    out.ten,     out.hundred,  out.hundreds, out.scale,
	                          out.dozen, out.ordinal, out.article, out.fraction, out.point};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		classes[counts[i]] |= ATOM_MAY_COUNT;
	classes[out.month] |= ATOM_MAY_MONTH;
	classes[out.century] |= ATOM_MAY_CENTURY;
	classes[0] = 0; /* a set that the language has not */
	for (size_t k = 0; k < LEX_SETS / 64; k++)
		out.starts.bits[k] |= out.start_phrases.bits[k];
	out.marks = word_marks_new(a, lex, classes);
	return out;
}

static bool word_in_any(const word *w, const set_mask *m)
{
	for (size_t k = 0; k < LEX_SETS / 64; k++) {
		if (w->in[k] & m->bits[k])
			return true;
	}
	return false;
}

static void add_hits(const atoms *s, phrase_memo *m, const lex_step *step, uint32_t other)
{
	for (const lex_entry *e = lexicon_entries(step); e; e = lexicon_next(e)) {
		if (mask_has(&s->sets->phrases, e->set) && m->n < PHRASE_HITS)
			m->hits[m->n++] = (phrase_hit){e, other};
	}
}

static const phrase_memo *phrases_after(const atoms *s, uint32_t i)
{
	phrase_memo *m = &s->memory->after[i & (PHRASE_MEMOS - 1)];
	if (m->place == i)
		return m;
	m->place = i;
	m->n = 0;
	const lex_step *step = lexicon_root(s->lex);
	for (uint32_t k = i; k < s->n && s->at[k].word; k++) {
		step = lexicon_step(s->lex, step, s->at[k].word);
		if (!step)
			break;
		if (k > i || word_in_any(s->at[i].word, &s->sets->phrases))
			add_hits(s, m, step, k + 1);
	}
	return m;
}

static const phrase_memo *phrases_before(const atoms *s, uint32_t end)
{
	phrase_memo *m = &s->memory->before[end & (PHRASE_MEMOS - 1)];
	if (m->place == end)
		return m;
	m->place = end;
	m->n = 0;
	for (uint32_t i = end < PHRASE_MOST ? 0 : end - PHRASE_MOST; i < end; i++) {
		if (!phrase_may_begin(s, i))
			continue;
		const phrase_memo *from = phrases_after(s, i);
		for (uint32_t k = 0; k < from->n; k++) {
			if (from->hits[k].other == end && m->n < PHRASE_HITS)
				m->hits[m->n++] = (phrase_hit){from->hits[k].entry, i};
		}
	}
	return m;
}

const lex_entry *phrase_longest(const atoms *s, uint32_t i, lex_set which, uint32_t *end)
{
	const phrase_memo *m = phrases_after(s, i);
	for (uint32_t k = m->n; k > 0; k--) { /* the longest stands last */
		if (m->hits[k - 1].entry->set == which) {
			*end = m->hits[k - 1].other;
			return m->hits[k - 1].entry;
		}
	}
	return NULL;
}

bool spelled_same(slice a, slice b)
{
	size_t i = 0, k = 0;
	for (;;) {
		i = lexer_skip_space(a, i, a.len);
		k = lexer_skip_space(b, k, b.len);
		if (i == a.len || k == b.len)
			return i == a.len && k == b.len;
		if (a.ptr[i++] != b.ptr[k++])
			return false;
	}
}

/* A capital after a small letter, which no one writes by chance: kG is not kg. */
static bool mixed_case(slice text)
{
	bool small = false;
	for (size_t i = 0; i < text.len; i++) {
		if (small && ascii_is_capital(text.ptr[i]))
			return true;
		small = small || ascii_is_small(text.ptr[i]);
	}
	return false;
}

const lex_entry *phrase_spelled(const atoms *s, uint32_t i, lex_set which, uint32_t *end)
{
	const lex_entry *loose = NULL;
	if (!phrase_may_begin(s, i))
		return NULL;
	const phrase_memo *m = phrases_after(s, i);
	for (uint32_t k = m->n; k > 0; k--) {
		const phrase_hit *hit = &m->hits[k - 1];
		if (hit->entry->set != which || (loose && hit->other < *end))
			continue;
		bool exact = spelled_same(slice_sub(s->text, s->at[i].start, s->at[hit->other - 1].end), lexicon_phrase(hit->entry));
		if (!exact && (loose || !entry_flag(hit->entry, "any-case") || mixed_case(atom_text(s, i))))
			continue;
		*end = hit->other;
		if (exact)
			return hit->entry;
		loose = hit->entry;
	}
	return loose;
}

const lex_entry *phrase_before(const atoms *s, uint32_t end, uint32_t from, lex_set which, uint32_t *start)
{
	if (end == 0 || !s->at[end - 1].word || !s->at[end - 1].word->known)
		return NULL;
	const phrase_memo *m = phrases_before(s, end);
	for (uint32_t k = 0; k < m->n; k++) {
		if (m->hits[k].entry->set == which && m->hits[k].other >= from) {
			*start = m->hits[k].other;
			return m->hits[k].entry;
		}
	}
	return NULL;
}

bool atom_starts(const atoms *s, uint32_t i)
{
	const atom *a = &s->at[i];
	if (a->kind == ATOM_PUNCT && (s->text.ptr[a->start] == '[' || s->text.ptr[a->start] == '('))
		return true;
	if (a->kind != ATOM_WORD && a->kind != ATOM_PUNCT)
		return true;
	const word *w = a->word;
	if (a->kind == ATOM_PUNCT && w && w->known && atom_is(s, i + 1, ATOM_NUMBER))
		return true;
	if (!w || !(word_mark(s->sets->marks, w) & ATOM_MAY_START))
		return false;
	if (word_in_any(w, &s->sets->starts))
		return true;
	if (atom_in(s, i, s->sets->article) && i + 1 < s->n &&
	    (atom_starts(s, i + 1) || atom_in(s, i + 1, s->sets->unit) || atom_in(s, i + 1, s->sets->currency) ||
	     atom_in(s, i + 1, s->sets->currency_sub)))
		return true;
	if (atom_in(s, i, s->sets->dash) || atom_in(s, i, s->sets->point))
		return true;
	if (!w->opens || i + 1 >= s->n ||
	    !lexicon_step(s->lex, lexicon_step(s->lex, lexicon_root(s->lex), w), s->at[i + 1].word))
		return false; /* no phrase of several words stands here, and of one word none was found */
	const phrase_memo *m = phrases_after(s, i);
	for (uint32_t k = 0; k < m->n; k++) {
		if (mask_has(&s->sets->start_phrases, m->hits[k].entry->set))
			return true;
	}
	return false;
}

/* "0.10", "3/4": what almost all data are, without the care that long numbers need. */
static bool short_number(slice text, rational *out)
{
	enum { MOST = 12 };
	int64_t above = 0, below = 1;
	size_t digits = 0; /* since the sign */
	char sign = 0;     /* the point or bar that stood */
	for (size_t i = 0; i < text.len && text.len <= MOST; i++) {
		char c = text.ptr[i];
		if (ascii_is_digit(c)) {
			int64_t *to = sign == '/' ? &below : &above;
			*to = *to * 10 + (c - '0');
			below *= sign == '.' ? 10 : 1;
			digits++;
		} else if ((c == '.' || c == '/') && digits && !sign) {
			sign = c;
			below = c == '.';
			digits = 0;
		} else {
			return false;
		}
	}
	if (!digits || !below)
		return false;
	*out = rational_of(above, below);
	return true;
}

bool number_parse(slice text, rational *out)
{
	if (short_number(text, out))
		return true;
	size_t bar = slice_find_byte(text, '/');
	decimal d;
	if (!decimal_parse(slice_sub(text, 0, bar), &d))
		return false;
	*out = rational_from_decimal(d, ROUND_DOWN);
	if (bar == SIZE_MAX)
		return true;
	if (!decimal_parse(slice_sub(text, bar + 1, text.len), &d) || d.coefficient == 0)
		return false;
	*out = rational_divide(*out, rational_from_decimal(d, ROUND_DOWN), ROUND_DOWN);
	return true;
}

bool atom_is_content(const atoms *s, uint32_t i)
{
	return atom_is(s, i, ATOM_WORD) && !atom_in(s, i, s->sets->function_word);
}

bool atom_is_plural(const atoms *s, uint32_t i)
{
	if (!atom_is_content(s, i) || atom_in(s, i, s->sets->not_plural))
		return false;
	const word *w = s->at[i].word;
	return w->plural || word_in(w, s->sets->plural_person);
}
