/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawings of Office say: the text of shapes, diagrams, charts. */
#ifndef FORMAT_OFFICE_DRAWING_H
#define FORMAT_OFFICE_DRAWING_H

#include "document/builder.h"
#include "format/xml.h"
#include "format/zip_parts.h"

/* Puts out a whole drawing part: the paragraphs of its shapes, its charts and diagrams. Nothing if there is no such part. */
void office_drawing_put(arena *a, const zip_parts *parts, builder *b, slice part);
/* The paragraphs of its shapes alone. */
void office_shapes_put(arena *a, const zip_parts *parts, builder *b, slice part);
/* Puts out the chart or diagram that the element at hand, which just opened in `part`, leads to; false if it is no such element. */
bool office_graphic_put(arena *a, const zip_parts *parts, builder *b, slice part, xml_reader *x);
/* format/office_chart: a chart's titles, then its points with their values where labels show them; else what is written at its
 * axes and in its legend. */
void office_chart_put(arena *a, const zip_parts *parts, builder *b, slice part);

#endif
