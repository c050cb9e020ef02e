/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hedges before a figure: words that say on which side of it the truth lies, or how far off. A bare hedge of the lexicon
 * ("more than") may be sharpened ("just", "well"), turned round ("not", "no") and parted from its figure ("only", "a total of"). */
#include "scan/read_figure.h"

enum { STRONG_MOST = 2, FILLER_MOST = 2, AUXILIARY_MOST = 2, NESTED_MOST = 2, FEW = 10 };

typedef struct hedge { /* as read before an atom, which is its end */
	const lex_entry *entry;
	hedge_shape shape;
	uint32_t start;
	bool modified; /* a word that sharpens it stands before it: no preposition of place */
} hedge;

hedge_shape hedge_shape_of(const lex_entry *e)
{
	static const slice names[] = {
#define X(NAME, name) SLICE(name),
		HEDGE_SHAPES(X)
#undef X
	};
	slice shape = entry_text(e, "shape");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (slice_equal(names[i], shape))
			return (hedge_shape)i;
	}
	return HEDGE_NONE;
}

static bool directs(hedge_shape h)
{
	return h != HEDGE_NONE && h != HEDGE_ABOUT;
}

void hedge_take(const atoms *s, found *f, hedge_shape shape, uint32_t start, uint32_t end)
{
	if (f->fig.hedge == HEDGE_NONE || (directs(shape) && !directs(f->fig.hedge)))
		f->fig.hedge = shape;
	uint32_t from = s->at[start].start, to = s->at[end - 1].end;
	slice old = figure_hedge_text(&f->fig);
	if (old.len && from > f->fig.full_end - 1)
		return;
	size_t old_end = old.len ? (size_t)(old.ptr - s->text.ptr) + old.len : to;
	figure_own_more(s->arena, &f->fig)->hedge_text = slice_sub(s->text, from, old_end);
}

static hedge_shape slight(hedge_shape h)
{
	return h == HEDGE_ABOVE ? HEDGE_JUST_OVER : HEDGE_NEARLY;
}

/* What is left of a hedge after "not": not more than 40 is at most 40. */
static hedge_shape turned(hedge_shape h)
{
	return h == HEDGE_ABOVE ? HEDGE_AT_MOST : h == HEDGE_BELOW ? HEDGE_AT_LEAST : h;
}

/* "not more than", "must not be more than": only the first reaches back to the negation. */
static void turn_by_negation(const atoms *s, uint32_t from, hedge *h)
{
	uint32_t k = h->start;
	for (int n = 0; n < AUXILIARY_MOST && k > from && atom_in(s, k - 1, s->sets->hedge_auxiliary); n++)
		k--;
	if (k == from || !atom_in(s, k - 1, s->sets->hedge_not) || turned(h->shape) == h->shape)
		return;
	h->shape = turned(h->shape);
	if (k == h->start)
		h->start = k - 1;
	h->modified = true;
}

static bool read_before(const atoms *s, uint32_t from, uint32_t at, hedge *h)
{
	uint32_t k;
	*h = (hedge){.start = at};
	h->entry = at > from ? phrase_before(s, at, from, s->sets->hedge, &h->start) : NULL;
	if (!h->entry)
		return false;
	h->shape = hedge_shape_of(h->entry);
	if (h->shape != HEDGE_ABOVE && h->shape != HEDGE_BELOW)
		return true;
	if (h->start > from && phrase_before(s, h->start, from, s->sets->hedge_slight, &k)) {
		h->shape = slight(h->shape);
		h->start = k;
		h->modified = true;
		return true;
	}
	for (int n = 0; n < STRONG_MOST && h->start > from && phrase_before(s, h->start, from, s->sets->hedge_strong, &k); n++) {
		h->start = k;
		h->modified = true;
	}
	turn_by_negation(s, from, h);
	return true;
}

uint32_t hedge_start(const atoms *s, uint32_t from, uint32_t at)
{
	hedge h;
	return read_before(s, from, at, &h) ? h.start : at;
}

/* A word that bounds a number, but after a verb of change says where it leads to. */
static bool leads_to(const atoms *s, const lex_entry *e, uint32_t start)
{
	enum { REACH = 12 };
	if (!entry_flag(e, "no-change"))
		return false;
	for (uint32_t k = 1; k <= REACH && k <= start && !atom_is_char(s, start - k, ';'); k++) {
		if (atom_in(s, start - k, s->sets->change))
			return true;
	}
	return false;
}

/* "<AB> 12": the mark closes a bracket. */
static bool closes_bracket(const atoms *s, uint32_t at)
{
	if (!atom_is_char(s, at, '>') || !atom_glued(s, at))
		return false;
	for (uint32_t k = at; k > 0 && at - k < 8; k--) {
		if (atom_is_char(s, k - 1, '<') && atom_glued(s, k))
			return true;
	}
	return false;
}

/* "> three stages" at the beginning of a line: the mark of a quoted line. */
static bool quotes_line(const atoms *s, uint32_t at)
{
	if (!atom_is_char(s, at, '>'))
		return false;
	uint32_t i = s->at[at].start;
	while (i > 0 && (s->text.ptr[i - 1] == ' ' || s->text.ptr[i - 1] == '>'))
		i--;
	return i == 0 || s->text.ptr[i - 1] == '\n';
}

/* "over 5 years" is a bound after "took" or "for"; after a sum of money it is the time it is spread over. "won gold over
 * 200 m" tells the distance. */
static bool spans(const atoms *s, const hedge *h, const found *f)
{
	if (!entry_flag(h->entry, "span") || h->modified || h->start == 0)
		return false;
	if (f->fig.kind == FIGURE_DURATION)
		return !atom_in(s, h->start - 1, s->sets->span_verb) && !atom_in(s, f->end, s->sets->hedge_time_after);
	return f->fig.kind == FIGURE_MEASURE && slice_equal(figure_unit(&f->fig)->dimension, SLICE("length")) &&
	       atom_in(s, h->start - 1, s->sets->hedge_race);
}

/* "under two roofs", "over a few blocks": so small a number of things is a place rather than a bound. */
static bool tells_place(const atoms *s, const hedge *h, const found *f)
{
	const figure *fig = &f->fig;
	if (!entry_flag(h->entry, "place") || h->modified || rational_compare(figure_value(fig), rational_int(FEW)) >= 0)
		return false;
	if (fig->kind == FIGURE_VAGUE)
		return true;
	return fig->kind == FIGURE_COUNT && fig->words && !fig->magnitude && !f->q.has_unit && fig->base != BASE_DOZEN &&
	       atom_is_content(s, f->end);
}

/* "7 percent above one year ago": what it is compared with. */
static bool tells_level(const atoms *s, const hedge *h, const found *f)
{
	return entry_flag(h->entry, "level") && f->fig.kind == FIGURE_DURATION && atom_in(s, f->end, s->sets->hedge_time_after);
}

static bool after_other_word(const atoms *s, const lex_entry *e, uint32_t start)
{
	slice name = entry_text(e, "not-after");
	return start > 0 && name.len && atom_in(s, start - 1, lexicon_set(s->lex, name));
}

/* "miles were up to 164 from 160", "is up to $5m from $4m": it has risen. */
static bool tells_rise(const atoms *s, const hedge *h, const found *f)
{
	if (!entry_flag(h->entry, "risen") || !atom_in(s, f->end, s->sets->range_from))
		return false;
	uint32_t next = f->end + 1 + atom_in(s, f->end + 1, s->sets->currency);
	return atom_is(s, next, ATOM_NUMBER);
}

static bool refused(const atoms *s, const hedge *h, const found *f)
{
	if (tells_rise(s, h, f))
		return true;
	bool one = f->q.num.lone_one && !f->q.has_unit;
	if (entry_flag(h->entry, "group") && f->fig.kind != FIGURE_AGE)
		return true;
	return closes_bracket(s, h->start) || quotes_line(s, h->start) || (one && h->shape == HEDGE_ABOUT) || spans(s, h, f) ||
	       tells_place(s, h, f) || tells_level(s, h, f) || leads_to(s, h->entry, h->start) ||
	       (!h->modified && after_other_word(s, h->entry, h->start));
}

/* Where a hedge may end that stands apart from the figure: before "only", "a total of", a quotation mark, an article. */
static uint32_t skip_filler(const atoms *s, uint32_t from, const found *f)
{
	uint32_t at = f->first, k;
	if (at > from && atom_in(s, at - 1, s->sets->quote) && atom_glued(s, at) && !atom_glued(s, at - 1))
		at--;
	for (int n = 0; n < FILLER_MOST && at > from && phrase_before(s, at, from, s->sets->hedge_filler, &k); n++)
		at = k;
	return at;
}

/* "about a 5 percent share", not "about an 18-year-old", "under a 5-year deal", "higher than a $5 offer". */
static bool over_article(const atoms *s, uint32_t from, const found *f, hedge *h)
{
	figure_kind kind = f->fig.kind;
	bool fits = kind == FIGURE_PERCENT || kind == FIGURE_MONEY || kind == FIGURE_MEASURE || kind == FIGURE_DURATION;
	return fits && f->first > from && atom_in(s, f->first - 1, s->sets->article) && read_before(s, from, f->first - 1, h) &&
	       h->shape != HEDGE_ABOVE && h->shape != HEDGE_BELOW && !entry_flag(h->entry, "place");
}

static void take_before(const atoms *s, uint32_t from, found *f)
{
	for (int k = 0; k < NESTED_MOST; k++) {
		hedge h;
		uint32_t end = f->first;
		if (!read_before(s, from, end, &h)) {
			end = skip_filler(s, from, f);
			if (end == f->first || !read_before(s, from, end, &h)) {
				if (!over_article(s, from, f, &h))
					return;
				end = f->first - 1;
			}
		}
		if (refused(s, &h, f) || (k > 0 && entry_flag(h.entry, "inner")))
			return;
		hedge_take(s, f, h.shape, h.start, end);
		f->first = h.start;
		f->fig.full_start = s->at[h.start].start;
	}
}

/* "exceeded 40", "must not exceed 40": verbs that stay words of the sentence. */
static void take_verb(const atoms *s, uint32_t from, found *f)
{
	hedge h = {0};
	if (directs(f->fig.hedge) || f->first <= from)
		return;
	uint32_t end = skip_filler(s, from, f);
	h.entry = end > from ? phrase_before(s, end, from, s->sets->hedge_apart, &h.start) : NULL;
	if (!h.entry || after_other_word(s, h.entry, h.start) ||
	    (entry_flag(h.entry, "measured") && f->fig.kind == FIGURE_COUNT && !f->fig.magnitude))
		return;
	h.shape = hedge_shape_of(h.entry);
	uint32_t start = h.start;
	turn_by_negation(s, from, &h);
	hedge_take(s, f, h.shape, start, end);
}

/* "$ about 5": the hedge stands between the currency and the number. */
static void take_inside(const atoms *s, found *f)
{
	hedge h;
	if (f->fig.hedge == HEDGE_NONE && f->q.money_before && f->fig.base != BASE_RANGE &&
	    read_before(s, f->body, f->q.num.first, &h))
		hedge_take(s, f, h.shape, h.start, f->q.num.first);
}

/* "between about 5 and 7": the hedge of the lower end is the range's. */
static void take_of_range(const atoms *s, found *f)
{
	hedge h;
	if (f->fig.base == BASE_RANGE && f->fig.hedge == HEDGE_NONE && f->q.first > f->first + 1 &&
	    read_before(s, f->first + 1, f->q.first, &h) && h.shape == HEDGE_ABOUT)
		hedge_take(s, f, h.shape, h.start, f->q.first);
}

/* "More than halved" leaves less than a half. */
static void turn_round(found *f)
{
	if (f->q.num.base != BASE_MULTIPLE || rational_compare(f->q.num.value, rational_int(1)) >= 0)
		return;
	if (f->fig.hedge == HEDGE_ABOVE)
		f->fig.hedge = HEDGE_BELOW;
	else if (f->fig.hedge == HEDGE_AT_LEAST)
		f->fig.hedge = HEDGE_AT_MOST;
}

void hedge_apply(const atoms *s, uint32_t from, found *f)
{
	take_of_range(s, f);
	take_before(s, from, f);
	take_verb(s, from, f);
	take_inside(s, f);
	hedge_after(s, f);
	turn_round(f);
}
