/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure: one numeral expression as written, with hedge and unit, and the set of values it allows. */
#ifndef SCAN_FIGURE_H
#define SCAN_FIGURE_H

#include "base/set.h"
#include "base/told.h"
#include "calc/calendar.h"
#include "pack/lexicon.h"

#define FIGURE_KINDS(X)                                                                                                     \
	X(COUNT, count)                                                                                                         \
	X(PERCENT, percent)                                                                                                     \
	X(FRACTION, fraction)                                                                                                   \
	X(RATIO, ratio)                                                                                                         \
	X(MONEY, money)                                                                                                         \
	X(MEASURE, measure)                                                                                                     \
	X(DATE, date)                                                                                                           \
	X(TIME, time)                                                                                                           \
	X(DURATION, duration)                                                                                                   \
	X(AGE, age)                                                                                                             \
	X(ORDINAL, ordinal)                                                                                                     \
	X(YEAR, year)                                                                                                           \
	X(STATISTIC, statistic)                                                                                                 \
	X(VAGUE, vague)                                                                                                         \
	X(LABEL, label)
typedef enum {
#define X(NAME, name) FIGURE_##NAME,
	FIGURE_KINDS(X)
#undef X
		FIGURE_KIND_COUNT
} figure_kind;

/* Why a numeral is no claim. */
#define LABEL_REASONS(X)                                                                                                    \
	X(NONE, "")                                                                                                             \
	X(NAME, "part of a name")                                                                                               \
	X(CITATION, "citation")                                                                                                 \
	X(FOOTNOTE, "footnote mark")                                                                                            \
	X(SECTION, "section or part number")                                                                                    \
	X(REFERENCE, "figure, table or page number")                                                                            \
	X(LAW, "law or article number")                                                                                         \
	X(VERSION, "version")                                                                                                   \
	X(PHONE, "phone number")                                                                                                \
	X(ADDRESS, "address")                                                                                                   \
	X(IDENTIFIER, "identifier")                                                                                             \
	X(URL, "web address")                                                                                                   \
	X(FILE, "file name or path")                                                                                            \
	X(CLOCK, "clock time of a dateline")                                                                                    \
	X(SIGNOFF, "agency sign-off")                                                                                           \
	X(IDIOM, "idiom")                                                                                                       \
	X(SCORE, "score")                                                                                                       \
	X(ENUMERATOR, "list number")                                                                                            \
	X(FISCAL, "fiscal year")                                                                                                \
	X(RANK, "rank or position")                                                                                             \
	X(BASE, "base of a rate")                                                                                               \
	X(CODE, "part of code")
typedef enum {
#define X(NAME, text) LABEL_##NAME,
	LABEL_REASONS(X)
#undef X
} label_reason;

/* The shapes a hedge gives to a set (DESIGN "Values"); which words mean which, and how wide, is lexicon data. */
#define HEDGE_SHAPES(X)                                                                                                     \
	X(NONE, "none")                                                                                                         \
	X(ABOVE, "above")                                                                                                       \
	X(AT_LEAST, "at-least")                                                                                                 \
	X(BELOW, "below")                                                                                                       \
	X(AT_MOST, "at-most")                                                                                                   \
	X(NEARLY, "nearly")                                                                                                     \
	X(JUST_OVER, "just-over")                                                                                               \
	X(ABOUT, "about")
typedef enum {
#define X(NAME, name) HEDGE_##NAME,
	HEDGE_SHAPES(X)
#undef X
} hedge_shape;

typedef enum {
	READING_EXACT,   /* the number as written, hedge and rounding ignored: a point (a range for a range) */
	READING_TOLD,    /* the number ± u/2, hedge ignored */
	READING_PLAIN,   /* with the hedge, as DESIGN's "plain" column */
	READING_GENEROUS /* as its "generous" column */
} reading;

/* What the number's base is, before any hedge. */
typedef enum {
	BASE_NUMBER,   /* digits or words: value, ulp */
	BASE_FRACTION, /* a fraction in words or a "one in k": half, two-thirds */
	BASE_MULTIPLE, /* doubled, threefold: a factor in words */
	BASE_DOZEN,    /* a dozen, two dozen */
	BASE_VAGUE,    /* dozens, several: value .. high is the lexicon's set */
	BASE_RANGE,    /* value .. high */
	BASE_NONE      /* a date or time: no number */
} figure_base;

typedef enum { /* which date it is, counted from the document's own */
	           DATE_ABSOLUTE,
	           DATE_TODAY,
	           DATE_YESTERDAY,
	           DATE_TOMORROW,
	           DATE_THIS_YEAR,
	           DATE_LAST_YEAR,
	           DATE_NEXT_YEAR,
	           DATE_THIS_MONTH,
	           DATE_LAST_MONTH,
	           DATE_THIS_WEEK,
	           DATE_LAST_WEEK,
	           DATE_WEEKDAY, /* a bare weekday */
	           DATE_NEXT_WEEK,
	           DATE_NEXT_MONTH,
	           DATE_PREVIOUS_YEAR, /* before the one that the text tells of, else before the document's own */
	           DATE_PREVIOUS_MONTH,
	           DATE_PREVIOUS_WEEK,
	           DATE_TOLD, /* a time that is told and cannot be counted: "last summer" */
} relative_date;

typedef struct told_unit {            /* what a number is told in; one for all the figures of a document that share it */
	const lex_entry *entry;           /* of a unit or currency, NULL of one that is made up: "1/1,000 people" */
	slice name;                       /* its canonical name ("km", "usd", "°C"), empty if none */
	slice per;                        /* of money: for each what, "1/h" of "$15 an hour"; empty if for nothing */
	slice dimension;                  /* "length", "money", "time" ...; empty if none */
	rational to_base, to_base_offset; /* base unit value = value × to_base + offset */
	slice base_unit;
} told_unit;

typedef struct figure_more { /* what few figures tell */
	told_number high;        /* the upper end, in the unit as written */
	told_number spread;      /* how far it may be out, in its unit: 4.5 of "12.3 ± 4.5"; 0 if not told */
	told_number of;          /* the whole of "22 out of 30"; 0 if none */
	date until;              /* the later end of a range of dates; year 0 and month 0 if none */
	slice hedge_text;        /* as written, empty if none; of a figure that shares one, where that stands */
	uint8_t either[2]; /* of 10/11/2012, which tells neither day nor month: the two as written, either may be the day */
} figure_more;

typedef struct figure {
	uint32_t start, end;           /* the numeral */
	uint32_t unit_start, unit_end; /* numeral with unit or currency */
	uint32_t full_start, full_end; /* hedge .. unit: the whole expression */
	figure_kind kind : 5;
	figure_base base : 4;
	hedge_shape hedge : 4;
	label_reason why : 6; /* of a label */
	bool has_value : 1;   /* the number is told (for a range: the lower end, with has_high) */
	bool has_high : 1;
	bool whole : 1;       /* counts whole things: its set has the integer mark */
	bool words : 1;       /* written in words, no digit */
	bool attributive : 1; /* a duration told before its noun: three-day */
	bool parts : 1;       /* told in several units: 5 ft 2 in */
	bool magnitude : 1;   /* a magnitude word or letter stood with it: 3 thousand, $3bn */
	relative_date relative : 5;
	uint16_t clock;          /* of a time of day: 1 + its minute of the day; 0: not told */
	uint16_t token;          /* index of its (collapsed) token in the sentence */
	date when;               /* of kind date (and year): its parts as told */
	told_number number;      /* in the unit as written; a percent is 12, not 0.12. To the last written digit's place × the
	                            magnitude word. figure_value(), figure_ulp() */
	const told_unit *unit;   /* NULL: none; figure_unit() never is */
	const figure_more *more; /* NULL: none of it is told */
} figure;

_Static_assert(sizeof(figure) == 72, "a text may hold a figure every few bytes");

/* What it is told in: a record of nothing if in no unit. */
static inline const told_unit *figure_unit(const figure *f)
{
	static const told_unit none = {.to_base = {1, 1}, .to_base_offset = {0, 1}};
	return f->unit ? f->unit : &none;
}

static inline rational figure_value(const figure *f)
{
	return told_value(f->number);
}

/* u: how far apart numbers of as many digits stand; 0 if it is told to no place. */
static inline rational figure_ulp(const figure *f)
{
	return told_ulp(f->number);
}

static inline rational figure_high(const figure *f)
{
	return f->more ? told_value(f->more->high) : (rational){0, 1};
}

static inline rational figure_spread(const figure *f)
{
	return f->more ? told_value(f->more->spread) : (rational){0, 1};
}

static inline rational figure_out_of(const figure *f)
{
	return f->more ? told_value(f->more->of) : (rational){0, 1};
}

static inline slice figure_hedge_text(const figure *f)
{
	return f->more ? f->more->hedge_text : (slice){0};
}

static inline date figure_until(const figure *f)
{
	return f->more ? f->more->until : (date){0};
}

/* "Tuesday", alone. */
static inline bool figure_is_weekday(const figure *f)
{
	return f->kind == FIGURE_DATE && f->relative == DATE_WEEKDAY;
}

/* A day told with its month, which exists; where a range of them is told, its first. */
static inline bool figure_is_day(const figure *f)
{
	return f->kind == FIGURE_DATE && f->relative == DATE_ABSOLUTE && f->when.month && f->when.day && date_is_valid(f->when);
}

/* Tells how much or how many: what rules call an amount. */
static inline bool figure_is_amount(figure_kind k)
{
	return k == FIGURE_COUNT || k == FIGURE_MONEY || k == FIGURE_MEASURE;
}

/* The same, or how much of something. */
static inline bool figure_is_quantity(figure_kind k)
{
	return figure_is_amount(k) || k == FIGURE_PERCENT;
}

/* A record of its own of what few figures tell, to be written to. */
figure_more *figure_own_more(arena *a, figure *f);
/* Gives it an upper end. */
void figure_set_high(arena *a, figure *f, rational high);

const char *figure_kind_name(figure_kind k);
const char *label_reason_text(label_reason r);

/* The values a figure allows in a reading, in its own unit but for percent and fraction, which are ratios: 12% is [.115, .125].
 * `fine`: a sibling in the same relation shows finer digits, so trailing zeros are digits too (generous reading only).
 * Figures without a number (dates) give the empty set. */
set figure_values(const lexicon *lex, const figure *f, reading r, bool fine);
/* The same, as if the number written were `number` (its last place kept): what the hedge would then allow. */
set figure_values_at(const lexicon *lex, const figure *f, rational number, reading r, bool fine);

#endif
