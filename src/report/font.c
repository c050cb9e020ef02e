/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/font.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const FOLDERS[] = {
	"/usr/share/fonts/truetype/liberation",
	"/usr/share/fonts/truetype/liberation2",
	"/usr/share/fonts/liberation-sans",
	"/usr/share/fonts/liberation-sans-fonts",
	"/usr/share/fonts/liberation-fonts",
	"/usr/share/fonts/liberation",
	"/usr/share/fonts/truetype/dejavu",
	"/usr/share/fonts/dejavu-sans-fonts",
	"/usr/share/fonts/dejavu",
	"/usr/share/fonts/TTF",
	"/usr/local/share/fonts",
	"/usr/local/share/fonts/liberation",
	"/usr/local/share/fonts/dejavu",
};

enum { HEADER = 12, RECORD = 16, MOST_TABLES = 64 };

static uint32_t big_endian(const unsigned char *at, unsigned bytes)
{
	uint32_t value = 0;
	for (unsigned i = 0; i < bytes; i++)
		value = value << 8 | at[i];
	return value;
}

/* The library that reads the font trusts its directory: every table must be there and lie inside the file. The layout is
 * that of the OpenType specification's "Organization of an OpenType Font". */
static bool is_whole(FILE *in, uint64_t size)
{
	static const char NEEDED[][5] = {"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name"};
	enum { COUNT = sizeof NEEDED / sizeof *NEEDED };
	unsigned char header[HEADER], record[RECORD];
	if (fread(header, 1, HEADER, in) != HEADER || big_endian(header, 4) != 0x00010000)
		return false;
	uint32_t tables = big_endian(header + 4, 2);
	size_t found = 0;
	for (uint32_t i = 0; i < tables; i++) {
		if (tables > MOST_TABLES || fread(record, 1, RECORD, in) != RECORD)
			return false;
		uint64_t offset = big_endian(record + 8, 4), length = big_endian(record + 12, 4);
		if (offset + length > size)
			return false;
		for (size_t k = 0; k < COUNT; k++)
			found += memcmp(record, NEEDED[k], 4) == 0;
	}
	return found == COUNT;
}

static bool is_font(const char *path)
{
	FILE *in = fopen(path, "rb");
	if (!in)
		return false;
	struct stat about;
	bool whole = fstat(fileno(in), &about) == 0 && S_ISREG(about.st_mode) && is_whole(in, (uint64_t)about.st_size);
	fclose(in);
	return whole;
}

const char *font_find(arena *a, const char *file, bool *out_of_memory)
{
	const char *own = getenv("NUMERATE_FONTS");
	*out_of_memory = false;
	for (size_t i = 0; i <= sizeof FOLDERS / sizeof *FOLDERS; i++) {
		const char *folder = i ? FOLDERS[i - 1] : own;
		if (!folder || !*folder)
			continue;
		slice path = arena_printf(a, "%s/%s", folder, file);
		errno = 0;
		if (is_font(path.ptr))
			return path.ptr;
		*out_of_memory = *out_of_memory || errno == ENOMEM;
	}
	return NULL;
}
