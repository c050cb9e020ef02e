/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the reading of a table: its rows of headings, and what labels say. */
#ifndef RELATE_GRID_HEADING_H
#define RELATE_GRID_HEADING_H

#include "relate/grid.h"

/* What stands in a cell; nothing if it is none. */
slice grid_text(const grid *g, const grid_cell *c);
/* What the words of a label tell of its line. */
void grid_read_label(const grid_words *w, slice label, grid_line *line);
/* Rows of headings: those that are marked so, and those before the first number that is no year. */
uint32_t grid_heading_rows(const grid *g, const block_group *group);
/* Of a column: the heading nearest above its numbers; one over several columns belongs to each. Once more when it is known
 * which columns hold numbers: what is over one of them only is its own. */
void grid_read_heading(const grid_words *w, grid *g, uint32_t c);
/* The heading cell of row r that column c stands under, its own or one over several; NULL: there is none. */
const grid_cell *grid_over(const grid *g, uint32_t r, uint32_t c);
/* grid_about.c: whether headings, captions and notes about table `group` say that its numbers are rounded, or told in thousands;
 * and that each was adjusted for itself, as for the season, so that parts need not come to their total. Never sets false. */
void grid_hear(const grid *g, const grid_words *w, const block_group *group, bool *rounded, bool *adjusted);

#endif
