/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#include "base_random.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <wctype.h>

static bool is_scalar(uint32_t c)
{
	return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

Test(utf8, every_code_point_survives_encoding_and_decoding)
{
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		char bytes[4];
		size_t len, n = utf8_encode(c, bytes);
		slice s = {bytes, n};
		uint32_t back = utf8_decode(s, 0, &len);
		MUST(back == (is_scalar(c) ? c : 0xFFFD) && len == n, "U+%04X", c);
		MUST(utf8_valid_until(s) == n && utf8_count(s) == 1, "U+%04X", c);
		for (size_t cut = 1; cut < n; cut++)
			MUST(utf8_valid_until((slice){bytes, cut}) == 0, "U+%04X cut to %zu bytes", c, cut);
		char after[5] = {'a'};
		memcpy(after + 1, bytes, n);
		for (size_t cut = 2; cut < n + 1; cut++)
			MUST(utf8_valid_until((slice){after, cut}) == 1, "U+%04X cut to %zu bytes behind another", c, cut - 1);
	}
}

/* The length of the first character of s by definition: bytes are valid if they are what some code point is encoded as. */
static size_t first_length(slice s)
{
	for (size_t n = 1; n <= 4 && n <= s.len; n++) {
		static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
		char bytes[4];
		uint32_t c = (unsigned char)s.ptr[0] & masks[n];
		for (size_t i = 1; i < n; i++)
			c = c << 6 | ((unsigned char)s.ptr[i] & 0x3F);
		if (is_scalar(c) && utf8_encode(c, bytes) == n && memcmp(bytes, s.ptr, n) == 0)
			return n;
	}
	return 0;
}

Test(utf8, exactly_the_encodings_of_code_points_are_valid)
{
	static const unsigned char telling[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
	                                        0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
	enum { N = sizeof telling };
	for (unsigned i = 0; i < N * N * N * N; i++) {
		char bytes[4] = {(char)telling[i % N], (char)telling[i / N % N], (char)telling[i / N / N % N],
		                 (char)telling[i / N / N / N]};
		slice s = {bytes, sizeof bytes};
		size_t len, valid = 0, expected;
		while (valid < s.len && (expected = first_length(slice_sub(s, valid, s.len))) > 0)
			valid += expected;
		MUST(utf8_valid_until(s) == valid, "%02X %02X %02X %02X", bytes[0] & 255, bytes[1] & 255, bytes[2] & 255,
		     bytes[3] & 255);
		uint32_t c = utf8_decode(s, 0, &len);
		expected = first_length(s);
		MUST(len == (expected ? expected : 1) && (expected || c == 0xFFFD), "%02X %02X", bytes[0] & 255, bytes[1] & 255);
	}
}

Test(utf8, the_first_invalid_byte_is_found_wherever_it_is)
{
	char text[100];
	for (size_t len = 0; len <= sizeof text; len++) {
		memset(text, 'a', sizeof text);
		cr_assert_eq(utf8_valid_until((slice){text, len}), len);
		for (size_t at = 0; at < len; at++) {
			text[at] = '\xFF';
			MUST(utf8_valid_until((slice){text, len}) == at, "%zu of %zu", at, len);
			text[at] = 'a';
		}
	}
}

Test(utf8, folding_lowers_latin_greek_and_cyrillic_and_keeps_all_else)
{
	arena *a = arena_new(NULL);
	static const char *const cases[][2] = {
		{"ABC xyz 123", "abc xyz 123"},
		{"ÀÉÎÕÜ Øß ÷×", "àéîõü øß ÷×"},
		{"ŁÓDŹ İ ẞ", "łódź i ß"},
		{"ΑΘΉΝΑΣ ς", "αθήνασ σ"},
		{"МОСКВА Ёж", "москва ёж"},
		{"\377A\303", "\377a\303"},
		{"日本 ½ €", "日本 ½ €"},
		{"", ""},
		{"ȺȺ", "ⱥⱥ"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		slice folded = utf8_fold(a, slice_of(cases[i][0]));
		cr_expect(slice_equal(folded, slice_of(cases[i][1])), "%s became " SLICE_FMT, cases[i][0], SLICE_ARG(folded));
	}
	arena_free(a);
}

/* The blocks whose case utf8_fold knows. */
static bool is_known_block(uint32_t c)
{
	return c < 0x250 || (c >= 0x370 && c < 0x530) || (c >= 0x1E00 && c < 0x2000) || (c >= 0xFF21 && c <= 0xFF3A);
}

Test(utf8, case_agrees_with_the_c_library)
{
	locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	if (!unicode) {
		fputs("base_utf8: the locale C.UTF-8 is absent, its comparison is left out\n", stderr);
		return;
	}
	arena *a = arena_new(NULL);
	size_t compared = 0;
	for (uint32_t c = 0; c < 0x10000; c++) {
		char bytes[4];
		size_t len;
		uint32_t lower = (uint32_t)towlower_l((wint_t)c, unicode);
		if (!is_known_block(c) || !is_scalar(c))
			continue;
		slice folded = utf8_fold(a, (slice){bytes, utf8_encode(c, bytes)});
		MUST(utf8_is_upper(c) == (lower != c), "U+%04X", c);
		if (lower != c) {
			MUST(utf8_decode(folded, 0, &len) == lower, "U+%04X becomes " SLICE_FMT, c, SLICE_ARG(folded));
			compared++;
		}
	}
	cr_expect_gt(compared, 600);
	arena_free(a);
	freelocale(unicode);
}

Test(utf8, letters_and_spaces_are_told_from_the_rest)
{
	static const uint32_t letters[] = {'a',   'Z',   0xAA,  0xB5,  0xE9,  0x131,  0x301,  0x3B1,
	                                   0x416, 0x5D0, 0x627, 0x905, 0x940, 0x4E2D, 0xAC00, 0x1D400};
	static const uint32_t others[] = {0,    '0',  '@',    '[',    '`',    '{',    0xA0,   0xAB,   0xB2,   0xBD,
	                                  0xD7, 0xF7, 0x2013, 0x2019, 0x20AC, 0x2160, 0x3001, 0xFE0F, 0x1F600};
	static const uint32_t spaces[] = {' ',    '\t',   '\n',   '\r',   0x85,   0xA0,   0x1680,
	                                  0x2002, 0x2009, 0x200A, 0x2028, 0x202F, 0x205F, 0x3000};
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		cr_expect(utf8_is_letter(letters[i]) && !utf8_is_space(letters[i]), "U+%04X", letters[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		cr_expect_not(utf8_is_letter(others[i]), "U+%04X", others[i]);
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		cr_expect(utf8_is_space(spaces[i]) && !utf8_is_letter(spaces[i]), "U+%04X", spaces[i]);
	cr_expect_not(utf8_is_space(0x200B), "a zero-width space takes none");
	cr_expect_not(utf8_is_letter(0x110000));
}
