/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office files for tests: an archive of parts written in the test, nothing compressed. */
#ifndef ZIP_FIXTURE_H
#define ZIP_FIXTURE_H

#include "base/arena.h"

typedef struct zip_member {
	const char *name, *text;
} zip_member;

slice zip_of(arena *a, const zip_member *members, size_t n);

/* A Word document with this body and further parts ("styles", "numbering", "footnotes", "comments"), each without its XML
 * declaration and name spaces. */
slice docx_of(arena *a, const char *body, const zip_member *others, size_t n);

/* What the root element of a part of Office has of name spaces. */
#define OFFICE_SPACES                                                                                                       \
	" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""                                             \
	" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""                                      \
	" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""                                             \
	" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""                                                    \
	" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""                                               \
	" xmlns:s=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OPEN_SPACES                                                                                                         \
	" xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                                                    \
	" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                                                        \
	" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                                                      \
	" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""                                                     \
	" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                                                      \
	" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                                             \
	" xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""

#endif
