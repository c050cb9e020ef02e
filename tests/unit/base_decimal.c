/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/decimal.h"

#include "base_random.h"

#include <gmp.h>
#include <string.h>

static decimal of(const char *text)
{
	decimal d = {0};
	cr_assert(decimal_parse(slice_of(text), &d), "%s", text);
	return d;
}

Test(decimal, reads_what_is_written_and_keeps_its_places)
{
	static const struct {
		const char *text;
		int64_t coefficient;
		int32_t exponent;
		const char *plain;
	} cases[] = {
		{"22", 22, 0, "22"},         {"1.50", 150, -2, "1.50"},  {"+0.05", 5, -2, "0.05"}, {"-0.007", -7, -3, "-0.007"},
		{"007", 7, 0, "7"},          {"0", 0, 0, "0"},           {"-0.00", 0, -2, "0.00"}, {"3e9", 3, 9, "3000000000"},
		{"3.6e-2", 36, -3, "0.036"}, {"1.25E+2", 125, 0, "125"}, {"0e300", 0, 300, "0"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char out[DECIMAL_TEXT];
		decimal d = of(cases[i].text);
		cr_expect(d.coefficient == cases[i].coefficient && d.exponent == cases[i].exponent, "%s", cases[i].text);
		size_t len = decimal_format(d, out);
		cr_expect_str_eq(out, cases[i].plain);
		cr_expect_eq(len, strlen(out));
	}
}

Test(decimal, refuses_everything_else)
{
	static const char *const cases[] = {"",
	                                    " 1",
	                                    "1 ",
	                                    ".5",
	                                    "5.",
	                                    "-",
	                                    "+",
	                                    "1,000",
	                                    "1.2.3",
	                                    "1e",
	                                    "1e+",
	                                    "e5",
	                                    "1e5x",
	                                    "0x10",
	                                    "--1",
	                                    "+-1",
	                                    "1e301",
	                                    "1e-301",
	                                    "inf",
	                                    "nan",
	                                    "1e99999999999999999999",
	                                    "1234567890123456789012345678901234567",
	                                    "1.5e-300"};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		decimal d = {.coefficient = 42, .exponent = 7};
		cr_expect_not(decimal_parse(slice_of(cases[i]), &d), "%s", cases[i]);
		cr_expect(d.coefficient == 42 && d.exponent == 7, "%s changed the result", cases[i]);
	}
	decimal d;
	cr_expect(decimal_parse(SLICE("000000000000123456789012345678901234567890123456"), &d), "leading zeros are no digits");
	cr_expect_not(decimal_parse((slice){"1\0002", 3}, &d));
}

Test(decimal, comes_back_from_its_own_text)
{
	uint64_t state = 1;
	for (int i = 0; i < 20000; i++) {
		char out[DECIMAL_TEXT];
		decimal d = {.coefficient = (int128)(random_bits(&state) >> random_between(&state, 0, 63)),
		             .exponent = (int32_t)random_between(&state, -300, 15)};
		if (i % 2)
			d.coefficient = -d.coefficient;
		slice text = {out, decimal_format(d, out)};
		decimal back;
		MUST(decimal_parse(text, &back), "%s", out);
		MUST(decimal_compare(d, back) == 0, "%s", out);
		MUST(d.exponent > 0 || back.exponent == d.exponent, "%s lost its places", out);
	}
}

Test(decimal, text_of_the_largest_fits_its_buffer)
{
	char out[DECIMAL_TEXT];
	int128 most = (int128)((uint128)-1 >> 1);
	cr_expect_lt(decimal_format((decimal){-most, DECIMAL_EXPONENT}, out), DECIMAL_TEXT);
	cr_expect_lt(decimal_format((decimal){-most, -DECIMAL_EXPONENT}, out), DECIMAL_TEXT);
}

Test(decimal, whole_numbers_are_written_digit_by_digit)
{
	static const struct {
		uint64_t n;
		const char *text;
	} cases[] = {{0, "0"}, {9, "9"}, {10, "10"}, {10203, "10203"}, {UINT64_MAX, "18446744073709551615"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char out[DECIMAL_WHOLE];
		slice text = {out, decimal_format_whole(cases[i].n, out)};
		cr_expect(slice_equal(text, slice_of(cases[i].text)), "%s", cases[i].text);
	}
}

Test(decimal, normal_form_has_no_trailing_zeros)
{
	decimal d = decimal_normal(of("-120.3400"));
	cr_expect(d.coefficient == -12034 && d.exponent == -2);
	d = decimal_normal(of("3000000000"));
	cr_expect(d.coefficient == 3 && d.exponent == 9);
	d = decimal_normal(of("0.000"));
	cr_expect(d.coefficient == 0 && d.exponent == 0);
}

static void set_mpz(mpz_t z, decimal d, int32_t places)
{
	uint128 size = d.coefficient < 0 ? -(uint128)d.coefficient : (uint128)d.coefficient;
	uint64_t limbs[2] = {(uint64_t)size, (uint64_t)(size >> 64)};
	mpz_t power;
	mpz_init(power);
	mpz_import(z, 2, -1, sizeof *limbs, 0, 0, limbs);
	mpz_ui_pow_ui(power, 10, (unsigned long)(d.exponent + places));
	mpz_mul(z, z, power);
	if (d.coefficient < 0)
		mpz_neg(z, z);
	mpz_clear(power);
}

static decimal random_decimal(uint64_t *state)
{
	uint128 c = ((uint128)random_bits(state) << 64 | random_bits(state)) >> random_between(state, 1, 127);
	decimal d = {.coefficient = (int128)c, .exponent = (int32_t)random_between(state, -40, 40)};
	if (random_bits(state) % 2)
		d.coefficient = -d.coefficient;
	if (random_bits(state) % 4 == 0) { /* with zeros at the end */
		d.coefficient = d.coefficient % 1000000 * 1000000000000;
		d.exponent -= 12;
	}
	return d;
}

Test(decimal, compares_and_multiplies_as_gmp_does)
{
	uint64_t state = 2;
	size_t multiplied = 0;
	mpz_t x, y, z;
	mpz_inits(x, y, z, NULL);
	for (int i = 0; i < 20000; i++) {
		decimal a = random_decimal(&state), b = random_decimal(&state), product;
		if (i % 4 == 0) /* the same value, written otherwise, or its neighbour */
			b = (decimal){.coefficient = a.coefficient / 100000 * 100 + i % 8 / 4, .exponent = a.exponent - 2};
		set_mpz(x, a, 100);
		set_mpz(y, b, 100);
		int order = mpz_cmp(x, y);
		MUST(decimal_compare(a, b) == (order > 0) - (order < 0), "case %d", i);
		mpz_mul(z, x, y);
		if (decimal_multiply(a, b, &product)) {
			multiplied++;
			set_mpz(x, product, 200);
			MUST(mpz_cmp(x, z) == 0, "case %d", i);
		} else { /* rightly: even without zeros at the end it has more than 127 bits */
			while (mpz_sgn(z) && mpz_divisible_ui_p(z, 10))
				mpz_divexact_ui(z, z, 10);
			MUST(mpz_sizeinbase(z, 2) > 127, "case %d", i);
		}
	}
	cr_expect_gt(multiplied, 5000);
	mpz_clears(x, y, z, NULL);
}

Test(decimal, shifts_its_point_within_bounds)
{
	decimal d;
	cr_expect(decimal_shift(of("2.5"), 6, &d));
	cr_expect_eq(decimal_compare(d, of("2500000")), 0);
	cr_expect(decimal_shift(of("12"), -2, &d));
	cr_expect_eq(decimal_compare(d, of("0.12")), 0);
	cr_expect_not(decimal_shift(of("1"), DECIMAL_EXPONENT + 1, &d));
	cr_expect_not(decimal_shift(of("1"), INT32_MIN, &d));
	cr_expect_not(decimal_multiply(of("1e300"), of("1e300"), &d));
	cr_expect_not(decimal_multiply(of("1e-300"), of("1e-300"), &d));
	cr_expect_eq(decimal_compare(d, of("0.12")), 0, "what is refused leaves the result alone");
}
