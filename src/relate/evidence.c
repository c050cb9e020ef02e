/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/evidence.h"

#include "base/ascii.h"
#include "relate/measure.h"
#include "relate/section.h"

#include <string.h>

enum {
	LARGE = 10000,
	MIDDLE = 20,
	BESIDE = 4,      /* two counts beside a smaller one may meet by chance */
	TOTAL = 10,      /* from here on, two totals of one noun that lie so near are of the same things: */
	NEAR_TOTAL = 10, /* within a tenth */
	NEAR_OWNED = 4,  /* what one thing has may be a quarter more in one place */
	TURNED_DIGITS = 3
};

bool evidence_equal(const site *x, const site *y)
{
	return rational_compare(figure_value(x->c->figure), figure_value(y->c->figure)) == 0;
}

/* What is counted. */

static bool has_word(const telling *t, const word *w)
{
	for (size_t i = 0; i < t->word_count; i++)
		if (measure_same_word(t->words[i], w))
			return true;
	return false;
}

static size_t shared_words(const telling *x, const telling *y)
{
	size_t n = 0;
	for (size_t i = 0; i < x->word_count; i++)
		n += has_word(y, x->words[i]);
	return n;
}

/* The same noun, and what one says of it the other says too, or says nothing. */
bool evidence_same_things(const telling *x, const telling *y)
{
	size_t shared = shared_words(x, y);
	return measure_same_word(telling_noun(x), telling_noun(y)) && (shared == x->word_count || shared == y->word_count);
}

bool evidence_same_phrase(const telling *x, const telling *y)
{
	return evidence_same_things(x, y) && x->word_count == y->word_count;
}

/* Items of one list and rows of one table tell of different things, and so does what stands inside of them. */
static bool siblings(const document *d, uint32_t a, uint32_t b)
{
	enum { DEPTH = 4 };
	int32_t x = (int32_t)a;
	for (int i = 0; i < DEPTH && x >= 0; i++, x = d->blocks[x].parent) {
		int32_t y = (int32_t)b;
		for (int k = 0; k < DEPTH && y >= 0 && d->blocks[x].group; k++, y = d->blocks[y].parent)
			if (d->blocks[y].group == d->blocks[x].group && (x != y || (i == 0 && k == 0)))
				return true;
	}
	return false;
}

/* Numbers so far apart are of different things. */
bool evidence_comparable(const site *x, const site *y)
{
	rational a = figure_value(x->c->figure), b = figure_value(y->c->figure), two = rational_int(2);
	return rational_compare(rational_multiply(a, two, ROUND_DOWN), b) >= 0 &&
	       rational_compare(rational_multiply(b, two, ROUND_DOWN), a) >= 0;
}

/* Evidence, each kind for itself; the reason in words, or the empty slice. */

static slice same_tail(arena *a, const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	if (s->tail_count < 2 || s->tail_count != t->tail_count || !s->tail_whole || !t->tail_whole)
		return (slice){"", 0};
	for (size_t i = 0; i < s->tail_count; i++)
		if (!measure_same_word(s->tail[i], t->tail[i]))
			return (slice){"", 0};
	return arena_printf(a, "both of or in the same (" SLICE_FMT " " SLICE_FMT ")", SLICE_ARG(word_text(s->tail[0])),
	                    SLICE_ARG(word_text(s->tail[1])));
}

static slice same_number(arena *a, const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	if (s->tail_claim < 0 || t->tail_claim < 0 || s->tail_count || t->tail_count)
		return (slice){"", 0};
	const claim *u = &x->doc->claims.at[s->tail_claim], *v = &y->doc->claims.at[t->tail_claim];
	bool counts = u->figure->kind == FIGURE_COUNT && v->figure->kind == FIGURE_COUNT && u->figure->has_value &&
	              v->figure->has_value && rational_compare(figure_value(u->figure), rational_int(BESIDE)) >= 0;
	if (!counts || !measure_same_word(u->measure->head, v->measure->head) ||
	    rational_compare(figure_value(u->figure), figure_value(v->figure)) != 0)
		return (slice){"", 0};
	return arena_printf(a, "both with the same number of " SLICE_FMT, SLICE_ARG(word_text(u->measure->head)));
}

/* "all 12 ferries sail", "if fewer than 12 ferries sail" */
static slice all_of_them(const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	if ((s->all || t->all) && (s->all || s->below) && (t->all || t->below) && measure_same_word(s->verb, t->verb))
		return SLICE("both told of all of them, with the same verb");
	return (slice){"", 0};
}

static bool is_name(slice s)
{
	return s.len > 2 && ascii_is_capital(*s.ptr);
}

/* "Tidebook has 12 charts", "Tidebook offers 13 charts of the coast": the same has them, by its name, or they are told at length. */
static slice same_owner(arena *a, const site *x, const site *y)
{
	slice s = x->c->measure->subject, t = y->c->measure->subject;
	bool both = x->t->had && y->t->had && s.len && slice_equal_nocase(s, t) && evidence_same_phrase(x->t, y->t);
	if (both && (is_name(s) || x->t->word_count > 1) && !evidence_elsewhere(x->t, y->t) && evidence_near(x, y, NEAR_OWNED))
		return arena_printf(a, "both told of what " SLICE_FMT " has", SLICE_ARG(s));
	return (slice){"", 0};
}

/* A row or item that begins with a name, and the section that is headed by it. */
slice evidence_of_section(arena *a, const site *x, const site *y)
{
	const document *d = y->doc->doc;
	int32_t section = d->blocks[y->c->block].section;
	if (x->t->comment || y->t->comment || x->t->name.len < 4 || section < 0)
		return (slice){"", 0};
	slice heading = document_text(d, d->blocks[section].start, d->blocks[section].end);
	bool inside = x->c->block > (uint32_t)section && d->blocks[x->c->block].section == section;
	if (!inside && slice_equal_nocase(heading, x->t->name) && evidence_same_phrase(x->t, y->t) &&
	    !evidence_elsewhere(x->t, y->t) && evidence_near(x, y, NEAR_OWNED))
		return arena_printf(a, "both told of " SLICE_FMT, SLICE_ARG(heading));
	return (slice){"", 0};
}

static bool ends_with(slice text, slice end)
{
	return end.len >= 3 && text.len >= end.len && slice_equal(slice_sub(text, text.len - end.len, text.len), end);
}

/* A comment in code or a tree, and a row or item that begins with the same name; or a folder "ferries/", counted in its
 * comment, and the heading "The twelve ferries". */
slice evidence_of_name(arena *a, const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	if (s->comment == t->comment)
		return (slice){"", 0};
	const telling *code = s->comment ? s : t, *text = s->comment ? t : s;
	if (text->name.len > 2 && slice_equal_nocase(code->name, text->name) && shared_words(s, t))
		return arena_printf(a, "both beside the name " SLICE_FMT, SLICE_ARG(code->name));
	const word *noun = telling_noun(text);
	bool folder =
		text->whole_heading && code->name.len > 2 &&
		(slice_equal_nocase(code->name, word_text(noun)) ||
	     (code->name.len == noun->len + 1 && slice_equal_nocase(slice_sub(code->name, 0, noun->len), word_text(noun))));
	if (folder && ends_with(word_text(telling_noun(code)), word_text(noun)))
		return arena_printf(a, "the folder " SLICE_FMT " and the heading name what is counted", SLICE_ARG(code->name));
	return (slice){"", 0};
}

/* The word of a text that stands `back` words before its last; empty if there is none. */
static slice word_back(slice s, size_t back)
{
	for (;; back--) {
		size_t last = s.len;
		while (last && s.ptr[last - 1] != ' ')
			last--;
		if (back == 0 || last == 0)
			return back == 0 ? slice_sub(s, last, s.len) : (slice){"", 0};
		s = slice_sub(s, 0, last - 1);
	}
}

bool evidence_of_owner(const site *x)
{
	return x->c->definite && x->t->tail_whole && (x->t->tail_count == 1 || x->t->tail_count == 2);
}

/* Whether `had` is of what has the things, "The tide winch has three modes", by the name that `of` gives it, "the three modes of the
 * tide winch". */
static bool one_owner(const site *had, const site *of)
{
	vocabulary *v = had->doc->scan.vocab;
	slice subject = had->c->measure->subject;
	if (!had->t->had || !subject.len || evidence_of_owner(had) || !evidence_of_owner(of))
		return false;
	for (size_t i = 0; i < of->t->tail_count; i++) {
		slice name = word_back(subject, of->t->tail_count - 1 - i);
		if (!name.len || !measure_same_word(vocabulary_noun(v, vocabulary_word(v, name)), of->t->tail[i]))
			return false;
	}
	return true;
}

/* "The tide winch has three modes", and "the three winch modes". */
static bool owner_named(const site *had, const site *of)
{
	const telling *s = had->t, *t = of->t;
	vocabulary *v = had->doc->scan.vocab;
	slice name = word_back(had->c->measure->subject, 0);
	bool named = s->had && name.len && of->c->definite && !t->tail_count && !s->tail_count &&
	             t->word_count == s->word_count + 1 &&
	             measure_same_word(vocabulary_noun(v, vocabulary_word(v, name)), t->words[0]);
	for (size_t i = 0; named && i < s->word_count; i++)
		named = measure_same_word(s->words[i], t->words[i + 1]);
	return named;
}

static slice owner_again(arena *a, const site *x, const site *y)
{
	if (owner_named(x, y) || owner_named(y, x)) {
		const site *had = owner_named(x, y) ? x : y;
		return evidence_near(x, y, NEAR_OWNED)
		           ? arena_printf(a, "both told of what the " SLICE_FMT " has", SLICE_ARG(had->c->measure->subject))
		           : (slice){"", 0};
	}
	const site *of = evidence_of_owner(x) ? x : y, *had = of == x ? y : x;
	if (!evidence_same_phrase(x->t, y->t) || !one_owner(had, of))
		return (slice){"", 0};
	rational apart = rational_abs(rational_subtract(figure_value(x->c->figure), figure_value(y->c->figure), ROUND_UP));
	if (!evidence_near(x, y, NEAR_OWNED) && rational_compare(apart, rational_int(1)) != 0)
		return (slice){"", 0};
	return arena_printf(a, "both told of what the " SLICE_FMT " has",
	                    SLICE_ARG(word_text(of->t->tail[of->t->tail_count - 1])));
}

bool evidence_large(const site *x)
{
	const figure *f = x->c->figure;
	return rational_compare(figure_value(f), rational_int(LARGE)) >= 0 &&
	       rational_compare(figure_ulp(f), rational_int(1)) == 0 &&
	       !rational_is_integer(rational_divide(figure_value(f), rational_int(100), ROUND_DOWN));
}

bool evidence_many(const site *x)
{
	return rational_compare(figure_value(x->c->figure), rational_int(TOTAL)) >= 0;
}

bool evidence_middle(const site *x)
{
	const rational v = figure_value(x->c->figure);
	bool round = rational_compare(v, rational_int(LARGE)) >= 0 ||
	             (rational_compare(v, rational_int(100)) >= 0 &&
	              rational_is_integer(rational_divide(v, rational_int(50), ROUND_DOWN)));
	return evidence_large(x) || (rational_compare(v, rational_int(MIDDLE)) >= 0 && !round);
}

/* Whether they lie within one part in `parts` of the first, with as many digits. */
bool evidence_near(const site *x, const site *y, int parts)
{
	rational a = figure_value(x->c->figure), b = figure_value(y->c->figure), ten = rational_int(10), power = ten;
	while (rational_compare(power, a) <= 0 && rational_compare(power, b) <= 0)
		power = rational_multiply(power, ten, ROUND_UP);
	rational apart = rational_abs(rational_subtract(a, b, ROUND_UP));
	bool digits = (rational_compare(a, power) < 0 && rational_compare(b, power) < 0) ||
	              (rational_compare(power, ten) == 0 && rational_compare(apart, rational_int(1)) == 0); /* 9 and 10 */
	return digits && rational_compare(rational_multiply(apart, rational_int(parts), ROUND_UP), a) <= 0;
}

/* Up to 18 digits; the number of them, 0 for what has more or is no whole number. */
static size_t digits_of(const site *x, char digits[20])
{
	const rational v = figure_value(x->c->figure);
	if (v.den != 1 || v.num < 0 || rational_compare(v, rational_int(INT64_C(1000000000000000000))) >= 0)
		return 0;
	size_t n = 0;
	for (int64_t left = (int64_t)v.num; left; left /= 10)
		digits[n++] = (char)('0' + left % 10);
	return n;
}

bool evidence_turned(const site *x, const site *y)
{
	char a[20], b[20];
	size_t n = digits_of(x, a), at = 0;
	if (n < TURNED_DIGITS || digits_of(y, b) != n)
		return false;
	while (at < n && a[at] == b[at])
		at++;
	bool turned = at + 1 < n && a[at] == b[at + 1] && a[at + 1] == b[at];
	return turned && memcmp(a + at + 2, b + at + 2, n - at - 2) == 0;
}

bool evidence_parted(const document *d, uint32_t a, uint32_t b)
{
	return a != b && !siblings(d, a, b) && !section_parallel(d, a, b);
}

bool evidence_apart(const site *x, const site *y)
{
	const document *d = x->doc->doc;
	return x->t->frame != y->t->frame && evidence_parted(d, x->c->block, y->c->block);
}

bool evidence_elsewhere(const telling *x, const telling *y)
{
	return x->tail_count && y->tail_count && !measure_same_word(x->tail[0], y->tail[0]);
}

/* Whether what stands in the section of one block holds for the other: it stands above it. */
static bool above(const document *d, uint32_t a, uint32_t b)
{
	int32_t section = d->blocks[a].section;
	for (int32_t at = d->blocks[b].section; at >= 0 && at != section; at = d->blocks[at].section)
		if (d->blocks[at].section == section)
			return true;
	return section < 0 || d->blocks[b].section == section;
}

/* A total is one of its section, unless it is told for the whole. */
static bool one_scope(const site *x, const site *y)
{
	const document *d = x->doc->doc;
	bool whole = x->t->whole || y->t->whole;
	return whole || above(d, x->c->block, y->c->block) || above(d, y->c->block, x->c->block);
}

/* "Tidebook has 12 charts", in a document whose title begins with that name. */
static bool of_title(const site *x)
{
	slice title = x->doc->doc->title, s = x->c->measure->subject;
	bool begins = x->t->had && s.len > 2 && title.len >= s.len && slice_equal_nocase(slice_sub(title, 0, s.len), s);
	return begins && (title.len == s.len || !ascii_is_alnum(title.ptr[s.len]));
}

/* Told of all there are, or, of things with a name of two words, or beside a badge or a cell, of all that something has. */
static bool told_of_all(const site *x, const site *y)
{
	return !x->t->below && (x->t->total || of_title(x) || ((x->t->had || x->t->opens) && x->t->word_count > 1) ||
	                        (x->t->had && (y->t->badge || y->t->cell)));
}

/* "There are 14 ferries", "a total of 15 ferries": each is all of its noun. */
static slice two_totals(const site *x, const site *y)
{
	bool same = x->t->total && y->t->total
	                ? evidence_same_phrase(x->t, y->t) || (x->t->whole && y->t->whole && evidence_same_things(x->t, y->t))
	                : evidence_same_phrase(x->t, y->t);
	if (told_of_all(x, y) && told_of_all(y, x) && same && !(x->t->cell && y->t->cell) && !evidence_elsewhere(x->t, y->t) &&
	    one_scope(x, y) && evidence_many(x) && evidence_near(x, y, NEAR_TOTAL))
		return SLICE("both told as all there are");
	return (slice){"", 0};
}

/* Whether one is the other cut to its hundreds or more: "2,200" of "2,211". */
static bool is_rounded(const site *x, const site *y)
{
	rational a = figure_value(x->c->figure), b = figure_value(y->c->figure), hundred = rational_int(100);
	bool round = rational_is_integer(rational_divide(a, hundred, ROUND_DOWN)) ||
	             rational_is_integer(rational_divide(b, hundred, ROUND_DOWN));
	return round && rational_compare(rational_abs(rational_subtract(a, b, ROUND_UP)), hundred) < 0;
}

bool evidence_counts(const telling *t)
{
	return t->plural || t->badge || t->cell;
}

bool evidence_of_all(const telling *t)
{
	return t->total || t->had || t->opens;
}

/* Told of what only a part has: below a number, of a place, of one of a series, of what another has, or with a part of its own; or
 * perhaps no count at all, as "17 char ports" at the beginning of a line. */
static bool is_bounded(const site *x)
{
	const telling *t = x->t;
	bool line = t->opens && !t->whole && !x->c->figure->words && x->doc->doc->blocks[x->c->block].kind == BLOCK_PARAGRAPH &&
	            x->doc->doc->blocks[x->c->block].section < 0;
	return t->below || t->led || t->parts || line || !evidence_counts(t);
}

static bool owned_apart(const site *x, const site *y)
{
	slice s = x->c->measure->subject, t = y->c->measure->subject;
	return x->t->had && y->t->had && s.len && t.len && !slice_equal_nocase(s, t);
}

slice evidence_of_nearness(const site *x, const site *y)
{
	bool phrase = x->t->word_count > 1 && evidence_same_phrase(x->t, y->t) && evidence_many(x) && evidence_many(y);
	bool all = evidence_same_things(x->t, y->t) && evidence_middle(x) && evidence_middle(y) &&
	           (evidence_of_all(x->t) || evidence_of_all(y->t));
	if ((!phrase && !all) || is_bounded(x) || is_bounded(y) || owned_apart(x, y) || evidence_elsewhere(x->t, y->t))
		return (slice){"", 0};
	const document *d = x->doc->doc; /* a text without headings may be anything: a table, a listing */
	bool headed = d->blocks[x->c->block].section >= 0 || d->blocks[y->c->block].section >= 0;
	bool near = evidence_near(x, y, NEAR_TOTAL) && !is_rounded(x, y);
	return headed && near && evidence_apart(x, y) && (one_scope(x, y) || !(x->t->anew && y->t->anew))
	           ? SLICE("one phrase, and numbers as near as of one time and the next")
	           : (slice){"", 0};
}

/* "There are 4 long oars in the boat", and in a section below "There are 5 long oars in the boat": few, but told of one thing, and
 * at such places that no sentence is made like the other to tell of its own part. */
static slice in_one_thing(const site *x, const site *y)
{
	const telling *s = x->t, *t = y->t;
	bool anew = s->anew && t->anew && s->word_count > 1 && s->tail_count && s->tail_count == t->tail_count;
	for (size_t i = 0; anew && i < s->tail_count; i++)
		anew = measure_same_word(s->tail[i], t->tail[i]);
	if (anew && evidence_same_phrase(s, t) && one_scope(x, y) && evidence_near(x, y, NEAR_OWNED))
		return SLICE("both told as all there are in one thing");
	return (slice){"", 0};
}

/* Told as all there are, or as what something has, for the first time. */
static bool is_introduced(const site *x)
{
	const telling *t = x->t;
	return (t->anew || t->had || (t->whole && !t->comment && !t->badge)) && !t->all && !x->c->definite && !t->below &&
	       !t->led;
}

static bool is_taken_up(const site *x)
{
	const telling *t = x->t;
	return (t->all || x->c->definite) && t->plural && !t->tail_count && t->tail_claim < 0 && !t->below;
}

/* "The yard has four cranes", and further down "the five cranes". */
static slice taken_up(const site *x, const site *y)
{
	enum { LEAST = 3 };
	const site *first = x->c->index < y->c->index ? x : y, *again = first == x ? y : x;
	bool same = evidence_same_things(x->t, y->t) && again->t->word_count <= first->t->word_count;
	if (!is_introduced(first) || !is_taken_up(again) || !same || !one_scope(x, y))
		return (slice){"", 0};
	rational apart = rational_abs(rational_subtract(figure_value(x->c->figure), figure_value(y->c->figure), ROUND_UP));
	if (rational_compare(apart, rational_int(1)) > 0 ||
	    rational_compare(figure_value(first->c->figure), rational_int(LEAST)) < 0)
		return (slice){"", 0};
	return SLICE("told as all there are, and taken up as those");
}

/* "40 charts of 12 ferries", and "40 charts of 13 ferries": the number before it is the same. */
static slice behind_same(arena *a, const site *x, const site *y)
{
	const telling *s = x->before, *t = y->before;
	if (!s || !t || !evidence_same_things(s, t))
		return (slice){"", 0};
	const claim *u = &x->doc->claims.at[s->claim], *v = &y->doc->claims.at[t->claim];
	if (rational_compare(figure_value(u->figure), rational_int(TOTAL)) < 0 ||
	    rational_compare(figure_value(u->figure), figure_value(v->figure)) != 0 || !evidence_near(x, y, NEAR_TOTAL))
		return (slice){"", 0};
	return arena_printf(a, "both behind the same number of " SLICE_FMT, SLICE_ARG(word_text(telling_noun(s))));
}

slice evidence_of_pair(arena *a, const site *x, const site *y)
{
	if (!evidence_same_things(x->t, y->t))
		return (slice){"", 0};
	slice why = same_number(a, x, y);
	if (!why.len)
		why = behind_same(a, x, y);
	if (!why.len)
		why = in_one_thing(x, y);
	if (why.len || x->t->frame == y->t->frame) /* sentences made alike may tell of different things */
		return why;
	why = same_tail(a, x, y);
	if (!why.len)
		why = all_of_them(x, y);
	if (!why.len)
		why = same_owner(a, x, y);
	if (!why.len)
		why = owner_again(a, x, y);
	if (!why.len)
		why = taken_up(x, y);
	return why.len ? why : two_totals(x, y);
}
