/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages to the person who runs the program or writes rules: what happened, where, what to do.
 * "file:line:col: error: message", then the source line and a caret when the source is known. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/vec.h"

#include <stdio.h>

typedef enum { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE } diag_severity;

typedef struct diag {
	diag_severity severity;
	slice file;         /* empty: about no file */
	uint32_t line, col; /* 1-based, col in code points; 0: not known */
	slice message;
	slice excerpt;  /* the source line, or empty */
	uint32_t width; /* code points underlined at the caret, at least 1 when there is an excerpt */
} diag;

typedef struct diag_list {
	arena *arena;
	VEC(diag) items;
	size_t errors;
} diag_list;

diag_list diag_list_new(arena *a);
/* Adds a message without a place, and one with a place in `source` (the file's whole text; its line is copied). */
void diag_add(diag_list *list, diag_severity severity, slice file, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void diag_at(diag_list *list, diag_severity severity, slice file, slice source, uint32_t line, uint32_t col, uint32_t width,
             const char *format, ...) __attribute__((format(printf, 8, 9)));
void diag_print(const diag_list *list, FILE *out, bool color);
/* The candidate nearest to `word` (edit distance at most 2, and under half its length), or the empty slice. */
slice diag_did_you_mean(slice word, const slice *candidates, size_t n);

#endif
