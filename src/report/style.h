/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the briefing looks: every size and colour of it in one table. Lengths are points, colours 0xRRGGBB. */
#ifndef REPORT_STYLE_H
#define REPORT_STYLE_H

#include <stdint.h>

typedef enum { TYPE_TITLE, TYPE_HEADING, TYPE_BODY, TYPE_CAPTION, TYPE_SIZES } type_size;

/* Every ink that text is set in has a contrast of at least 4.5:1 on white; the rest are for lines and areas. */
typedef enum {
	INK_TEXT,
	INK_SECONDARY,
	INK_ERROR,
	INK_WARNING,
	INK_NOTE,
	INK_HOLDS,
	INK_OPEN,
	INK_TEXT_COUNT, /* inks below may not carry text */
	INK_HAIR = INK_TEXT_COUNT,
	INK_PALE,  /* the area of what stands in no relation */
	INK_HATCH, /* the area between sets that do not meet */
	INK_COUNT
} ink;

typedef struct style {
	struct {
		double size, leading;
	} type[TYPE_SIZES];
	uint32_t ink[INK_COUNT];
	double margin;   /* of the page, on every side: 20 mm */
	double baseline; /* the grid that vertical space is counted in */
	double hair;     /* width of rules */
	double label;    /* width of the column of labels in a finding's card */
} style;

extern const style STYLE;

#endif
