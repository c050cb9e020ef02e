/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hedges after a figure: "5 km or more", "160-plus users", "40 people or so". */
#include "scan/read_figure.h"

enum { NOUN_MOST = 3 }; /* words between a figure and a hedge after what it counts */

/* "10-plus years": the unit stands behind the hedge. */
static void unit_behind(const atoms *s, found *f)
{
	unit u;
	uint32_t end;
	if (f->q.has_unit || f->fig.kind != FIGURE_COUNT || !unit_read(s, f->end, &f->q.num, &u))
		return;
	f->q.unit = u;
	f->q.has_unit = true;
	f->fig.kind = u.kind;
	unit_give(s, &u, &f->fig);
	f->fig.whole = false;
	f->end = u.end;
	f->fig.unit_end = f->fig.full_end = s->at[u.end - 1].end;
	if (u.kind == FIGURE_DURATION && phrase_at(s, u.end, s->sets->age_after, &end)) {
		f->fig.kind = FIGURE_AGE;
		f->end = end;
		f->fig.full_end = f->fig.unit_end = s->at[end - 1].end;
	}
}

/* Nothing is added by "plus": a stop or a plural noun follows, "10 years plus.", "40 plus countries". */
static bool is_last(const atoms *s, const found *f, uint32_t end)
{
	if (end >= s->n ||
	    (s->at[end].kind == ATOM_PUNCT && !atom_in(s, end, s->sets->quote) && !atom_in(s, end, s->sets->currency)))
		return true;
	unit u;
	return (!f->q.has_unit && atom_is_plural(s, end) && !atom_is_capital(s, end)) || unit_read(s, end, &f->q.num, &u);
}

/* The hedge at atom i, or NULL where its words go on to something else. */
static const lex_entry *read_after(const atoms *s, const found *f, uint32_t i, uint32_t *end)
{
	const lex_entry *e = phrase_at(s, i, s->sets->hedge_after, end);
	if (!e || hedge_shape_of(e) == HEDGE_NONE || (atom_is_capital(s, i) && !s->title))
		return NULL;
	bool glued = atom_glued(s, i);
	if (entry_flag(e, "glued") && !glued)
		return NULL;
	rational least;
	if (!glued && ((entry_flag(e, "last") && !is_last(s, f, *end)) ||
	               (entry_number(e, "from", &least) && rational_compare(figure_value(&f->fig), least) < 0)))
		return NULL;
	if (entry_flag(e, "place") && (atom_in(s, *end, s->sets->hedge_determiner) || atom_in(s, *end, s->sets->range_to) ||
	                               atom_is(s, *end, ATOM_NUMBER) || atom_is_capital(s, *end)))
		return NULL;
	return e;
}

static bool is_stop(const atoms *s, uint32_t i)
{
	return i >= s->n || (s->at[i].kind == ATOM_PUNCT && !atom_in(s, i, s->sets->dash));
}

/* "40 people or more", "40 years, at most,": the figure keeps its end, since what stands between is none of it. */
static void after_noun(const atoms *s, found *f)
{
	uint32_t i = f->end, end;
	while (f->fig.kind == FIGURE_COUNT && !f->q.has_unit && i < f->end + NOUN_MOST && atom_is_content(s, i))
		i++;
	if (i > f->end && !atom_is_plural(s, i - 1))
		return;
	bool comma = atom_is_char(s, i, ',');
	i += comma;
	if (i == f->end)
		return;
	const lex_entry *e = read_after(s, f, i, &end);
	if (!e)
		return;
	bool goes_on =
		comma ? !is_stop(s, end) : atom_is(s, end, ATOM_NUMBER) || (atom_is(s, end, ATOM_WORD) && atom_starts(s, end));
	if (entry_flag(e, "noun") && !atom_is_content(s, end) && !goes_on)
		hedge_take(s, f, hedge_shape_of(e), i, end);
}

void hedge_after(const atoms *s, found *f)
{
	uint32_t end;
	const lex_entry *e = read_after(s, f, f->end, &end);
	if (!e) {
		after_noun(s, f);
		return;
	}
	hedge_take(s, f, hedge_shape_of(e), f->end, end);
	f->end = end;
	f->fig.full_end = s->at[end - 1].end;
	unit_behind(s, f);
}
