/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings that a block stands under, as scope of what it tells. */
#ifndef RELATE_SECTION_H
#define RELATE_SECTION_H

#include "document/document.h"

/* Whether text names an edition or a day: "v1.2", "2.0.1", "[1.2]", "2024-05-01", "May 2019". */
bool section_names_edition(slice text);
/* Whether a heading above block i, or its own, does, or holds a word for which `is_log` is true ("changelog"). The document's own
 * title is of all it tells: an edition in it sets nothing apart, such a word does. */
bool section_is_edition(const document *d, uint32_t i, bool (*is_log)(void *ctx, slice word), void *ctx);
/* Whether texts are equal but for their numbers. */
bool section_alike(slice a, slice b);
/* Whether two blocks stand in sections made alike: under headings of one level that are equal but for their numbers. */
bool section_parallel(const document *d, uint32_t a, uint32_t b);

#endif
