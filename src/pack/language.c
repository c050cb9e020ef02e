/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/language.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"

static const slice FOLDER = {"rules/lexicon/", 14};
const slice LANGUAGE_COMMON = {"common", 6};

enum { MOST_LANGUAGES = 16 }; /* told apart by their letters */

/* What stands after rules/lexicon/ in the path, from *at on; false if that folder is not in it. */
static bool folder_after(slice path, size_t *at, slice *rest)
{
	for (;;) {
		size_t found = slice_find(slice_sub(path, *at, path.len), FOLDER);
		if (found == SIZE_MAX)
			return false;
		size_t begins = *at + found;
		*at = begins + FOLDER.len;
		*rest = slice_sub(path, *at, path.len);
		if (begins == 0 || path.ptr[begins - 1] == '/')
			return true;
	}
}

bool language_has_file(slice name, slice path)
{
	slice rest;
	for (size_t at = 0; folder_after(path, &at, &rest);) {
		if (slice_starts_with(rest, name) && rest.len > name.len && rest.ptr[name.len] == '/')
			return true;
	}
	return false;
}

static void add_letters(arena *a, language *to, slice letters)
{
	uint64_t *bits = ARENA_ARRAY(a, uint64_t, LANGUAGE_LETTERS / 64);
	size_t len;
	for (size_t at = 0; at < letters.len; at += len) {
		uint32_t c = utf8_decode(letters, at, &len);
		if (c < LANGUAGE_LETTERS)
			bits[c / 64] |= UINT64_C(1) << (c % 64);
	}
	to->letters = bits;
}

language_list language_list_of(arena *a, const node_file *const *files, size_t n)
{
	language *found = ARENA_ARRAY(a, language, n + 1);
	language_list list = {found, 0};
	for (size_t i = 0; i < n; i++) {
		size_t at = 0;
		slice name;
		if (!folder_after(files[i]->path, &at, &name))
			continue;
		size_t bar = slice_find_byte(name, '/');
		name = slice_sub(name, 0, bar);
		if (bar == SIZE_MAX || slice_equal(name, LANGUAGE_COMMON))
			continue;
		if (!list.n || !slice_equal(list.at[list.n - 1].name, name))
			found[list.n++] = (language){.name = name};
		const node *letters = files[i]->n ? node_get(&files[i]->roots[0], SLICE("letters")) : NULL;
		if (letters)
			add_letters(a, &found[list.n - 1], node_text(letters));
	}
	return list;
}

const language *language_find(const language_list *list, slice name)
{
	for (size_t i = 0; i < list->n; i++) {
		if (slice_equal(list->at[i].name, name))
			return &list->at[i];
	}
	return NULL;
}

const language *language_of_text(const language_list *list, slice text)
{
	size_t letters = 0, own[MOST_LANGUAGES] = {0}, len;
	text = slice_sub(text, 0, LIMIT_LANGUAGE_BYTES);
	for (size_t at = 0; at < text.len; at += len) {
		unsigned char c = (unsigned char)text.ptr[at];
		len = 1;
		if (c < 0x80) {
			letters += ascii_is_letter(c);
			continue;
		}
		uint32_t point = utf8_decode(text, at, &len);
		if (!utf8_is_letter(point))
			continue;
		letters++;
		for (size_t i = 0; point < LANGUAGE_LETTERS && i < list->n && i < MOST_LANGUAGES; i++)
			own[i] += list->at[i].letters && list->at[i].letters[point / 64] >> (point % 64) & 1;
	}
	for (size_t i = 0; i < list->n && i < MOST_LANGUAGES; i++) {
		if (own[i] * 2 > letters)
			return &list->at[i];
	}
	return NULL;
}
