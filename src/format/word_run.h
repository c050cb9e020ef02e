/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a run of a Word document is set. */
#ifndef FORMAT_WORD_RUN_H
#define FORMAT_WORD_RUN_H

#include "format/xml.h"

typedef struct word_run {
	unsigned marks; /* FLOW_ bits */
	bool hidden;
	bool removed; /* of a paragraph's own mark: it is deleted, and the next paragraph joins on */
	slice style;  /* its character style, in the arena; empty: none */
} word_run;

/* Reads the rPr that just opened, to its end. What it does not tell stays as it is. */
void word_run_read(arena *a, xml_reader *x, word_run *run);

#endif
