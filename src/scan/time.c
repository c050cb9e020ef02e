/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day. A clock time that nothing introduces is a dateline's: a label. */
#include "base/ascii.h"
#include "scan/moment.h"
#include "scan/unit.h"

static bool is_hour(const numeral *n)
{
	return rational_sign(n->value) >= 0 && rational_compare(n->value, rational_int(24)) <= 0;
}

/* 8.30 as a time: two digits of minutes. */
static bool is_clock_decimal(slice text)
{
	return text.len > 3 && text.ptr[text.len - 3] == '.' && text.ptr[text.len - 2] <= '5';
}

static bool clock_valid(slice text)
{
	size_t colon = slice_find_byte(text, ':');
	int hour = 0;
	for (size_t i = 0; i < colon; i++)
		hour = hour * 10 + (text.ptr[i] - '0');
	return hour <= 24 && text.ptr[colon + 1] <= '5';
}

/* A dateline's: a date or its closing bracket stands before it. */
static bool dated_before(const atoms *s, uint32_t i)
{
	int32_t year;
	uint32_t end;
	return atom_is_char(s, i - 1, ')') || s->at[i - 1].kind == ATOM_DATE || moment_year(s, i - 1, &year, &end) ||
	       atom_in(s, i - 1, s->sets->weekday) || (i + 1 == s->n && i <= 2);
}

/* The figure's `clock`; 0 where the half of the day is left open, or told against the hour. */
static uint16_t clock_of(int64_t hour, int64_t minute, const lex_entry *half)
{
	rational later;
	bool told = entry_number(half, "hour", &later);
	if (hour > 23 || minute > 59 || (told && (hour > 12 || hour == 0)))
		return 0;
	if (told)
		hour = hour % 12 + (int64_t)later.num;
	return (uint16_t)(1 + hour * 60 + minute);
}

static uint16_t clock_in(slice text, const lex_entry *half)
{
	int64_t part[2] = {0, 0};
	size_t at = 0, digits = 0;
	for (size_t i = 0; i < text.len && at < 2; i++) {
		bool digit = ascii_is_digit(text.ptr[i]);
		if (digit)
			part[at] = part[at] * 10 + (text.ptr[i] - '0');
		else
			at++;
		digits += digit;
	}
	return digits && digits <= 6 ? clock_of(part[0], part[1], half) : 0;
}

static bool clock_read(const atoms *s, uint32_t i, moment *out)
{
	uint32_t end;
	slice text = atom_text(s, i);
	const lex_entry *half = phrase_at(s, i + 1, s->sets->meridiem, &end);
	bool meridiem = half != NULL;
	bool seconds = slice_find_byte(slice_sub(text, slice_find_byte(text, ':') + 1, text.len), ':') != SIZE_MAX;
	bool introduced = i > 0 && atom_in(s, i - 1, s->sets->time_before);
	*out = (moment){.first = i, .end = meridiem ? end : i + 1, .kind = FIGURE_TIME};
	out->clock = clock_in(text, half);
	if (!clock_valid(text)) {
		out->kind = FIGURE_LABEL;
		out->why = LABEL_SCORE;
	} else if (!meridiem && !introduced && (seconds || (i > 0 && dated_before(s, i)))) {
		out->kind = FIGURE_LABEL;
		out->why = LABEL_CLOCK;
	}
	return true;
}

/* "half past eight", "ten past 9". */
static bool past_read(const atoms *s, uint32_t i, moment *out)
{
	numeral minutes, hour;
	if (!numeral_read(s, i, false, &minutes))
		return false;
	uint32_t k = minutes.end;
	if (atom_in(s, k, s->sets->unit))
		k++;
	if (!atom_in(s, k, s->sets->time_past) || !numeral_read(s, k + 1, false, &hour) || !is_hour(&hour) || hour.fraction ||
	    hour.decimal)
		return false;
	if (atom_is_plural(s, hour.end) || atom_in(s, hour.end, s->sets->unit) || minutes.end == i ||
	    rational_compare(minutes.value, rational_int(60)) > 0)
		return false;
	*out = (moment){.first = i, .end = hour.end, .kind = FIGURE_TIME};
	return true;
}

/* "5: 30 p.m.": a space has come between. */
static bool parted_read(const atoms *s, uint32_t i, moment *out)
{
	numeral hour, minutes;
	uint32_t end;
	if (!atom_is(s, i, ATOM_NUMBER) || !atom_is_char(s, i + 1, ':') || !atom_glued(s, i + 1) ||
	    atom_text(s, i + 2).len != 2 || !numeral_digits(s, i, &hour) || !is_hour(&hour) || hour.decimal ||
	    !numeral_digits(s, i + 2, &minutes) || !minutes.bare_digits || minutes.value.num >= 60)
		return false;
	if (!phrase_at(s, i + 3, s->sets->meridiem, &end) && !phrase_at(s, i + 3, s->sets->oclock, &end))
		return false;
	*out = (moment){.first = i, .end = end, .kind = FIGURE_TIME};
	return true;
}

/* "to 12p from 10.5p": of pence, since another of them is no hour. */
static bool is_no_hour(const atoms *s, uint32_t i)
{
	enum { NEAR = 12 };
	numeral n;
	for (uint32_t k = i > NEAR ? i - NEAR : 0; k < i + NEAR && k + 1 < s->n; k++) {
		if (k != i && atom_is(s, k, ATOM_NUMBER) && atom_glued(s, k + 1) && s->at[k + 1].word == s->at[i + 1].word &&
		    numeral_digits(s, k, &n) && (n.decimal || !is_hour(&n)))
			return true;
	}
	return false;
}

static bool hour_read(const atoms *s, uint32_t i, moment *out)
{
	numeral hour, minutes;
	uint32_t end;
	if (!numeral_read(s, i, false, &hour) || hour.negative || hour.ordinal || hour.base != BASE_NUMBER)
		return false;
	uint32_t k = hour.end;
	if (hour.words && numeral_words(s, k, &minutes) && is_hour(&hour)) /* seven thirty p.m. */
		k = minutes.end;
	if (atom_is_char(s, k, '.') && atom_glued(s, k) && atom_glued(s, k + 1) && phrase_at(s, k + 1, s->sets->meridiem, &end))
		k++;
	const lex_entry *e = phrase_at(s, k, s->sets->meridiem, &end);
	if (!e && k == hour.end)
		e = phrase_at(s, k, s->sets->oclock, &end);
	bool compact = hour.bare_digits && rational_compare(hour.value, rational_int(2459)) <= 0 &&
	               !rational_is_integer(rational_divide(hour.value, rational_int(1000), ROUND_DOWN));
	bool letter = e && entry_flag(e, "introduced");
	if (!e || !(is_hour(&hour) || (compact && !letter)) || (entry_flag(e, "glued") && !atom_glued(s, k)))
		return false;
	if (letter && is_no_hour(s, i))
		return false;
	if (letter && !(i > 0 && (atom_in(s, i - 1, s->sets->time_before) || i == 0)))
		return false;
	if (hour.decimal && !is_clock_decimal(atom_text(s, i)))
		return false;
	*out = (moment){.first = i, .end = end, .kind = FIGURE_TIME};
	rational later;
	if (!hour.words && k == hour.end && entry_number(e, "hour", &later))
		out->clock = clock_in(atom_text(s, i), e);
	return true;
}

/* "3 to 5 pm", "9-11am", "between 9 and 11 p.m.": two hours of one half of the day. */
static bool hours_read(const atoms *s, uint32_t i, moment *out)
{
	numeral first;
	moment last;
	uint32_t end;
	if (!numeral_read(s, i, false, &first) || first.end != i + 1 || !is_hour(&first) || first.base != BASE_NUMBER ||
	    first.ordinal || first.decimal || first.fraction || atom_is(s, first.end + 1, ATOM_CLOCK))
		return false;
	bool between = i > 0 && atom_in(s, i - 1, s->sets->range_between) && atom_in(s, first.end, s->sets->range_and);
	bool to = atom_in(s, first.end, s->sets->range_to) && atom_is(s, first.end, ATOM_WORD);
	bool dash = atom_in(s, first.end, s->sets->dash) && atom_glued(s, first.end) == atom_glued(s, first.end + 1);
	if (!(between || to || dash) || !hour_read(s, first.end + 1, &last))
		return false;
	rational later;
	for (uint32_t k = last.first + 1; k < last.end; k++) {
		if (entry_number(phrase_at(s, k, s->sets->meridiem, &end), "hour", &later) && end == last.end) {
			*out = (moment){.first = i, .end = last.end, .kind = FIGURE_TIME};
			return true;
		}
	}
	return false;
}

/* "at seven thirty": an hour and minutes, both in words, with nothing behind that they could count. */
static bool told_read(const atoms *s, uint32_t i, moment *out)
{
	numeral hour, minutes;
	unit u;
	if (i == 0 || !atom_in(s, i - 1, s->sets->time_at) || !numeral_words(s, i, &hour) || hour.end != i + 1 ||
	    !is_hour(&hour) || rational_compare(hour.value, rational_int(1)) < 0 || !numeral_words(s, i + 1, &minutes) ||
	    minutes.magnitude || minutes.ordinal || minutes.fraction || minutes.base != BASE_NUMBER ||
	    rational_compare(minutes.value, rational_int(10)) < 0 || rational_compare(minutes.value, rational_int(60)) >= 0 ||
	    atom_is_content(s, minutes.end) || atom_in(s, minutes.end, s->sets->percent) ||
	    unit_read(s, minutes.end, &minutes, &u))
		return false;
	*out = (moment){.first = i, .end = minutes.end, .kind = FIGURE_TIME};
	return true;
}

bool time_read(const atoms *s, uint32_t i, moment *out)
{
	uint32_t end;
	if (atom_is(s, i, ATOM_CLOCK))
		return clock_read(s, i, out);
	bool named = atom_is_capital(s, i) && !(s->at[i].flags & TOKEN_FIRST);
	if (!named && phrase_at(s, i, s->sets->time_of_day, &end)) {
		*out = (moment){.first = i, .end = end, .kind = FIGURE_TIME};
		return true;
	}
	return parted_read(s, i, out) || hours_read(s, i, out) || hour_read(s, i, out) || past_read(s, i, out) ||
	       told_read(s, i, out);
}
