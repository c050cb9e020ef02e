/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip_fixture.h"

#include "base/vec.h"

#include <string.h>

typedef VEC(char) bytes;

static void put(arena *a, bytes *out, const void *from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		VEC_PUSH(a, *out, ((const char *)from)[i]);
}

static void put_number(arena *a, bytes *out, uint64_t value, int width)
{
	for (int i = 0; i < width; i++)
		VEC_PUSH(a, *out, (char)(i < 4 ? value >> (8 * i) : 0));
}

static uint32_t crc_of(slice s)
{
	uint32_t crc = UINT32_MAX;
	for (size_t i = 0; i < s.len; i++) {
		crc ^= (unsigned char)s.ptr[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
	}
	return ~crc;
}

/* The fields that a member's own header and its entry in the directory share. */
static void put_header(arena *a, bytes *out, slice name, slice text)
{
	put_number(a, out, 20, 2);
	put_number(a, out, 0, 2);
	put_number(a, out, 0, 2);
	put_number(a, out, 0x21 << 16, 4);
	put_number(a, out, crc_of(text), 4);
	put_number(a, out, (uint32_t)text.len, 4);
	put_number(a, out, (uint32_t)text.len, 4);
	put_number(a, out, (uint32_t)name.len, 2);
	put_number(a, out, 0, 2);
}

slice zip_of(arena *a, const zip_member *members, size_t n)
{
	bytes out = {0}, directory = {0};
	for (size_t i = 0; i < n; i++) {
		slice name = slice_of(members[i].name), text = slice_of(members[i].text);
		uint32_t at = (uint32_t)out.n;
		put(a, &out, "PK\3\4", 4);
		put_header(a, &out, name, text);
		put(a, &out, name.ptr, name.len);
		put(a, &out, text.ptr, text.len);
		put(a, &directory, "PK\1\2\24\0", 6);
		put_header(a, &directory, name, text);
		put_number(a, &directory, 0, 10);
		put_number(a, &directory, at, 4);
		put(a, &directory, name.ptr, name.len);
	}
	uint32_t at = (uint32_t)out.n;
	put(a, &out, directory.at, directory.n);
	put(a, &out, "PK\5\6\0\0\0\0", 8);
	put_number(a, &out, (uint32_t)n, 2);
	put_number(a, &out, (uint32_t)n, 2);
	put_number(a, &out, (uint32_t)directory.n, 4);
	put_number(a, &out, at, 4);
	put_number(a, &out, 0, 2);
	return (slice){out.at, out.n};
}

#define RELS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define REL(id, type, target)                                                                                               \
	"<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type          \
	"\" Target=\"" target "\"/>"

slice docx_of(arena *a, const char *body, const zip_member *others, size_t n)
{
	enum { MOST = 16 };
	zip_member members[MOST] = {
		{"_rels/.rels", RELS REL("rId1", "officeDocument", "word/document.xml") "</Relationships>"},
		{"word/_rels/document.xml.rels",
	     RELS REL("a", "styles", "styles.xml") REL("b", "numbering", "numbering.xml") REL("c", "footnotes", "footnotes.xml")
	         REL("d", "comments", "/word/comments.xml") "</Relationships>"},
	};
	size_t used = 2;
	members[used++] = (zip_member){
		"word/document.xml", arena_printf(a, "<w:document" OFFICE_SPACES "><w:body>%s</w:body></w:document>", body).ptr};
	for (size_t i = 0; i < n; i++)
		members[used++] = (zip_member){
			arena_printf(a, "word/%s.xml", others[i].name).ptr,
			arena_printf(a, "<w:%s" OFFICE_SPACES ">%s</w:%s>", others[i].name, others[i].text, others[i].name).ptr};
	return zip_of(a, members, used);
}
