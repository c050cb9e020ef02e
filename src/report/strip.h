/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interval strip: value sets as shapes over a number axis. Geometry alone, drawn elsewhere (briefing_strip.c).
 *
 * The axis is linear, so that lengths may be compared; its ticks stand at round numbers, each label the exact number of its
 * tick, and labels never touch. x runs from 0 to the width asked for. */
#ifndef REPORT_STRIP_H
#define REPORT_STRIP_H

#include "base/set.h"
#include "base/vec.h"

typedef enum {
	STRIP_BAR,         /* from x0 to x1: the values between two ends */
	STRIP_CLOSED,      /* a filled cap at x0: the end belongs to the set; alone: a set of one value */
	STRIP_OPEN,        /* a hollow cap at x0: the end does not belong */
	STRIP_ARROW_LEFT,  /* the set goes on below, the point of the arrow at x0 */
	STRIP_ARROW_RIGHT, /* the set goes on above */
	STRIP_TOLD,        /* a small tick at x0: the number as told */
	STRIP_GAP,         /* from x0 to x1, over the rows row .. to_row; x0 == x1 where sets only touch */
	STRIP_TICK         /* of the axis; its label may be empty */
} strip_kind;

typedef struct strip_shape {
	strip_kind kind;
	uint32_t row, to_row;
	double x0, x1;
	slice label; /* of a tick or the gap */
} strip_shape;

typedef struct strip_row {
	set values; /* not empty */
	rational told;
	bool has_told;
	bool core; /* takes part in the conflict: the gap is between such rows */
} strip_row;

typedef struct strip_axis {
	double width;
	double overhang;                           /* how far a tick's label may stand out at either end */
	double label_space;                        /* least space between two labels */
	bool percent;                              /* values are ratios, shown times 100 with "%" */
	double (*measure)(void *ctx, slice label); /* width of a label */
	void *ctx;
} strip_axis;

typedef struct strip {
	VEC(strip_shape) shapes;
	double from, to; /* the values at x = 0 and x = width (ratios for percent) */
	bool has_gap;
	rational gap; /* between the conflicting sets, 0 if they touch */
} strip;

strip strip_build(arena *a, const strip_row *rows, size_t n, const strip_axis *axis);
/* A number as the axis writes it: thousands in groups, a power of ten from 10^15 up and below 10^-6. */
slice strip_number(arena *a, decimal d, bool percent);

#endif
