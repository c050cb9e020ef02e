/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pull reader of XML: one event after another, nothing resolved from outside, no document type allowed. */
#ifndef FORMAT_XML_H
#define FORMAT_XML_H

#include "base/arena.h"

/* The name spaces that are told apart; Office has two addresses for most of its own. */
#define XML_SPACES(X)                                                                                                       \
	X(W, "http://schemas.openxmlformats.org/wordprocessingml/2006/main")                                                    \
	X(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")                                                                \
	X(S, "http://schemas.openxmlformats.org/spreadsheetml/2006/main")                                                       \
	X(S, "http://purl.oclc.org/ooxml/spreadsheetml/main")                                                                   \
	X(P, "http://schemas.openxmlformats.org/presentationml/2006/main")                                                      \
	X(P, "http://purl.oclc.org/ooxml/presentationml/main")                                                                  \
	X(A, "http://schemas.openxmlformats.org/drawingml/2006/main")                                                           \
	X(A, "http://purl.oclc.org/ooxml/drawingml/main")                                                                       \
	X(R, "http://schemas.openxmlformats.org/officeDocument/2006/relationships")                                             \
	X(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")                                                         \
	X(M, "http://schemas.openxmlformats.org/officeDocument/2006/math")                                                      \
	X(M, "http://purl.oclc.org/ooxml/officeDocument/math")                                                                  \
	X(C, "http://schemas.openxmlformats.org/drawingml/2006/chart")                                                          \
	X(C, "http://purl.oclc.org/ooxml/drawingml/chart")                                                                      \
	X(DGM, "http://schemas.openxmlformats.org/drawingml/2006/diagram")                                                      \
	X(DGM, "http://purl.oclc.org/ooxml/drawingml/diagram")                                                                  \
	X(MC, "http://schemas.openxmlformats.org/markup-compatibility/2006")                                                    \
	X(REL, "http://schemas.openxmlformats.org/package/2006/relationships")                                                  \
	X(DC, "http://purl.org/dc/elements/1.1/")                                                                               \
	X(DCTERMS, "http://purl.org/dc/terms/")                                                                                 \
	X(OFFICE, "urn:oasis:names:tc:opendocument:xmlns:office:1.0")                                                           \
	X(TEXT, "urn:oasis:names:tc:opendocument:xmlns:text:1.0")                                                               \
	X(TABLE, "urn:oasis:names:tc:opendocument:xmlns:table:1.0")                                                             \
	X(DRAW, "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0")                                                            \
	X(STYLE, "urn:oasis:names:tc:opendocument:xmlns:style:1.0")                                                             \
	X(FO, "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0")                                                    \
	X(META, "urn:oasis:names:tc:opendocument:xmlns:meta:1.0")                                                               \
	X(CHART, "urn:oasis:names:tc:opendocument:xmlns:chart:1.0")                                                             \
	X(XML, "http://www.w3.org/XML/1998/namespace")                                                                          \
	X(XLINK, "http://www.w3.org/1999/xlink")                                                                                \
	X(PRESENTATION, "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0")                                               \
	X(MANIFEST, "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0")

typedef enum {
	XML_NONE, /* no name space, or another */
	XML_W,
	XML_S,
	XML_P,
	XML_A,
	XML_R,
	XML_M,
	XML_C,
	XML_DGM,
	XML_MC,
	XML_REL,
	XML_DC,
	XML_DCTERMS,
	XML_OFFICE,
	XML_TEXT,
	XML_TABLE,
	XML_DRAW,
	XML_STYLE,
	XML_FO,
	XML_META,
	XML_CHART,
	XML_XML,
	XML_XLINK,
	XML_PRESENTATION,
	XML_MANIFEST
} xml_space;

typedef enum { XML_END, XML_OPEN, XML_CLOSE, XML_CHARS } xml_event;

typedef struct xml_reader xml_reader;

/* Loads the library, once; false with *why if it is missing. */
bool xml_load(slice *why);
/* A reader of these bytes; of none, it ends at once. Each is to be closed. */
xml_reader *xml_open(arena *a, slice bytes);
void xml_close(xml_reader *x);
/* The next event; XML_END at the end and where the bytes are no XML any more: xml_why tells which. */
xml_event xml_next(xml_reader *x);
/* Why reading ended before the end; empty if it did not. */
slice xml_why(const xml_reader *x);

/* Whether the event at hand opens, or closes, this element. */
bool xml_opens(const xml_reader *x, xml_space space, const char *name);
bool xml_closes(const xml_reader *x, xml_space space, const char *name);
/* Whether it closes the element of this depth. */
bool xml_ends(const xml_reader *x, uint32_t depth);
xml_space xml_space_of(const xml_reader *x);
/* The text of XML_CHARS; good until the next event. */
slice xml_text(const xml_reader *x);
/* An attribute of the element that opens; empty if it has none. Good until the next event. */
slice xml_attribute(xml_reader *x, xml_space space, const char *name);
/* The same as a number of digits, at most `most`; `otherwise` if it is none. */
uint32_t xml_number(xml_reader *x, xml_space space, const char *name, uint32_t most, uint32_t otherwise);
/* Elements open around the event: the root itself has depth 1, and so has what closes it. */
uint32_t xml_depth(const xml_reader *x);
/* Passes over what the element that just opened holds, and its end. */
void xml_skip(xml_reader *x);
/* All text within the element that just opened, in the arena; passes over its end. */
slice xml_inner_text(arena *a, xml_reader *x);

#endif
