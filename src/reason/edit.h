/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small slips by which one written number becomes another. */
#ifndef REASON_EDIT_H
#define REASON_EDIT_H

#include "base/rational.h"
#include "base/vec.h"

typedef enum {
	EDIT_SWAPPED,   /* 12 for 21 */
	EDIT_DOUBLED,   /* 223 for 23 */
	EDIT_LOST,      /* 23 for 223 */
	EDIT_POINT,     /* 1.25 for 12.5 */
	EDIT_ZERO,      /* 1,200 for 120 or 12,000 */
	EDIT_MAGNITUDE, /* million for billion */
	EDIT_SIGN
} edit_kind;

typedef struct edit {
	edit_kind kind;
	slice text; /* how the number would be written, in the grouping of the old; of a magnitude or sign, the old digits */
	rational factor; /* the new number over the old */
} edit;

typedef VEC(edit) edit_list;

/* Every number that one slip makes of the digits written in `literal` ("1,183", "12.5", "1 183"), none of them equal to it and
 * none twice. Nothing of a literal that is not plain digits, of zero, or of one with a leading zero before other digits. */
void edit_all(arena *a, slice literal, bool has_magnitude, edit_list *out);
const char *edit_name(edit_kind k);

#endif
