/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any encoding: told for what they are, converted, or refused with a plain reason. */
#include "arena_fixture.h"
#include "base/utf8.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>

TestSuite(charset, .init = arena_set_up, .fini = arena_tear_down);

/* Our own text in another encoding. */
static slice in_encoding(const char *encoding, slice text)
{
	iconv_t converter = iconv_open(encoding, "UTF-8");
	cr_assert_neq((intptr_t)converter, -1, "%s is known", encoding);
	char *out = arena_alloc(a, text.len * 4 + 16), *to = out, *from = (char *)(uintptr_t)text.ptr;
	size_t left = text.len, room = text.len * 4 + 16;
	cr_assert_neq(iconv(converter, &from, &left, &to, &room), (size_t)-1);
	iconv_close(converter);
	return (slice){out, (size_t)(to - out)};
}

static void expect_text(slice bytes, slice want)
{
	slice text = {"", 0}, why = {"", 0};
	cr_expect(charset_decode(a, bytes, &text, &why), SLICE_FMT, SLICE_ARG(why));
	cr_expect(slice_equal(text, want), "\"" SLICE_FMT "\"", SLICE_ARG(text));
}

static void expect_refusal(slice bytes, const char *words)
{
	slice text = {"", 0}, why = {"", 0};
	cr_expect_not(charset_decode(a, bytes, &text, &why), "%s: " SLICE_FMT, words, SLICE_ARG(text));
	cr_expect_neq(slice_find(why, slice_of(words)), SIZE_MAX, "\"%s\" in: " SLICE_FMT, words, SLICE_ARG(why));
}

static const slice RUSSIAN =
	SLICE("В городе открыли двадцать две новые школы, и ещё семь будут готовы к осени. Об этом сообщил глава "
          "управления образования на встрече с жителями в среду.\n");
static const slice GERMAN =
	SLICE("Für die Prüfung meldeten sich 45 Schüler an; später kamen noch zwölf hinzu, größtenteils aus Köln. "
          "Die Bürgermeisterin äußerte sich überrascht über den Zulauf.\n");

Test(charset, utf8_comes_back_as_the_same_bytes)
{
	slice text, why;
	cr_assert(charset_decode(a, RUSSIAN, &text, &why));
	cr_expect_eq(text.ptr, RUSSIAN.ptr);
	expect_text(SLICE(""), SLICE(""));
}

Test(charset, a_utf8_mark_stays_in_the_text)
{
	expect_text(SLICE("\xEF\xBB\xBF"
	                  "22 cells"),
	            SLICE("\xEF\xBB\xBF"
	                  "22 cells"));
}

Test(charset, marked_utf16_and_utf32_are_converted_without_the_mark)
{
	expect_text(SLICE("\xFF\xFE"
	                  "2\0"
	                  "2\0"),
	            SLICE("22"));
	expect_text(SLICE("\xFE\xFF"
	                  "\0"
	                  "2\0"
	                  "2"),
	            SLICE("22"));
	expect_text(SLICE("\xFF\xFE\0\0"
	                  "2\0\0\0"),
	            SLICE("2"));
	expect_text(SLICE("\0\0\xFE\xFF"
	                  "\0\0\0"
	                  "2"),
	            SLICE("2"));
	expect_text(in_encoding("UTF-16", RUSSIAN), RUSSIAN);
}

Test(charset, unmarked_utf16_is_found_in_latin_and_cyrillic)
{
	static const char *const encodings[] = {"UTF-16LE", "UTF-16BE"};
	for (size_t i = 0; i < 2; i++) {
		expect_text(in_encoding(encodings[i], RUSSIAN), RUSSIAN);
		expect_text(in_encoding(encodings[i], GERMAN), GERMAN);
		expect_text(in_encoding(encodings[i], SLICE("45 of 180 members voted.\n")), SLICE("45 of 180 members voted.\n"));
	}
}

Test(charset, old_encodings_are_guessed)
{
	static const char *const cyrillic[] = {"WINDOWS-1251", "KOI8-R", "IBM866", "ISO-8859-5"};
	for (size_t i = 0; i < sizeof cyrillic / sizeof *cyrillic; i++)
		expect_text(in_encoding(cyrillic[i], RUSSIAN), RUSSIAN);
	expect_text(in_encoding("WINDOWS-1252", GERMAN), GERMAN);
}

Test(charset, a_late_byte_of_an_old_encoding_is_seen)
{
	slice tail = in_encoding("WINDOWS-1252", GERMAN);
	size_t ascii = 3 << 20;
	char *bytes = arena_alloc(a, ascii + tail.len);
	memset(bytes, 'a', ascii);
	memcpy(bytes + ascii, tail.ptr, tail.len);
	slice text, why;
	cr_assert(charset_decode(a, (slice){bytes, ascii + tail.len}, &text, &why));
	cr_expect(slice_ends_with(text, GERMAN));
}

Test(charset, what_is_no_text_is_refused_by_name)
{
	expect_refusal(SLICE("%PDF-1.7\n..."), "a PDF document, which is not read, or not under such a name");
	expect_refusal(SLICE("PK\x03\x04\x14\0\0\0"), "a ZIP archive or an office document");
	expect_refusal(SLICE("\x7F"
	                     "ELF\x02\x01\x01"),
	               "a program");
	expect_refusal(SLICE("\x89PNG\r\n\x1A\n\0\0"), "a PNG image");
	expect_refusal(SLICE("\x1F\x8B\x08"), "a gzip archive");
	expect_refusal(SLICE("{\\rtf1\\ansi 22}"), "an RTF document");
}

Test(charset, nul_bytes_and_control_bytes_are_data)
{
	expect_refusal(SLICE("one\0two three four five six"), "NUL");
	expect_refusal(SLICE("\x01\x02\x03\x90\x91\xFF\xFE\x04\x05\x06\x07\x08"), "binary");
}

Test(charset, damaged_utf8_is_refused_with_the_place)
{
	expect_refusal(SLICE("\xD0\x92\xD0\xB3\xD0\xBE\xD1\x80\xD0\xBE\xD0\xB4\xD0\xB5 \xD0 \xD0\xB4\xD0\xB2\xD0\xB0"),
	               "byte 15");
	/* cut off in the midst of a letter */
	expect_refusal(slice_sub(RUSSIAN, 0, 32), "damaged UTF-8");
	expect_refusal(SLICE("\xEF\xBB\xBF"
	                     "abc \xFF"),
	               "byte 7");
}

Test(charset, any_bytes_give_valid_utf8_or_a_reason)
{
	uint64_t state = 362436069362436069u;
	for (int round = 0; round < 10000; round++) {
		char bytes[96];
		size_t length = 1 + state % sizeof bytes;
		for (size_t n = 0; n < length; n++) {
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			/* some rounds of nearly ASCII, some of few high bytes, some of anything */
			bytes[n] = round % 3 == 0   ? (char)(state >> 24)
			           : round % 3 == 1 ? (char)(state >> 24 & 0x7F)
			                            : (char)(0xC0 | (state >> 24 & 0x3F));
		}
		arena *own = arena_new(NULL);
		slice text = {"", 0}, why = {"", 0};
		bool read = charset_decode(own, (slice){bytes, length}, &text, &why);
		if (read)
			cr_assert_eq(utf8_valid_until(text), text.len, "round %d", round);
		else
			cr_assert_gt(why.len, 0, "round %d", round);
		arena_free(own);
		state += (uint64_t)round;
	}
}
