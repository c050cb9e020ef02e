/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a full stop, an exclamation or question mark or an ellipsis ends its sentence. For src/scan/sentence.c alone. */
#ifndef SCAN_SENTENCE_END_H
#define SCAN_SENTENCE_END_H

#include "scan/sentence.h"

/* Whether the sentence that begins at `from` ends with the mark at text[at], in a block that ends at `end`. Where it does,
 * *stop is the offset behind the mark and the quotes, brackets and note numbers that belong to it. */
bool sentence_ends_at(const sentence_walk *w, size_t from, size_t at, size_t end, size_t *stop);

#endif
