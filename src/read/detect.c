/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/detect.h"

static const struct {
	slice magic, name;
} FORMATS[] = {
	{SLICE("%PDF-"), SLICE("a PDF document")},
	{SLICE("PK\x03\x04"), SLICE("a ZIP archive or an office document")},
	{SLICE("PK\x05\x06"), SLICE("an empty ZIP archive")},
	{SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), SLICE("an old office document")},
	{SLICE("{\\rtf"), SLICE("an RTF document")},
	{SLICE("%!PS"), SLICE("a PostScript file")},
	{SLICE("\x7F"
           "ELF"),
     SLICE("a program")},
	{SLICE("\x89PNG\r\n\x1A\n"), SLICE("a PNG image")},
	{SLICE("\xFF\xD8\xFF"), SLICE("a JPEG image")},
	{SLICE("GIF87a"), SLICE("a GIF image")},
	{SLICE("GIF89a"), SLICE("a GIF image")},
	{SLICE("II*\0"), SLICE("a TIFF image")},
	{SLICE("MM\0*"), SLICE("a TIFF image")},
	{SLICE("OggS\0"), SLICE("a sound or film")},
	{SLICE("ID3\x03"), SLICE("a sound")},
	{SLICE("ID3\x04"), SLICE("a sound")},
	{SLICE("\x1F\x8B"), SLICE("a gzip archive")},
	{SLICE("BZh91AY&SY"), SLICE("a bzip2 archive")},
	{SLICE("\xFD"
           "7zXZ\0"),
     SLICE("an xz archive")},
	{SLICE("\x28\xB5\x2F\xFD"), SLICE("a zstd archive")},
	{SLICE("7z\xBC\xAF\x27\x1C"), SLICE("a 7-Zip archive")},
	{SLICE("Rar!\x1A\x07"), SLICE("a RAR archive")},
	{SLICE("SQLite format 3\0"), SLICE("an SQLite database")},
};

slice detect_format(slice bytes)
{
	for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
		if (slice_starts_with(bytes, FORMATS[i].magic))
			return FORMATS[i].name;
	}
	return (slice){"", 0};
}

static const struct {
	slice endings; /* each with its dot, one space between */
} KNOWN[] = {
#define FORMAT(NAME, called, endings, form, reader, prepare) {SLICE(endings)},
#include "format/formats.def"
#undef FORMAT
};

/* The ending of a path's last part with its dot; empty if it has none. A dot in front hides a file and ends nothing. */
static slice ending_of(slice path)
{
	size_t dot = path.len;
	while (dot > 0 && path.ptr[dot - 1] != '.' && path.ptr[dot - 1] != '/')
		dot--;
	bool found = dot > 1 && path.ptr[dot - 1] == '.' && path.ptr[dot - 2] != '/';
	return found ? slice_sub(path, dot - 1, path.len) : (slice){"", 0};
}

static bool has_ending(slice endings, slice ending)
{
	while (endings.len) {
		size_t space = slice_find_byte(endings, ' ');
		slice one = slice_sub(endings, 0, space);
		if (slice_equal_nocase(one, ending))
			return true;
		endings = slice_sub(endings, one.len + 1, endings.len);
	}
	return false;
}

/* The format of a document of this name: by its ending, any letter case; FORMAT_TEXT if that tells nothing. */
static read_format by_ending(slice name)
{
	slice ending = ending_of(name);
	for (int i = 0; ending.len && i < FORMAT_COUNT; i++)
		if (has_ending(KNOWN[i].endings, ending))
			return (read_format)i;
	return FORMAT_TEXT;
}

read_format detect_document(slice name, slice bytes)
{
	read_format by_name = by_ending(name);
	return by_name == FORMAT_TEXT && slice_starts_with(bytes, SLICE("%PDF-")) ? FORMAT_PDF : by_name;
}

detect_name detect_by_name(slice name)
{
	slice ending = ending_of(name);
	if (!ending.len)
		return DETECT_UNNAMED;
	return by_ending(name) != FORMAT_TEXT || has_ending(KNOWN[FORMAT_TEXT].endings, ending) ? DETECT_KNOWN : DETECT_SKIP;
}
