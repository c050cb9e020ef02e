/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bytes are, from their first few. */
#ifndef READ_DETECT_H
#define READ_DETECT_H

#include "base/slice.h"

/* What format of no plain text the bytes announce ("a PDF document"), or the empty slice. */
slice detect_format(slice bytes);
/* Whether a file found in a folder is to be read: by the ending of its name. */
typedef enum { DETECT_SKIP, DETECT_KNOWN, DETECT_UNNAMED } detect_name;
/* UNNAMED: the name has no ending, so its bytes must tell. */
detect_name detect_by_name(slice name);

typedef enum {
#define FORMAT(NAME, called, endings, form, reader, prepare) FORMAT_##NAME,
#include "format/formats.def"
#undef FORMAT
	FORMAT_COUNT
} read_format;

/* The format of a document of this name and with these bytes: a PDF is known by its first. */
read_format detect_document(slice name, slice bytes);

#endif
