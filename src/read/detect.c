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

detect_name detect_by_name(slice name)
{
	static const slice endings[] = {{".txt", 4}, {".text", 5}, {".md", 3}, {".markdown", 9}, {".rst", 4}, {".adoc", 5}};
	size_t dot = name.len;
	while (dot > 0 && name.ptr[dot - 1] != '.')
		dot--;
	if (dot == 0)
		return DETECT_UNNAMED;
	slice ending = slice_sub(name, dot - 1, name.len);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		if (slice_equal_nocase(ending, endings[i]))
			return DETECT_TEXT;
	}
	return DETECT_SKIP;
}
