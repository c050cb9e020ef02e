/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Powers, products and quotients of units: m², kg m⁻², mL/min/1.73 m2, miles an hour. */
#include "base/utf8.h"
#include "scan/unit.h"

enum { MOST_FACTORS = 5, MOST_POWER = 4 };

static bool is_minus(uint32_t c)
{
	return c == '-' || c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

/* A sign of the power, raised or on the line. On the line it is glued to the digit, and white space before it is none of
 * a dash: "m s −1", and further on in a product "m s -1". */
static bool sign_at(const atoms *s, uint32_t i, uint32_t c, const unit *of, bool first)
{
	if (c == 0x207B)
		return atom_glued(s, i);
	if (!of->powers || !is_minus(c) || !atom_glued(s, i + 1))
		return false;
	return atom_glued(s, i) || c == 0x2212 || !first;
}

int unit_power_read(const atoms *s, uint32_t i, const unit *of, bool first, uint32_t *end)
{
	size_t len;
	int sign = 1;
	rational word_power;
	*end = i;
	if (i >= s->n)
		return 1;
	if (atom_in(s, i, s->sets->unit_power_after) && slice_equal(of->dimension, SLICE("length")) &&
	    entry_number(lexicon_entry(s->lex, s->at[i].word, s->sets->unit_power_after), "value", &word_power)) {
		*end = i + 1;
		return (int)word_power.num;
	}
	if (atom_is_char(s, i, '^') && atom_glued(s, i)) {
		i++;
		if (i >= s->n)
			return 1;
	}
	uint32_t c = utf8_decode(s->text, s->at[i].start, &len);
	if (sign_at(s, i, c, of, first)) {
		sign = -1;
		i++;
	}
	if (i >= s->n || (sign > 0 && !atom_glued(s, i)))
		return 1;
	c = utf8_decode(s->text, s->at[i].start, &len);
	int digit = c == 0xB9 ? 1 : c == 0xB2 ? 2 : c == 0xB3 ? 3 : c == 0x2074 ? 4 : 0;
	if (!digit && of->powers && atom_is(s, i, ATOM_NUMBER) && atom_text(s, i).len == 1 && c >= '1' && c <= '0' + MOST_POWER)
		digit = (int)(c - '0');
	bool goes_on = atom_is(s, i, ATOM_NUMBER) && atom_is(s, i + 1, ATOM_WORD) && atom_glued(s, i + 1);
	if (!digit || goes_on)
		return 1;
	*end = i + 1;
	return sign * digit;
}

static rational raised(rational size, int power)
{
	rational out = rational_int(1);
	for (int k = 0; k < (power < 0 ? -power : power); k++)
		out = rational_multiply(out, size, ROUND_DOWN);
	return power < 0 ? rational_divide(rational_int(1), out, ROUND_DOWN) : out;
}

/* The name with the power's mark; its sign is told apart. */
static slice marked(const atoms *s, slice name, int power)
{
	static const char *const marks[] = {"", "", "²", "³", "⁴"};
	int most = power < 0 ? -power : power;
	return most < 2 || most > MOST_POWER || !name.len ? name
	                                                  : arena_printf(s->arena, SLICE_FMT "%s", SLICE_ARG(name), marks[most]);
}

static slice alone(const atoms *s, slice name, int power)
{
	slice to = marked(s, name, power);
	return power < 0 && to.len ? arena_printf(s->arena, "1/" SLICE_FMT, SLICE_ARG(to)) : to;
}

void unit_raise(const atoms *s, unit *u, int power)
{
	u->name = alone(s, u->name, power);
	u->dimension = alone(s, u->dimension, power);
	u->base = alone(s, u->base, power);
	u->factor = raised(u->factor, power);
	u->offset = rational_int(0);
	u->kind = FIGURE_MEASURE;
}

static slice joined(const atoms *s, slice to, slice next, int power)
{
	return arena_printf(s->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(to), power < 0 ? "/" : "·",
	                    SLICE_ARG(marked(s, next, power)));
}

static void join(const atoms *s, unit *to, const unit *next, int power, uint32_t end)
{
	to->name = joined(s, to->name, next->name, power);
	to->dimension = joined(s, to->dimension, next->dimension, power);
	to->base = joined(s, to->base, next->base, power);
	to->factor = rational_multiply(to->factor, raised(next->factor, power), ROUND_DOWN);
	to->offset = rational_int(0);
	to->kind = FIGURE_MEASURE;
	to->end = end;
}

static bool power_of_ten(rational r)
{
	rational ten = rational_int(10);
	while (rational_compare(r, ten) >= 0)
		r = rational_divide(r, ten, ROUND_DOWN);
	return rational_compare(r, rational_int(1)) == 0;
}

/* "100 km" of "l/100 km", "1.73 m2": the divisor is so many of its unit. */
static bool counted_part(const atoms *s, uint32_t i, bool symbols, unit *out)
{
	numeral many;
	if (!atom_is(s, i, ATOM_NUMBER) || !numeral_digits(s, i, &many) || rational_sign(many.value) <= 0)
		return false;
	bool usual = rational_compare(many.value, rational_int(10)) >= 0 && power_of_ten(many.value);
	if (!(usual || (symbols && atom_glued(s, i))) || !unit_part_read(s, i + 1, &many, !atom_glued(s, i + 1), out))
		return false;
	uint32_t end;
	int power = unit_power_read(s, out->end, out, true, &end);
	if (power != 1)
		unit_raise(s, out, power);
	out->end = end;
	out->factor = rational_multiply(out->factor, many.value, ROUND_DOWN);
	out->name = arena_printf(s->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(atom_text(s, i)), SLICE_ARG(out->name));
	out->base = arena_printf(s->arena, SLICE_FMT, SLICE_ARG(out->base));
	return true;
}

/* "a year ago", "a month from now"; not "$56 a month from $50". */
static bool moment_follows(const atoms *s, uint32_t i)
{
	unit money;
	return atom_in(s, i, s->sets->unit_moment) &&
	       !(atom_in(s, i, s->sets->range_from) && i + 1 < s->n && currency_read(s, i + 1, &money));
}

/* After "a", "an": a measure of time, length, mass or volume by its name, that is no moment ("a year earlier"). */
static bool article_fits(const atoms *s, const unit *out)
{
	bool plain = slice_equal(out->dimension, SLICE("time")) || slice_equal(out->dimension, SLICE("length")) ||
	             slice_equal(out->dimension, SLICE("mass")) || slice_equal(out->dimension, SLICE("length³")) ||
	             slice_equal(out->dimension, SLICE("barrels")) || slice_equal(out->dimension, SLICE("length²")) ||
	             slice_equal(out->dimension, SLICE("bushels")) || slice_equal(out->dimension, SLICE("tons"));
	return plain && !out->symbol && !moment_follows(s, out->end);
}

/* The rest of a divisor in brackets, "(m² day)", where a space is a product. */
static bool close_bracket(const atoms *s, unit *out)
{
	unit next;
	uint32_t end;
	for (int k = 0; k < MOST_FACTORS && !atom_is_char(s, out->end, ')'); k++) {
		uint32_t at = out->end + atom_in(s, out->end, s->sets->unit_times);
		if (!unit_part_read(s, at, NULL, false, &next))
			return false;
		int power = unit_power_read(s, next.end, &next, false, &end);
		join(s, out, &next, power, end);
	}
	if (!atom_is_char(s, out->end, ')'))
		return false;
	out->end++;
	return true;
}

/* A divisor at atom i, after "/", "per", or "a" before a measure by its name. *loose: told by an article. */
static bool divisor_at(const atoms *s, uint32_t i, unit *out, bool *loose)
{
	uint32_t at;
	const lex_entry *per = phrase_at(s, i, s->sets->unit_per, &at);
	if (!per)
		return false;
	bool symbols = entry_flag(per, "symbol"), open = symbols && atom_is_char(s, at, '(') && atom_glued(s, at);
	*loose = entry_flag(per, "article");
	if (symbols && atom_glued(s, i) != atom_glued(s, at))
		return false;
	if (!*loose && counted_part(s, at, symbols, out))
		return true;
	if (!unit_part_read(s, at + open, NULL, false, out) || (*loose && !article_fits(s, out)))
		return false;
	uint32_t end;
	int power = unit_power_read(s, out->end, out, false, &end);
	if (power < 0) /* "mg/kg-1": a slip for mg/kg */
		power = -power;
	if (power != 1)
		unit_raise(s, out, power);
	out->end = end;
	return !open || close_bracket(s, out);
}

static bool divide(const atoms *s, unit *out)
{
	unit next;
	bool loose;
	if (!divisor_at(s, out->end, &next, &loose))
		return false;
	if (loose &&
	    (out->symbol || !slice_equal(out->dimension, SLICE("length")) || !slice_equal(next.dimension, SLICE("time"))))
		return false;
	join(s, out, &next, -1, next.end);
	return true;
}

/* A further factor: kg·m, pound-feet, or a symbol with a power of its own: kg m⁻². */
static bool multiply(const atoms *s, unit *out)
{
	uint32_t k = out->end, end;
	bool told = atom_in(s, k, s->sets->unit_times) && (atom_glued(s, k) == atom_glued(s, k + 1) || atom_glued(s, k + 1));
	bool dot = told && (atom_is_char(s, k, '.') || atom_is_char(s, k, '*') || !atom_glued(s, k) || !atom_glued(s, k + 1));
	unit next;
	if (told && atom_is_char(s, k, '.') && !atom_glued(s, k + 1))
		return false;
	k += told;
	if (k >= s->n || !unit_part_read(s, k, NULL, false, &next) || !next.powers || !out->powers)
		return false;
	int power = unit_power_read(s, next.end, &next, false, &end);
	if (power >= 0 && (!told || dot))
		return false;
	join(s, out, &next, power, end);
	return true;
}

bool unit_power_alone(const atoms *s, uint32_t i)
{
	size_t len;
	if (i < 2 || !atom_is(s, i, ATOM_NUMBER) || !atom_glued(s, i) || atom_text(s, i).len != 1)
		return false;
	uint32_t sign = utf8_decode(s->text, s->at[i - 1].start, &len);
	if (!is_minus(sign) || !(atom_glued(s, i - 1) || sign == 0x2212))
		return false;
	unit of;
	if (!atom_is(s, i - 2, ATOM_WORD) || !unit_part_read(s, i - 2, NULL, false, &of) || of.end != i - 1 || !of.powers)
		return false;
	char c = s->text.ptr[s->at[i].start];
	return c >= '1' && c <= '0' + MOST_POWER;
}

void unit_product_read(const atoms *s, unit *out)
{
	for (int k = 1; k < MOST_FACTORS; k++) {
		if (!divide(s, out) && !multiply(s, out))
			return;
	}
}

bool unit_rate_read(const atoms *s, uint32_t i, unit *out)
{
	bool loose;
	return i < s->n && divisor_at(s, i, out, &loose) && rational_sign(out->factor) > 0;
}
