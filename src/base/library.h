/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shared library loaded when it is first needed, so that documents which do not need it do not pay for it at start:
 *
 *     #define USED(X) X(poppler_page_get_text) X(g_free)
 *     static struct { USED(LIBRARY_FUNCTION) } lib;
 *     static const char *const names[] = {USED(LIBRARY_NAME)};
 *     if (library_load("libpoppler-glib.so.8", names, sizeof names / sizeof *names, &lib, &why))
 *             text = lib.poppler_page_get_text(page);
 *
 * The functions' types are those of the library's own headers. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include "base/slice.h"

#define LIBRARY_FUNCTION(f) __typeof__(f) *f;
#define LIBRARY_NAME(f) #f,

/* Fills `functions`, n function pointers that were NULL, with the named functions of the library or of those it depends on. False if the
 * library cannot be loaded or lacks one: *why says so in a static buffer of the thread. Where they are filled already, nothing is done: loading twice is cheap. Two threads
 * do not load one library at the same time. */
bool library_load(const char *file, const char *const *names, size_t n, void *functions, slice *why);

#endif
