/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main part of an office file is any bytes: the first says of which kind it is. */
#include "../unit/zip_fixture.c"

#include "format/format.h"
#include "read/read.h"
#include "read/wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define TARGET "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"/"
#define LINKS(type, part) "<Relationships " TARGET type "\" Target=\"" part "\"/></Relationships>"

static const struct {
	read_function *read;
	const char *part, *rels, *links;
} KINDS[] = {
	{word_docx_read, "d.xml", "_rels/d.xml.rels", LINKS("numbering", "d.xml")},
	{word_docx_read, "d.xml", "_rels/d.xml.rels", LINKS("styles", "d.xml")},
	{word_docx_read, "d.xml", "_rels/d.xml.rels", LINKS("footnotes", "d.xml")},
	{sheet_xlsx_read, "d.xml", "_rels/d.xml.rels", LINKS("styles", "d.xml")},
	{sheet_xlsx_read, "d.xml", "_rels/d.xml.rels", LINKS("sharedStrings", "d.xml")},
	{slides_pptx_read, "d.xml", "_rels/d.xml.rels", LINKS("notesSlide", "d.xml")},
	{word_odt_read, "content.xml", "styles.xml", "<a/>"},
	{sheet_ods_read, "content.xml", "styles.xml", "<a/>"},
	{slides_odp_read, "content.xml", "styles.xml", "<a/>"},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	slice why = {"", 0};
	if (!size || memchr(data, 0, size) || !office_load(&why))
		return 0;
	size_t kind = data[0] % (sizeof KINDS / sizeof *KINDS);
	arena *a = arena_new(NULL);
	slice text = arena_copy(a, (slice){(const char *)data + 1, size - 1});
	zip_member members[] = {
		{"_rels/.rels", LINKS("officeDocument", "d.xml")},
		{KINDS[kind].part, text.ptr},
		{KINDS[kind].rels, KINDS[kind].links},
	};
	slice bytes = zip_of(a, members, sizeof members / sizeof *members);
	document d = {.path = SLICE("fuzz")};
	if (KINDS[kind].read(a, bytes, &d, &why)) {
		d.source = (slice){NULL, 0}; /* as it comes home from a child */
		const char *fault = wire_fault(&d);
		if (fault) {
			fprintf(stderr, "%s\n", fault);
			abort();
		}
	}
	arena_free(a);
	return 0;
}
