/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/read.h"

#include "base/library.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/detect.h"
#include "read/sandbox.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <uchardet.h>

enum {
	SAMPLE = 64 * 1024, /* bytes looked at to tell UTF-16, and text from data */
	GUESS = 1024 * 1024 /* bytes shown to the guesser */
};

/* The guesser, loaded for the first text that is no UTF-8: what it brings along costs more time than a short document. */
#define USED(X)                                                                                                             \
	X(uchardet_new)                                                                                                         \
	X(uchardet_delete)                                                                                                      \
	X(uchardet_handle_data)                                                                                                 \
	X(uchardet_data_end)                                                                                                    \
	X(uchardet_get_charset)

static struct {
	USED(LIBRARY_FUNCTION)
} lib;

static bool guesser_ready(slice *why)
{
	static const char *const names[] = {USED(LIBRARY_NAME)};
	sandbox_hold();
	bool ready = library_load("libuchardet.so.0", names, sizeof names / sizeof *names, &lib, why);
	sandbox_release();
	return ready;
}

/* Converts all of `bytes` from the encoding, strictly. */
static bool convert(arena *a, slice bytes, const char *encoding, slice *text, slice *why)
{
	sandbox_hold(); /* it takes a lock, and may load what converts */
	iconv_t converter = iconv_open("UTF-8", encoding);
	sandbox_release();
	if (converter == (iconv_t)-1) {
		*why = arena_printf(a, "its encoding seems to be %s, which cannot be converted here", encoding);
		return false;
	}
	bool done = false;
	/* A first room that fits most text; it doubles, so what is copied stays within the text's own length. */
	size_t room = bytes.len + bytes.len / 2 + 64, written = 0;
	char *out = arena_alloc(a, room), *from = (char *)(uintptr_t)bytes.ptr;
	size_t left = bytes.len;
	while (left > 0) {
		char *to = out + written;
		size_t space = room - written;
		size_t result = iconv(converter, &from, &left, &to, &space);
		written = room - space;
		if (result != (size_t)-1)
			continue;
		if (errno != E2BIG) {
			*why =
				arena_printf(a, "its encoding seems to be %s, but byte %zu is not valid in it", encoding, bytes.len - left);
			goto out;
		}
		char *larger = arena_alloc(a, room * 2);
		memcpy(larger, out, written);
		out = larger;
		room *= 2;
	}
	*text = (slice){out, written};
	done = true;
out:
	sandbox_hold();
	iconv_close(converter);
	sandbox_release();
	return done;
}

/* The encoding a byte order mark tells and the mark's length, or NULL. UTF-32 first: its mark begins as UTF-16's does. */
static const char *marked_encoding(slice bytes, size_t *length)
{
	static const struct {
		slice mark;
		const char *encoding;
	} marks[] = {{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
	             {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
	             {{"\xEF\xBB\xBF", 3}, "UTF-8"},
	             {{"\xFF\xFE", 2}, "UTF-16LE"},
	             {{"\xFE\xFF", 2}, "UTF-16BE"}};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (slice_starts_with(bytes, marks[i].mark)) {
			*length = marks[i].mark.len;
			return marks[i].encoding;
		}
	}
	return NULL;
}

/* Text in UTF-16 keeps to a few scripts, so the high bytes of its units take few values, and 0 (spaces, digits, stops) is
 * among them; the low bytes are hardly ever 0. Returns the encoding, or NULL. */
static const char *unmarked_utf16(slice bytes)
{
	if (bytes.len < 4 || bytes.len % 2 != 0)
		return NULL;
	size_t length = (bytes.len < SAMPLE ? bytes.len : SAMPLE) & ~(size_t)1, units = length / 2;
	size_t seen[2][256] = {{0}};
	for (size_t i = 0; i < length; i++)
		seen[i % 2][(unsigned char)bytes.ptr[i]]++;
	for (int high = 0; high < 2; high++) {
		size_t most = 0, zeros = seen[high][0], low_zeros = seen[1 - high][0];
		for (int value = 1; value < 256; value++)
			most = seen[high][value] > most ? seen[high][value] : most;
		if (zeros * 20 >= units && low_zeros * 50 <= units && (zeros + most + seen[high][0x20]) * 10 >= units * 9)
			return high == 0 ? "UTF-16BE" : "UTF-16LE";
	}
	return NULL;
}

/* Control bytes that no text has, in more than one byte of 200. */
static bool looks_binary(slice bytes)
{
	slice sample = slice_sub(bytes, 0, SAMPLE);
	size_t controls = 0;
	for (size_t i = 0; i < sample.len; i++) {
		unsigned char c = (unsigned char)sample.ptr[i];
		controls += (c < 0x20 && c != '\t' && c != '\n' && c != '\v' && c != '\f' && c != '\r' && c != 0x1B) || c == 0x7F;
	}
	return controls * 200 > sample.len;
}

/* Whether nearly all of the non-ASCII is valid UTF-8: then a bad byte is damage, and no sign of another encoding. */
static bool is_damaged_utf8(slice bytes)
{
	size_t good = 0, bad = 0;
	for (size_t at = 0; at < bytes.len && good + bad < 10000;) {
		slice rest = slice_sub(bytes, at, bytes.len < at + SAMPLE ? bytes.len : at + SAMPLE);
		size_t valid = utf8_valid_until(rest);
		for (size_t i = 0; i < valid; i++)
			good += ((unsigned char)rest.ptr[i] & 0xC0) == 0xC0;
		at += valid;
		if (valid < rest.len) {
			bad += rest.len - valid >= 4 || at + 4 < bytes.len;
			at++;
		}
	}
	return good > 0 && good >= 4 * bad;
}

static bool guess(arena *a, slice bytes, size_t first_bad, slice *text, slice *why)
{
	size_t from = first_bad > GUESS / 2 ? first_bad - GUESS / 2 : 0;
	slice shown = slice_sub(bytes, from, from + GUESS);
	if (!guesser_ready(why))
		return false;
	uchardet_t detector = lib.uchardet_new();
	if (!detector || lib.uchardet_handle_data(detector, shown.ptr, shown.len) != 0) {
		if (detector)
			lib.uchardet_delete(detector);
		*why = SLICE("its encoding could not be looked for: out of memory");
		return false;
	}
	lib.uchardet_data_end(detector);
	slice name = arena_copy(a, slice_of(lib.uchardet_get_charset(detector)));
	lib.uchardet_delete(detector);
	if (name.len == 0 || slice_equal_nocase(name, SLICE("ASCII")) || slice_equal_nocase(name, SLICE("UTF-8"))) {
		*why = arena_printf(a, "not valid UTF-8 (byte %zu), and no other encoding fits", first_bad);
		return false;
	}
	return convert(a, bytes, name.ptr, text, why);
}

bool charset_decode(arena *a, slice bytes, slice *text, slice *why)
{
	slice format = detect_format(bytes);
	if (format.len > 0) {
		*why = arena_printf(a, SLICE_FMT ", which is not read, or not under such a name", SLICE_ARG(format));
		return false;
	}
	size_t mark = 0;
	const char *encoding = marked_encoding(bytes, &mark);
	bool nul = slice_find_byte(bytes, '\0') != SIZE_MAX;
	if (!encoding && nul)
		encoding = unmarked_utf16(bytes);
	if (encoding && strcmp(encoding, "UTF-8") != 0)
		return convert(a, slice_sub(bytes, mark, bytes.len), encoding, text, why);
	if (nul) {
		*why = SLICE("binary data (it has NUL bytes), no text");
		return false;
	}
	size_t valid = utf8_valid_until(bytes);
	if (valid == bytes.len) {
		*text = bytes;
		return true;
	}
	if (looks_binary(bytes)) {
		*why = SLICE("binary data, no text");
		return false;
	}
	if (encoding || is_damaged_utf8(bytes)) {
		*why = arena_printf(a, "damaged UTF-8: byte %zu is not valid", valid);
		return false;
	}
	const char *told = charset_told(bytes);
	return (told && convert(a, bytes, told, text, why)) || guess(a, bytes, valid, text, why);
}
