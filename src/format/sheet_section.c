/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/sheet_section.h"

#include <stdlib.h>
#include <string.h>

enum { SECTIONS = 4 };

size_t section_item_end(slice f, size_t i)
{
	char close = f.ptr[i] == '"' ? '"' : f.ptr[i] == '[' ? ']' : 0;
	if (close) {
		size_t found = slice_find_byte(slice_sub(f, i + 1, f.len), close);
		return found == SIZE_MAX ? f.len : i + found + 2;
	}
	bool pair = f.ptr[i] == '\\' || f.ptr[i] == '_' || f.ptr[i] == '*';
	size_t end = i + 1 + (pair && i + 1 < f.len);
	while (end < f.len && ((unsigned char)f.ptr[end] & 0xC0) == 0x80)
		end++;
	return end;
}

static size_t split_sections(slice format, slice sections[SECTIONS])
{
	size_t n = 0, start = 0;
	for (size_t i = 0; i <= format.len; i = i < format.len ? section_item_end(format, i) : i + 1) {
		if (i < format.len && format.ptr[i] != ';')
			continue;
		if (n < SECTIONS)
			sections[n++] = slice_sub(format, start, i);
		start = i + 1;
	}
	return n;
}

/* The condition "[>=100]" of a section, if it has one: whether the number meets it. */
static bool read_condition(slice section, double number, bool *meets)
{
	for (size_t i = 0; i < section.len; i = section_item_end(section, i)) {
		if (section.ptr[i] != '[' || i + 2 >= section.len || !strchr("<>=", section.ptr[i + 1]))
			continue;
		size_t at = i + 2;
		char first = section.ptr[i + 1], second = section.ptr[at];
		at += second == '=' || second == '>';
		char text[32] = {0};
		for (size_t k = 0; k + 1 < sizeof text && at + k < section.len && section.ptr[at + k] != ']'; k++)
			text[k] = section.ptr[at + k];
		double limit = strtod(text, NULL);
		bool equal = number == limit;
		if (first == '<' && second == '>')
			*meets = !equal;
		else
			*meets = (first == '<' && number < limit) || (first == '>' && number > limit) ||
			         ((first == '=' || second == '=') && equal);
		return true;
	}
	return false;
}

slice section_of_number(slice format, double number, bool *bare)
{
	slice sections[SECTIONS] = {{"", 0}};
	size_t n = split_sections(format, sections);
	bool meets;
	*bare = false;
	for (size_t i = 0; i < n && i < 2; i++) {
		if (!read_condition(sections[i], number, &meets))
			continue;
		if (meets) {
			*bare = i > 0 && number < 0;
			return sections[i];
		}
		if (i + 1 == n || (i == 1 && n > 2))
			return sections[n > 2 ? 2 : n - 1];
		if (!read_condition(sections[i + 1], number, &meets)) {
			return sections[i + 1];
		}
	}
	if (n >= 2 && number < 0) {
		*bare = true;
		return sections[1];
	}
	return n >= 3 && number == 0 ? sections[2] : sections[0];
}

bool section_is_date(slice section)
{
	for (size_t i = 0; i < section.len; i = section_item_end(section, i)) {
		char c = section.ptr[i];
		if (c == '[' && i + 1 < section.len && strchr("hHmMsS", section.ptr[i + 1]) && section_item_end(section, i) <= i + 4)
			return true;
		if (c == '[' || c == '"' || c == '\\')
			continue;
		if (strchr("yYdDhHsS", c) || c == 'm' || c == 'M')
			return true;
	}
	return false;
}

static bool shows_text(slice section)
{
	for (size_t i = 0; i < section.len; i = section_item_end(section, i))
		if (section.ptr[i] == '@')
			return true;
	return false;
}

bool section_of_text(slice format, slice *section)
{
	slice sections[SECTIONS] = {{"", 0}};
	size_t n = format.len ? split_sections(format, sections) : 0;
	if (!n || (n < SECTIONS && !shows_text(sections[n - 1])))
		return false;
	*section = sections[n - 1];
	return true;
}
