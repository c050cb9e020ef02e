/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles of an OpenDocument file, as far as they change what the text says. */
#ifndef FORMAT_ODF_STYLES_H
#define FORMAT_ODF_STYLES_H

#include "base/table.h"
#include "base/vec.h"
#include "format/xml.h"
#include "format/zip_parts.h"

enum { ODF_DEPTHS = 10 };

typedef struct odf_style {
	slice name, base;
	slice page;     /* the kind of page that begins with it; empty: it goes on */
	unsigned marks; /* FLOW_ bits */
	bool hidden;
	bool unseen;    /* a slide's: it is not shown with the others */
	uint16_t level; /* of a heading that its style makes one */
	bool caption, quote;
} odf_style;

typedef struct odf_list {
	slice name;
	bool ordered[ODF_DEPTHS];
	uint32_t start[ODF_DEPTHS];
} odf_list;

typedef struct odf_styles {
	VEC(odf_style) styles;
	VEC(odf_list) lists;
	table style_numbers, list_numbers; /* by name: the first of it, counted from 1 */
} odf_styles;

void odf_styles_read(arena *a, slice part, odf_styles *out);
/* A style with what it takes from those it is based on. */
odf_style odf_style_of(const odf_styles *s, slice name);
/* NULL if there is none of this name. */
const odf_list *odf_list_of(const odf_styles *s, slice name);
/* The parts of an OpenDocument file; false with *why if it is none, or locked by a password. */
bool odf_open(arena *a, const caps *c, slice bytes, zip_parts *parts, slice *why);

#endif
