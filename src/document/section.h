/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings of a document, and what stands under each. */
#ifndef DOCUMENT_SECTION_H
#define DOCUMENT_SECTION_H

#include "document/document.h"

/* The heading that opens the text, but for comments (as code) before it; block_count: none does. */
size_t document_first_heading(const document *d);
/* Sets every block's section from the headings. `levels_told`: the source marks their levels, which otherwise are a guess. */
void document_set_sections(document *d, bool levels_told);

#endif
