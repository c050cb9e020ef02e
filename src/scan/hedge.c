/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hedges: words before or after a figure that say on which side of it the truth lies, or how far off. */
#include "scan/read_figure.h"

static hedge_shape shape_of(const lex_entry *e)
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

/* "over 5 years" is a bound after "took" or "for"; after a sum of money it is the time it is spread over. */
static bool spans_time(const atoms *s, const lex_entry *e, const found *f, uint32_t start)
{
	if (!entry_flag(e, "span") || f->fig.kind != FIGURE_DURATION)
		return false;
	return start > 0 && !atom_in(s, start - 1, s->sets->span_verb);
}

static void take_hedge(const atoms *s, found *f, const lex_entry *e, uint32_t start, uint32_t end)
{
	hedge_shape shape = shape_of(e);
	if (f->fig.hedge == HEDGE_NONE || (directs(shape) && !directs(f->fig.hedge)))
		f->fig.hedge = shape;
	uint32_t from = s->at[start].start, to = s->at[end - 1].end;
	if (f->fig.hedge_text.len && from > f->fig.full_end - 1)
		return;
	size_t old_end = f->fig.hedge_text.len ? (size_t)(f->fig.hedge_text.ptr - s->text.ptr) + f->fig.hedge_text.len : to;
	f->fig.hedge_text = slice_sub(s->text, from, old_end);
}

static void hedge_after(const atoms *s, found *f)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, f->end, s->sets->hedge_after, &end);
	if (!e || shape_of(e) == HEDGE_NONE || (entry_flag(e, "glued") && !atom_glued(s, f->end)))
		return;
	take_hedge(s, f, e, f->end, end);
	f->end = end;
	f->fig.full_end = s->at[end - 1].end;
	unit u;
	if (!f->q.has_unit && f->fig.kind == FIGURE_COUNT && unit_read(s, end, &f->q.num, &u)) { /* 10-plus years */
		f->q.unit = u;
		f->q.has_unit = true;
		f->fig.kind = u.kind;
		f->fig.unit = u.entry;
		f->fig.unit_name = u.name;
		f->fig.dimension = u.dimension;
		f->fig.base_unit = u.base;
		f->fig.to_base = u.factor;
		f->fig.to_base_offset = u.offset;
		f->fig.whole = false;
		f->end = u.end;
		f->fig.unit_end = f->fig.full_end = s->at[u.end - 1].end;
		if (u.kind == FIGURE_DURATION && phrase_at(s, u.end, s->sets->age_after, &end)) {
			f->fig.kind = FIGURE_AGE;
			f->end = end;
			f->fig.full_end = f->fig.unit_end = s->at[end - 1].end;
		}
	}
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
	uint32_t start;
	for (int k = 0; k < 2; k++) {
		const lex_entry *e = f->first > from ? phrase_before(s, f->first, from, s->sets->hedge, &start) : NULL;
		if (!e || closes_bracket(s, start) || quotes_line(s, start) || spans_time(s, e, f, start) ||
		    (k > 0 && entry_flag(e, "inner")))
			break;
		take_hedge(s, f, e, start, f->first);
		f->first = start;
		f->fig.full_start = s->at[start].start;
	}
	if (f->fig.hedge == HEDGE_NONE && f->first > from) {
		const lex_entry *e = phrase_before(s, f->first, from, s->sets->hedge_apart, &start);
		if (e)
			take_hedge(s, f, e, start, f->first);
	}
	hedge_after(s, f);
	turn_round(f);
}
