/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON, written straight to a stream: compact, in the order of the calls, the same bytes every time. Commas are set by
 * the writer; that keys and brackets match is the caller's care. A failed stream shows in ferror. */
#ifndef REPORT_JSON_WRITE_H
#define REPORT_JSON_WRITE_H

#include "base/slice.h"

#include <stdio.h>

typedef struct json_writer {
	FILE *out;
	bool comma; /* a value stands before the next one */
} json_writer;

json_writer json_writer_on(FILE *out);
void json_begin(json_writer *w, char bracket);  /* '{' or '[' */
void json_end(json_writer *w, char bracket);    /* '}' or ']' */
void json_key(json_writer *w, const char *key); /* plain ASCII without quotes */
/* Bytes that are not UTF-8 become U+FFFD. */
void json_string(json_writer *w, slice s);
/* a and b as one string: "a.txt#12". */
void json_string_pair(json_writer *w, slice a, slice b);
void json_string_or_null(json_writer *w, slice s); /* null for the empty slice */
void json_integer(json_writer *w, uint64_t n);
void json_bool(json_writer *w, bool b);
void json_null(json_writer *w);

#endif
