/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/numeral.h"

#include "base/utf8.h"

enum { MOST_POWER = 30 }; /* of 10, or of a number told with one */

bool numeral_digits(const atoms *s, uint32_t i, numeral *out)
{
	if (!atom_is(s, i, ATOM_NUMBER))
		return false;
	const digit_value *d = &s->numbers.at[s->at[i].number];
	*out = (numeral){.first = i,
	                 .end = i + 1,
	                 .value = d->value,
	                 .ulp = d->ulp,
	                 .high = rational_int(0),
	                 .of = rational_int(0),
	                 .has_value = true,
	                 .decimal = d->decimal,
	                 .bare_digits = d->bare,
	                 .scale = rational_int(1),
	                 .scale_at = UINT32_MAX};
	return d->valid;
}

/* ¼ ½ ¾, ⅐ to ⅞, ↉. */
static bool vulgar_value(uint32_t c, rational *out)
{
	static const struct {
		uint32_t c;
		int64_t num, den;
	} known[] = {
		{0xBC, 1, 4},   {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10}, {0x2153, 1, 3},
		{0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5}, {0x2159, 1, 6},  {0x215A, 5, 6},
		{0x215B, 1, 8}, {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}, {0x2189, 0, 3},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (known[i].c == c) {
			*out = rational_of(known[i].num, known[i].den);
			return true;
		}
	}
	return false;
}

static bool is_small_whole(rational r, int64_t most)
{
	return rational_is_integer(r) && rational_sign(r) >= 0 && rational_compare(r, rational_int(most)) <= 0;
}

/* A fraction at atom i: ½, or two whole numbers with a bar and no space around it. */
static bool fraction_at(const atoms *s, uint32_t i, rational *num, rational *den, uint32_t *end)
{
	rational value;
	size_t len;
	if (atom_is(s, i, ATOM_VULGAR) && vulgar_value(utf8_decode(s->text, s->at[i].start, &len), &value)) {
		*num = rational_int((int64_t)value.num);
		*den = rational_int((int64_t)value.den);
		*end = i + 1;
		return true;
	}
	numeral upper, lower;
	bool bar = atom_is_char(s, i + 1, '/') ||
	           (i + 1 < s->n && s->at[i + 1].kind == ATOM_PUNCT && slice_equal(atom_text(s, i + 1), SLICE("\xE2\x81\x84")));
	if (!atom_is(s, i, ATOM_NUMBER) || !bar || !atom_is(s, i + 2, ATOM_NUMBER) || !atom_glued(s, i + 1) ||
	    !atom_glued(s, i + 2))
		return false;
	if (atom_is_char(s, i + 3, '/') || !numeral_digits(s, i, &upper) || !numeral_digits(s, i + 2, &lower))
		return false;
	if (upper.decimal || lower.decimal || rational_sign(lower.value) == 0)
		return false;
	*num = upper.value;
	*den = lower.value;
	*end = i + 3;
	return true;
}

static bool is_usual_denominator(rational den)
{
	static const int64_t usual[] = {2, 3, 4, 5, 6, 8, 10, 16, 32, 64};
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
		if (rational_compare(den, rational_int(usual[i])) == 0)
			return true;
	}
	return false;
}

/* "5½", "5 1/2", "7-1/2", "5 and 1/2": a whole number goes on with a fraction under one. */
static void add_fraction(const atoms *s, numeral *out)
{
	uint32_t i = out->end, end;
	rational num, den;
	bool dash = atom_in(s, i, s->sets->dash) && atom_glued(s, i) && atom_glued(s, i + 1);
	if (dash || atom_in(s, i, s->sets->and))
		i++;
	if (!fraction_at(s, i, &num, &den, &end) || rational_compare(num, den) >= 0 || rational_sign(num) == 0)
		return;
	if (!atom_is(s, i, ATOM_VULGAR) && !is_usual_denominator(den))
		return;
	out->value = rational_add(out->value, rational_divide(num, den, ROUND_DOWN), ROUND_DOWN);
	out->ulp = rational_divide(rational_int(1), den, ROUND_DOWN);
	out->end = end;
	out->fraction = out->decimal = true;
	out->bare_digits = false;
}

/* A fraction of digits on its own: an exact part for usual denominators, n/N of things else. */
static bool lone_fraction(const atoms *s, uint32_t i, numeral *out)
{
	rational num, den;
	uint32_t end;
	if (!fraction_at(s, i, &num, &den, &end))
		return false;
	bool usual = is_usual_denominator(den), vulgar = atom_is(s, i, ATOM_VULGAR);
	bool part = rational_compare(num, den) <= 0;
	if (!usual && !vulgar && !(part && !is_small_whole(den, 6)))
		return false;
	*out = (numeral){.first = i,
	                 .end = end,
	                 .value = rational_divide(num, den, ROUND_DOWN),
	                 .has_value = true,
	                 .fraction = true,
	                 .high = rational_int(0),
	                 .of = usual || vulgar ? rational_int(0) : den,
	                 .decimal = true,
	                 .ulp = rational_int(0),
	                 .scale = rational_int(1),
	                 .scale_at = UINT32_MAX};
	return true;
}

/* "1 234,5": past a last group of three digits with decimals after a comma, where the text writes so. */
static uint32_t add_decimal_group(const atoms *s, uint32_t i, const numeral *out)
{
	slice text = atom_text(s, i);
	bool group = s->decimal_comma && atom_is(s, i, ATOM_NUMBER) && s->at[i].start == s->at[i - 1].end + 1;
	numeral n;
	if (!group || slice_find_byte(text, ',') != 3 || !numeral_digits(s, i, &n) || !n.decimal)
		return i;
	return out->decimal ? i : i + 1;
}

uint32_t numeral_ordinal_end(const atoms *s, uint32_t i)
{
	if (atom_in(s, i, s->sets->ordinal_ending)) {
		bool with_dash = entry_flag(lexicon_entry(s->lex, s->at[i].word, s->sets->ordinal_ending), "only-dash");
		return atom_glued(s, i) && !with_dash ? i + 1 : i;
	}
	const word *w = i + 1 < s->n ? s->at[i + 1].word : NULL;
	if (!atom_in(s, i, s->sets->dash) || !atom_glued(s, i) || !atom_glued(s, i + 1))
		return i;
	return entry_flag(lexicon_entry(s->lex, w, s->sets->ordinal_ending), "dash") ? i + 2 : i;
}

/* Whether the numbers from atom `first` to the one before `end` are all that the sentence tells. */
static bool stands_alone(const atoms *s, uint32_t first, uint32_t end)
{
	for (uint32_t i = 0; i < s->n; i++)
		if ((i < first || i >= end) && atom_is(s, i, ATOM_NUMBER))
			return false;
	return true;
}

/* "1 183 crimes": groups of three with plain spaces. Rows of numbers in code are none, nor more numbers than one in a cell. */
static void add_spaced_groups(const atoms *s, numeral *out)
{
	uint32_t i = out->end;
	if (s->in_code || !out->bare_digits || s->at[out->first].end - s->at[out->first].start > 3)
		return;
	if (s->text.ptr[s->at[out->first].start] == '0' || (out->first > 0 && atom_is(s, out->first - 1, ATOM_NUMBER)))
		return;
	while (atom_is(s, i, ATOM_NUMBER) && s->at[i].start == s->at[i - 1].end + 1 && atom_text(s, i).len == 3) {
		numeral group;
		if (!numeral_digits(s, i, &group) || !group.bare_digits)
			break;
		i++;
	}
	i = add_decimal_group(s, i, out);
	bool more = atom_is(s, i, ATOM_NUMBER) || atom_is(s, i, ATOM_VULGAR);
	if (s->in_table && !stands_alone(s, out->first, i))
		return;
	if (i == out->end || (more && !(atom_is(s, i, ATOM_NUMBER) && s->text.ptr[s->at[i].start] == '.')))
		return;
	for (uint32_t k = out->end; k < i; k++) {
		numeral group;
		if (!numeral_digits(s, k, &group))
			continue;
		out->value = rational_add(rational_multiply(out->value, rational_int(1000), ROUND_DOWN), group.value, ROUND_DOWN);
		out->ulp = group.ulp;
		out->decimal = group.decimal;
	}
	out->end = i;
	out->bare_digits = false;
}

/* "80 -2.5%": what follows a number and a space is a sign, not a range, where it is less. */
static bool falls_after(const atoms *s, uint32_t i)
{
	numeral before, after;
	if (atom_glued(s, i) || !atom_glued(s, i + 1) || !atom_is(s, i - 1, ATOM_NUMBER))
		return false;
	return numeral_digits(s, i - 1, &before) && numeral_digits(s, i + 1, &after) &&
	       rational_compare(after.value, before.value) < 0;
}

/* A sign that belongs to the digits after it: nothing is glued before it. */
static bool sign_at(const atoms *s, uint32_t i, bool *negative)
{
	if (!atom_is(s, i, ATOM_PUNCT) || !atom_is(s, i + 1, ATOM_NUMBER))
		return false;
	slice text = atom_text(s, i);
	bool minus = slice_equal(text, SLICE("-")) || slice_equal(text, SLICE("\xE2\x88\x92")) ||
	             slice_equal(text, SLICE("\xE2\x80\x93")) || slice_equal(text, SLICE("\xE2\x80\x90")) ||
	             slice_equal(text, SLICE("\xE2\x80\x91"));
	bool plus = slice_equal(text, SLICE("+"));
	bool after_number = i > 0 && (s->at[i - 1].kind == ATOM_NUMBER || s->at[i - 1].kind == ATOM_DATE);
	bool opened = i == 0 || !atom_glued(s, i) || atom_is_char(s, i - 1, '(') || atom_is_char(s, i - 1, '[') ||
	              atom_is_char(s, i - 1, '=') || atom_is_char(s, i - 1, ',') || atom_in(s, i - 1, s->sets->hedge_sign);
	*negative = minus;
	if (after_number && !falls_after(s, i))
		return false;
	bool apart = minus && i > 0 && !atom_glued(s, i) && atom_in(s, i - 1, s->sets->minus_after); /* "it was - 2 degrees" */
	return (minus || plus) && opened && (atom_glued(s, i + 1) || (i == 0 && minus) || apart);
}

/* "2 point 5". */
static void add_pointed(const atoms *s, numeral *out)
{
	numeral places;
	if (!out->bare_digits || !atom_in(s, out->end, s->sets->point) || !atom_is(s, out->end + 1, ATOM_NUMBER) ||
	    !numeral_digits(s, out->end + 1, &places) || !places.bare_digits)
		return;
	rational unit = rational_int(1);
	for (size_t k = 0; k < atom_text(s, out->end + 1).len; k++)
		unit = rational_divide(unit, rational_int(10), ROUND_DOWN);
	out->value = rational_add(out->value, rational_multiply(places.value, unit, ROUND_DOWN), ROUND_DOWN);
	out->ulp = unit;
	out->decimal = true;
	out->bare_digits = false;
	out->end += 2;
}

static void negate(numeral *out)
{
	out->value = rational_negate(out->value);
	out->negative = true;
	out->bare_digits = out->lone_one = false;
}

/* "1.2^3", "4^-2", "10 ^ 5": small whole powers. */
static void add_power(const atoms *s, numeral *out)
{
	uint32_t i = out->end;
	numeral power;
	bool negative = false;
	bool glued = atom_glued(s, i) && atom_glued(s, i + 1);
	if (!atom_is_char(s, i, '^') || !(glued || (!atom_glued(s, i) && !atom_glued(s, i + 1))))
		return;
	for (i++; atom_is_char(s, i, '-') || atom_is_char(s, i, '+'); i++)
		negative = negative != atom_is_char(s, i, '-');
	if (!atom_is(s, i, ATOM_NUMBER) || (glued && !atom_glued(s, i)) || !numeral_digits(s, i, &power) || power.decimal ||
	    !is_small_whole(power.value, MOST_POWER))
		return;
	rational value = rational_int(1);
	for (int k = 0; k < (int)power.value.num; k++)
		value = rational_multiply(value, out->value, ROUND_DOWN);
	if (!rational_is_finite(value) || (negative && rational_sign(value) == 0))
		return;
	out->value = negative ? rational_divide(rational_int(1), value, ROUND_DOWN) : value;
	out->ulp = rational_int(0);
	out->decimal = true;
	out->bare_digits = false;
	out->end = i + 1;
}

/* "6 thousand 2 hundred and 15", "2 million 300 thousand": smaller parts of digits go on. */
static void add_parts(const atoms *s, numeral *out)
{
	numeral part;
	while (!out->decimal && out->scale_at + 1 == out->end && atom_is(s, out->end, ATOM_NUMBER) &&
	       numeral_digits(s, out->end, &part)) {
		bool hundred = atom_in(s, part.end, s->sets->hundred);
		if (!part.bare_digits || !(hundred || atom_in(s, part.end, s->sets->scale)))
			return;
		numeral_scale(s, false, &part);
		if (rational_compare(part.value, out->scale) >= 0)
			return;
		out->value = rational_add(out->value, part.value, ROUND_DOWN);
		out->ulp = part.ulp;
		out->scale_at = part.scale_at;
		out->end = part.end;
		out->scale = part.scale;
	}
	bool hundred = out->scale_at + 1 == out->end && atom_in(s, out->scale_at, s->sets->hundred);
	if (hundred && atom_in(s, out->end, s->sets->and) && numeral_digits(s, out->end + 1, &part) && part.bare_digits &&
	    atom_is(s, out->end + 1, ATOM_NUMBER) && atom_text(s, out->end + 1).len == 2) {
		out->value = rational_add(out->value, part.value, ROUND_DOWN);
		out->end = part.end;
	}
}

static bool digits_read(const atoms *s, uint32_t i, bool money, numeral *out)
{
	if (lone_fraction(s, i, out)) {
		numeral_scale(s, money, out);
		return true;
	}
	if (!atom_is(s, i, ATOM_NUMBER) || !numeral_digits(s, i, out))
		return false;
	uint32_t ending = numeral_ordinal_end(s, i + 1);
	if (ending > i + 1) {
		out->ordinal = !out->decimal;
		out->bare_digits = false;
		out->end = out->ordinal ? ending : i + 1;
		return true;
	}
	if (numeral_over_words(s, out))
		return true;
	add_spaced_groups(s, out);
	add_pointed(s, out);
	add_power(s, out);
	if (!out->decimal)
		add_fraction(s, out);
	numeral_scale(s, money, out);
	add_parts(s, out);
	return true;
}

static bool read_numeral(const atoms *s, uint32_t i, bool money, numeral *out)
{
	bool negative = false;
	uint32_t from = i;
	if (sign_at(s, i, &negative)) {
		from = i + 1;
	} else if (atom_in(s, i, s->sets->minus)) {
		negative = true;
		from = i + 1;
		if (atom_in(s, from, s->sets->dash) && atom_glued(s, from))
			from++;
	}
	bool read = digits_read(s, from, money, out) || (numeral_words(s, from, out) && (numeral_scale(s, money, out), true));
	if (!read)
		return from == i && (numeral_vague(s, i, out) || numeral_multiple(s, i, out));
	if (negative && (out->ordinal || !out->has_value))
		return false;
	if (from == i && out->words && !out->ordinal) {
		numeral other;
		if ((numeral_multiple(s, i, &other) || numeral_vague(s, i, &other)) && other.end > out->end)
			*out = other;
	}
	if (from == i)
		numeral_times(s, out);
	out->first = i;
	if (negative)
		negate(out);
	return true;
}

numeral_memory *numeral_memory_new(arena *a)
{
	numeral_memory *m = ARENA_NEW(a, numeral_memory);
	m->place = UINT32_MAX;
	return m;
}

void numeral_forget(const atoms *s)
{
	s->numeral->place = UINT32_MAX;
}

bool numeral_read(const atoms *s, uint32_t i, bool money, numeral *out)
{
	numeral_memory *m = s->numeral;
	if (m->place == i && m->money == money) {
		*out = m->numeral;
		return m->found;
	}
	bool found = read_numeral(s, i, money, out);
	*m = (numeral_memory){*out, i, money, found};
	return found;
}
