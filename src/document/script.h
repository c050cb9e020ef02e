/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raised and lowered digits as the signs that Unicode has for them, so that they are not glued to the number before them. */
#ifndef DOCUMENT_SCRIPT_H
#define DOCUMENT_SCRIPT_H

#include "document/builder.h"

/* The sign for a raised (or lowered) digit, plus, minus or bracket; empty if there is none. */
slice script_sign(char c, bool raised);
/* Tells text from the source at `at`, raised or lowered as far as there are signs for it. */
void script_put(builder *b, slice text, uint32_t at, bool raised);

#endif
