/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rationals against GMP's, which have no bounds. */
#include "base/rational.h"

#include "base_random.h"

#include <gmp.h>
#include <math.h>
#include <string.h>

#define MOST ((int128)((uint128)-1 >> 1))

static void set_mpz(mpz_t z, int128 x)
{
	uint128 size = x < 0 ? -(uint128)x : (uint128)x;
	uint64_t limbs[2] = {(uint64_t)size, (uint64_t)(size >> 64)};
	mpz_import(z, 2, -1, sizeof *limbs, 0, 0, limbs);
	if (x < 0)
		mpz_neg(z, z);
}

static void set_mpq(mpq_t q, rational r)
{
	set_mpz(mpq_numref(q), r.num);
	set_mpz(mpq_denref(q), r.den);
}

static void set_mpq_decimal(mpq_t q, decimal d)
{
	mpz_t power;
	mpz_init(power);
	mpz_ui_pow_ui(power, 10, (unsigned long)labs(d.exponent));
	set_mpq(q, (rational){d.coefficient, 1});
	if (d.exponent < 0)
		mpz_set(mpq_denref(q), power);
	else
		mpz_mul(mpq_numref(q), mpq_numref(q), power);
	mpq_canonicalize(q);
	mpz_clear(power);
}

static bool is_lowest(rational r)
{
	mpz_t a, b;
	mpz_inits(a, b, NULL);
	set_mpz(a, r.num);
	set_mpz(b, r.den);
	mpz_gcd(a, a, b);
	bool lowest = r.den >= 0 && mpz_cmp_ui(a, 1) == 0;
	mpz_clears(a, b, NULL);
	return lowest;
}

/* Up to 127 bits, short ones as likely as long ones; now and then an extreme. */
static int128 random_part(uint64_t *state)
{
	uint64_t shape = random_bits(state);
	if (shape % 16 == 0)
		return MOST - (int128)(shape >> 60);
	uint128 x = (uint128)random_bits(state) << 64 | random_bits(state);
	x >>= 1 + (shape >> 8) % 127;
	return x ? (int128)x : 1;
}

static rational random_rational(uint64_t *state)
{
	static const int64_t denominators[] = {1, 1, 2, 3, 10, 100, 1000, 1000000, 7, 360};
	uint64_t shape = random_bits(state);
	if (shape % 64 == 0)
		return (rational){0, 1};
	if (shape % 3 == 0) { /* as figures are */
		int64_t num = random_between(state, -1000000, 1000000);
		return rational_of(num, denominators[(shape >> 8) % 10]);
	}
	int128 a = random_part(state), b = shape % 5 == 0 ? 1 : random_part(state), num = a, den = b;
	while (b) {
		int128 rest = a % b;
		a = b;
		b = rest;
	}
	return (rational){(shape >> 40) % 2 ? -num / a : num / a, den / a};
}

static const char *text(rational r, char out[RATIONAL_TEXT])
{
	rational_format_exact(r, out);
	return out;
}

/* Whether r is what must come of the exact q: q itself where it fits, else beside it in the direction asked, and near. */
static bool is_rounded(rational r, const mpq_t q, rounding dir)
{
	mpq_t got, most, error, size;
	mpq_inits(got, most, error, size, NULL);
	set_mpq(most, (rational){MOST, 1});
	mpq_abs(size, q);
	bool good, outwards = (dir == ROUND_UP) == (mpq_sgn(q) > 0);
	bool fits = mpz_cmpabs(mpq_numref(q), mpq_numref(most)) <= 0 && mpz_cmpabs(mpq_denref(q), mpq_numref(most)) <= 0;
	bool over = mpq_cmp(size, most) > 0;
	mpq_inv(most, most);
	bool under = mpq_cmp(size, most) < 0;
	if (!rational_is_finite(r)) {
		good = over && outwards && (r.num > 0) == (mpq_sgn(q) > 0);
	} else {
		set_mpq(got, r);
		int side = mpq_cmp(got, q);
		if (fits)
			good = side == 0;
		else if (over)
			good = !outwards && r.den == 1 && (r.num == MOST || r.num == -MOST) && (r.num > 0) == (mpq_sgn(q) > 0);
		else if (under)
			good = outwards ? (r.den == MOST && r.num == mpq_sgn(q)) : r.num == 0;
		else {
			mpq_sub(error, got, q);
			mpq_div(error, error, q);
			good = (dir == ROUND_UP ? side > 0 : side < 0) && fabs(mpq_get_d(error)) < 1e-37;
		}
		good = good && is_lowest(r);
	}
	mpq_clears(got, most, error, size, NULL);
	return good;
}

typedef rational operation(rational a, rational b, rounding dir);

Test(rational, arithmetic_is_exact_where_it_fits_and_outwards_where_not)
{
	static operation *const ours[] = {rational_add, rational_subtract, rational_multiply, rational_divide};
	static void (*const theirs[])(mpq_ptr, mpq_srcptr, mpq_srcptr) = {mpq_add, mpq_sub, mpq_mul, mpq_div};
	char x[RATIONAL_TEXT], y[RATIONAL_TEXT], z[RATIONAL_TEXT];
	uint64_t state = 1;
	size_t rounded = 0;
	mpq_t a, b, q;
	mpq_inits(a, b, q, NULL);
	for (int i = 0; i < 20000; i++) {
		rational r = random_rational(&state), s = random_rational(&state);
		set_mpq(a, r);
		set_mpq(b, s);
		for (int op = 0; op < 4; op++) {
			if (op == 3 && s.num == 0)
				continue;
			theirs[op](q, a, b);
			for (int dir = ROUND_DOWN; dir <= ROUND_UP; dir++) {
				rational got = ours[op](r, s, (rounding)dir);
				MUST(is_rounded(got, q, (rounding)dir), "%s %c %s rounded %s gives %s", text(r, x), "+-*/"[op], text(s, y),
				     dir == ROUND_UP ? "up" : "down", text(got, z));
				rounded += mpz_sizeinbase(mpq_numref(q), 2) > 127 || mpz_sizeinbase(mpq_denref(q), 2) > 127;
			}
		}
	}
	cr_expect_gt(rounded, 20000, "too few of the cases needed rounding: %zu", rounded);
	mpq_clears(a, b, q, NULL);
}

Test(rational, compares_exactly_even_where_products_have_254_bits)
{
	uint64_t state = 2;
	mpq_t a, b;
	mpq_inits(a, b, NULL);
	for (int i = 0; i < 40000; i++) {
		rational r = random_rational(&state), s = random_rational(&state);
		if (i % 4 == 0 && r.den > 2) /* next to r: as near as fractions come */
			s = (rational){r.num - 1, r.den - 1};
		if (s.den == 0 || !is_lowest(s))
			continue;
		set_mpq(a, r);
		set_mpq(b, s);
		int order = mpq_cmp(a, b);
		MUST(rational_compare(r, s) == (order > 0) - (order < 0), "wrong order in case %d", i);
		MUST(rational_compare(s, r) == (order < 0) - (order > 0), "wrong order in case %d", i);
	}
	mpq_clears(a, b, NULL);
}

Test(rational, orders_infinities_at_both_ends)
{
	rational all[] = {RATIONAL_MINUS_INFINITY, {-MOST, 1}, {-1, MOST}, {0, 1}, {1, MOST}, {1, 3}, {MOST, 1},
	                  RATIONAL_INFINITY};
	for (int i = 0; i < 8; i++)
		for (int j = 0; j < 8; j++)
			cr_expect_eq(rational_compare(all[i], all[j]), (i > j) - (i < j));
}

static bool same(rational a, rational b)
{
	return a.num == b.num && a.den == b.den;
}

Test(rational, arithmetic_with_infinities_never_gives_nonsense)
{
	const rational up = RATIONAL_INFINITY, down = RATIONAL_MINUS_INFINITY, nil = {0, 1}, three = {3, 1};
	cr_expect(same(rational_add(up, three, ROUND_DOWN), up));
	cr_expect(same(rational_add(three, down, ROUND_UP), down));
	cr_expect(same(rational_add(up, down, ROUND_DOWN), down));
	cr_expect(same(rational_add(up, down, ROUND_UP), up));
	cr_expect(same(rational_subtract(up, up, ROUND_DOWN), down));
	cr_expect(same(rational_multiply(nil, up, ROUND_UP), up));
	cr_expect(same(rational_multiply(nil, up, ROUND_DOWN), down));
	cr_expect(same(rational_multiply(down, three, ROUND_UP), down));
	cr_expect(same(rational_multiply(down, down, ROUND_DOWN), up));
	cr_expect(same(rational_divide(three, nil, ROUND_UP), up));
	cr_expect(same(rational_divide(three, nil, ROUND_DOWN), down));
	cr_expect(same(rational_divide(three, down, ROUND_DOWN), nil));
	cr_expect(same(rational_divide(down, rational_negate(three), ROUND_DOWN), up));
	cr_expect(same(rational_divide(up, up, ROUND_DOWN), down));
	cr_expect(same(rational_floor(down), down));
	cr_expect(same(rational_ceil(up), up));
}

Test(rational, comes_from_integers_in_lowest_terms)
{
	cr_expect(same(rational_of(6, -4), (rational){-3, 2}));
	cr_expect(same(rational_of(0, -7), (rational){0, 1}));
	cr_expect(same(rational_of(INT64_MIN, INT64_MIN), (rational){1, 1}));
	cr_expect(same(rational_of(INT64_MIN, -1), (rational){(int128)1 << 63, 1}));
	cr_expect(same(rational_int(-5), (rational){-5, 1}));
	cr_expect(same(rational_abs(rational_of(-2, 3)), (rational){2, 3}));
	cr_expect(same(rational_abs(RATIONAL_MINUS_INFINITY), RATIONAL_INFINITY));
	cr_expect(rational_is_integer(rational_of(8, 4)));
	cr_expect_not(rational_is_integer(rational_of(8, 3)));
	cr_expect_not(rational_is_integer(RATIONAL_INFINITY));
}

Test(rational, floor_and_ceil_agree_with_gmp)
{
	uint64_t state = 3;
	mpq_t q;
	mpz_t z, got;
	mpq_init(q);
	mpz_inits(z, got, NULL);
	for (int i = 0; i < 10000; i++) {
		rational r = random_rational(&state), low = rational_floor(r), high = rational_ceil(r);
		set_mpq(q, r);
		mpz_fdiv_q(z, mpq_numref(q), mpq_denref(q));
		set_mpz(got, low.num);
		MUST(low.den == 1 && mpz_cmp(z, got) == 0, "floor in case %d", i);
		mpz_cdiv_q(z, mpq_numref(q), mpq_denref(q));
		set_mpz(got, high.num);
		MUST(high.den == 1 && mpz_cmp(z, got) == 0, "ceil in case %d", i);
	}
	mpq_clear(q);
	mpz_clears(z, got, NULL);
}

Test(rational, decimals_become_rationals_exactly_or_outwards)
{
	uint64_t state = 4;
	mpq_t q;
	mpq_init(q);
	for (int i = 0; i < 20000; i++) {
		decimal d = {.coefficient = random_part(&state),
		             .exponent = (int32_t)random_between(&state, i % 2 ? -40 : -400, i % 2 ? 40 : 400)};
		if (i % 3 == 0)
			d.coefficient = -d.coefficient;
		set_mpq_decimal(q, d);
		for (int dir = ROUND_DOWN; dir <= ROUND_UP; dir++)
			MUST(is_rounded(rational_from_decimal(d, (rounding)dir), q, (rounding)dir), "case %d", i);
	}
	mpq_clear(q);
}

Test(rational, doubles_become_rationals_and_back_unchanged)
{
	uint64_t state = 5;
	mpq_t q;
	mpq_init(q);
	for (int i = 0; i < 20000; i++) {
		double x = ldexp((double)random_between(&state, -(1LL << 53), 1LL << 53),
		                 (int)random_between(&state, i % 2 ? -120 : -1074, i % 2 ? 60 : 900));
		mpq_set_d(q, x);
		for (int dir = ROUND_DOWN; dir <= ROUND_UP; dir++) {
			rational r = rational_from_double(x, (rounding)dir);
			MUST(is_rounded(r, q, (rounding)dir), "%a", x);
			if (fabs(x) < 0x1p120 && fabs(x) > 0x1p-70)
				MUST(rational_to_double(r) == x, "%a", x);
		}
	}
	cr_expect(same(rational_from_double(-INFINITY, ROUND_UP), RATIONAL_MINUS_INFINITY));
	cr_expect_eq(rational_to_double(RATIONAL_INFINITY), HUGE_VAL);
	mpq_clear(q);
}

Test(rational, becomes_the_nearest_double)
{
	uint64_t state = 6;
	mpq_t q, here, there;
	mpq_inits(q, here, there, NULL);
	for (int i = 0; i < 20000; i++) {
		rational r = random_rational(&state);
		if (i % 4 == 0) /* exactly between two doubles */
			r = (rational){((int128)1 << 53) + 1 + 2 * random_between(&state, 0, 1000), 1};
		double x = rational_to_double(r);
		set_mpq(q, r);
		mpq_set_d(here, x);
		mpq_sub(here, here, q);
		mpq_abs(here, here);
		for (int side = -1; side <= 1; side += 2) {
			mpq_set_d(there, nextafter(x, side * HUGE_VAL));
			mpq_sub(there, there, q);
			mpq_abs(there, there);
			int order = mpq_cmp(here, there), exponent;
			MUST(order < 0 || (order == 0 && fmod(ldexp(frexp(x, &exponent), 53), 2) == 0), "case %d is not nearest", i);
		}
	}
	mpq_clears(q, here, there, NULL);
}

Test(rational, text_is_exact_for_decimals_and_rounded_outwards_for_others)
{
	char out[RATIONAL_TEXT];
	static const struct {
		rational r;
		rounding dir;
		const char *text, *exact;
	} cases[] = {
		{{1, 4}, ROUND_UP, "0.25", "0.25"},
		{{-7, 1}, ROUND_UP, "-7", "-7"},
		{{0, 1}, ROUND_UP, "0", "0"},
		{{3000000000, 1}, ROUND_UP, "3000000000", "3000000000"},
		{{1, 3}, ROUND_DOWN, "0.33333333333333333", "1/3"},
		{{1, 3}, ROUND_UP, "0.33333333333333334", "1/3"},
		{{-1, 3}, ROUND_DOWN, "-0.33333333333333334", "-1/3"},
		{{-1, 3}, ROUND_UP, "-0.33333333333333333", "-1/3"},
		{{200, 3}, ROUND_DOWN, "66.666666666666666", "200/3"},
		{{1, 300000}, ROUND_UP, "0.0000033333333333333334", "1/300000"},
		{{MOST, 1}, ROUND_UP, "170141183460469231731687303715884105727", "170141183460469231731687303715884105727"},
		{{2, 3000000000000000001}, ROUND_DOWN, "0.00000000000000000066666666666666666", "2/3000000000000000001"},
		{{1, 0}, ROUND_DOWN, "∞", "∞"},
		{{-1, 0}, ROUND_UP, "-∞", "-∞"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t len = rational_format(cases[i].r, cases[i].dir, out);
		cr_expect_str_eq(out, cases[i].text);
		cr_expect_eq(len, strlen(out));
		len = rational_format_exact(cases[i].r, out);
		cr_expect_str_eq(out, cases[i].exact);
		cr_expect_eq(len, strlen(out));
	}
}

Test(rational, significant_digits_lie_on_the_right_side_and_within_one_unit)
{
	uint64_t state = 7;
	mpq_t q, low, high, width;
	mpq_inits(q, low, high, width, NULL);
	for (int i = 0; i < 20000; i++) {
		rational r = random_rational(&state);
		unsigned digits = (unsigned)random_between(&state, 2, 36);
		decimal down = rational_significant(r, digits, ROUND_DOWN), up = rational_significant(r, digits, ROUND_UP), exact;
		set_mpq(q, r);
		set_mpq_decimal(low, down);
		set_mpq_decimal(high, up);
		MUST(mpq_cmp(low, q) <= 0 && mpq_cmp(q, high) <= 0, "case %d is on the wrong side", i);
		mpq_sub(width, high, low);
		set_mpq_decimal(high, (decimal){.coefficient = 1, .exponent = 1 - (int32_t)digits});
		mpq_abs(q, q);
		mpq_mul(high, high, q); /* one unit in the last place is at most this */
		MUST(mpq_cmp(width, high) <= 0, "case %d is too wide", i);
		if (rational_to_decimal(r, &exact))
			MUST(same(rational_from_decimal(exact, ROUND_DOWN), r), "case %d", i);
		if (mpq_sgn(width))
			MUST(mpq_cmp(low, q) != 0, "case %d is exact, and yet rounded", i);
	}
	mpq_clears(q, low, high, width, NULL);
}

Test(rational, is_a_decimal_only_if_twos_and_fives_make_its_denominator)
{
	decimal d;
	cr_expect(rational_to_decimal((rational){3, 8}, &d));
	cr_expect(d.coefficient == 375 && d.exponent == -3);
	cr_expect(rational_to_decimal((rational){7000, 1}, &d));
	cr_expect(d.coefficient == 7 && d.exponent == 3);
	cr_expect(rational_to_decimal((rational){1, (int128)1 << 51}, &d), "36 digits");
	cr_expect_not(rational_to_decimal((rational){1, (int128)1 << 52}, &d), "37 digits");
	cr_expect_not(rational_to_decimal((rational){1, 6}, &d));
	cr_expect_not(rational_to_decimal(RATIONAL_INFINITY, &d));
}
