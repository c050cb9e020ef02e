/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/xml.h"

#include "base/ascii.h"
#include "base/library.h"
#include "base/vec.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <string.h>

#define USED(X)                                                                                                             \
	X(xmlReaderForMemory)                                                                                                   \
	X(xmlFreeTextReader)                                                                                                    \
	X(xmlTextReaderRead)                                                                                                    \
	X(xmlTextReaderNodeType)                                                                                                \
	X(xmlTextReaderIsEmptyElement)                                                                                          \
	X(xmlTextReaderConstLocalName)                                                                                          \
	X(xmlTextReaderConstNamespaceUri)                                                                                       \
	X(xmlTextReaderConstValue)                                                                                              \
	X(xmlTextReaderMoveToFirstAttribute)                                                                                    \
	X(xmlTextReaderMoveToNextAttribute)                                                                                     \
	X(xmlTextReaderMoveToElement)                                                                                           \
	X(xmlTextReaderGetParserLineNumber)

static struct {
	USED(LIBRARY_FUNCTION)
} lib;

struct xml_reader {
	arena *arena;
	xmlTextReader *parser; /* NULL: nothing to read */
	xml_event event;
	xml_space space;
	slice name, text;
	uint32_t depth;
	bool ends; /* an element without content: its end comes next */
	slice why;
	const xmlChar *known_address; /* the last one, and its space */
	xml_space known;
};

bool xml_load(slice *why)
{
	static const char *const names[] = {USED(LIBRARY_NAME)};
	return library_load("libxml2.so.2", names, sizeof names / sizeof *names, &lib, why);
}

xml_reader *xml_open(arena *a, slice bytes)
{
	xml_reader *x = ARENA_NEW(a, xml_reader);
	x->arena = a;
	x->name = x->text = x->why = (slice){"", 0};
	if (!bytes.len || !xml_load(&x->why))
		return x;
	if (bytes.len > INT_MAX) {
		x->why = SLICE("larger than XML may be");
		return x;
	}
	x->parser = lib.xmlReaderForMemory(bytes.ptr, (int)bytes.len, NULL, NULL,
	                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
	if (!x->parser)
		arena_exhausted(a);
	return x;
}

void xml_close(xml_reader *x)
{
	if (x->parser)
		lib.xmlFreeTextReader(x->parser);
	x->parser = NULL;
}

static slice slice_of_xml(const xmlChar *text)
{
	return slice_of((const char *)text);
}

static xml_space find_space(slice address)
{
	static const struct {
		xml_space space;
		slice address;
	} SPACES[] = {
#define X(NAME, uri) {XML_##NAME, SLICE(uri)},
		XML_SPACES(X)
#undef X
	};
	for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++)
		if (slice_equal(SPACES[i].address, address))
			return SPACES[i].space;
	return XML_NONE;
}

/* Addresses are interned by the parser, so that the same pointer is the same space. */
static xml_space current_space(xml_reader *x)
{
	const xmlChar *address = lib.xmlTextReaderConstNamespaceUri(x->parser);
	if (!address)
		return XML_NONE;
	if (address != x->known_address) {
		x->known_address = address;
		x->known = find_space(slice_of_xml(address));
	}
	return x->known;
}

static xml_event end(xml_reader *x, slice why)
{
	x->why = x->why.len ? x->why : why;
	xml_close(x);
	return x->event = XML_END;
}

static void take_element(xml_reader *x, xml_event event)
{
	x->event = event;
	x->space = current_space(x);
	x->name = slice_of_xml(lib.xmlTextReaderConstLocalName(x->parser));
}

xml_event xml_next(xml_reader *x)
{
	if (!x->parser)
		return x->event = XML_END;
	if (x->event == XML_CLOSE)
		x->depth--;
	if (x->ends) {
		x->ends = false;
		return x->event = XML_CLOSE;
	}
	for (;;) {
		int got = lib.xmlTextReaderRead(x->parser);
		if (got == 0)
			return end(x, (slice){"", 0});
		if (got < 0) {
			int line = lib.xmlTextReaderGetParserLineNumber(x->parser);
			return end(x, arena_printf(x->arena, "no well-formed XML (line %d of a part)", line));
		}
		switch (lib.xmlTextReaderNodeType(x->parser)) {
		case XML_READER_TYPE_ELEMENT:
			x->depth++;
			x->ends = lib.xmlTextReaderIsEmptyElement(x->parser) == 1;
			take_element(x, XML_OPEN);
			return XML_OPEN;
		case XML_READER_TYPE_END_ELEMENT:
			take_element(x, XML_CLOSE);
			return XML_CLOSE;
		case XML_READER_TYPE_TEXT:
		case XML_READER_TYPE_CDATA:
		case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
			x->text = slice_of_xml(lib.xmlTextReaderConstValue(x->parser));
			return x->event = XML_CHARS;
		case XML_READER_TYPE_DOCUMENT_TYPE:
			return end(x, SLICE("a part of it declares a document type of its own"));
		default:
			break;
		}
	}
}

slice xml_why(const xml_reader *x)
{
	return x->why;
}

static bool is_named(const xml_reader *x, xml_space space, const char *name)
{
	return x->space == space && strncmp(x->name.ptr, name, x->name.len) == 0 && !name[x->name.len];
}

bool xml_opens(const xml_reader *x, xml_space space, const char *name)
{
	return x->event == XML_OPEN && is_named(x, space, name);
}

bool xml_closes(const xml_reader *x, xml_space space, const char *name)
{
	return x->event == XML_CLOSE && is_named(x, space, name);
}

bool xml_ends(const xml_reader *x, uint32_t depth)
{
	return x->event == XML_CLOSE && x->depth == depth;
}

xml_space xml_space_of(const xml_reader *x)
{
	return x->space;
}

slice xml_text(const xml_reader *x)
{
	return x->text;
}

slice xml_attribute(xml_reader *x, xml_space space, const char *name)
{
	slice found = {"", 0};
	if (x->event != XML_OPEN || !x->parser)
		return found;
	for (int more = lib.xmlTextReaderMoveToFirstAttribute(x->parser); more == 1 && !found.len;
	     more = lib.xmlTextReaderMoveToNextAttribute(x->parser)) {
		const char *local = (const char *)lib.xmlTextReaderConstLocalName(x->parser);
		if (local && strcmp(local, name) == 0 && current_space(x) == space)
			found = slice_of_xml(lib.xmlTextReaderConstValue(x->parser));
	}
	lib.xmlTextReaderMoveToElement(x->parser);
	return found;
}

uint32_t xml_number(xml_reader *x, xml_space space, const char *name, uint32_t most, uint32_t otherwise)
{
	slice digits = xml_attribute(x, space, name);
	uint64_t n = 0;
	for (size_t i = 0; i < digits.len; i++) {
		if (!ascii_is_digit(digits.ptr[i]))
			return otherwise;
		n = n * 10 + (uint64_t)(digits.ptr[i] - '0');
		if (n > most)
			return most;
	}
	return digits.len ? (uint32_t)n : otherwise;
}

uint32_t xml_depth(const xml_reader *x)
{
	return x->depth;
}

void xml_skip(xml_reader *x)
{
	uint32_t depth = x->depth;
	while (xml_next(x) != XML_END)
		if (x->event == XML_CLOSE && x->depth == depth)
			return;
}

slice xml_inner_text(arena *a, xml_reader *x)
{
	VEC(char) text = {0};
	uint32_t depth = x->depth;
	while (xml_next(x) != XML_END && !(x->event == XML_CLOSE && x->depth == depth))
		for (size_t i = 0; x->event == XML_CHARS && i < x->text.len; i++)
			VEC_PUSH(a, text, x->text.ptr[i]);
	return (slice){text.n ? text.at : "", text.n};
}
