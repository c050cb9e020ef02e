/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/word_job.h"

enum { MOST_SPAN = 1000 };

typedef struct table_row {
	bool begun, header, removed;
	uint32_t gap;
} table_row;

static void read_row_properties(xml_reader *x, table_row *row)
{
	uint32_t depth = xml_depth(x);
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "trPr") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_W, "tblHeader"))
			row->header = !slice_equal(xml_attribute(x, XML_W, "val"), SLICE("0"));
		else if (xml_opens(x, XML_W, "gridBefore"))
			row->gap = xml_number(x, XML_W, "val", MOST_SPAN, 0);
		else if (xml_opens(x, XML_W, "del"))
			row->removed = true;
	}
}

typedef struct cell_shape {
	uint32_t cols;
	bool goes_on; /* it is part of the cell above */
} cell_shape;

static void read_cell_properties(xml_reader *x, cell_shape *cell)
{
	uint32_t depth = xml_depth(x);
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "tcPr") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_W, "gridSpan"))
			cell->cols = xml_number(x, XML_W, "val", MOST_SPAN, 1);
		else if (xml_opens(x, XML_W, "vMerge"))
			cell->goes_on = !slice_equal(xml_attribute(x, XML_W, "val"), SLICE("restart"));
	}
}

static void read_cell(word_job *j, const table_row *row)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	cell_shape cell = {.cols = 1};
	bool begun = false;
	for (;;) {
		xml_event event = xml_next(x);
		bool over = event == XML_END || (event == XML_CLOSE && xml_depth(x) == depth);
		if (event == XML_OPEN && !begun && xml_opens(x, XML_W, "tcPr")) {
			read_cell_properties(x, &cell);
			continue;
		}
		if (!begun && cell.goes_on) {
			builder_cell_above(j->b, cell.cols);
			while (!over && xml_next(x) != XML_END)
				over = xml_closes(x, XML_W, "tc") && xml_depth(x) == depth;
			return;
		}
		if (!begun) {
			builder_cell(j->b, row->header, 1, cell.cols);
			flow_enter(j->f);
			begun = true;
		}
		if (over)
			break;
		word_event_read(j);
	}
	word_flush(j);
	flow_leave(j->f);
	builder_end(j->b);
}

static void read_row(word_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	table_row row = {0};
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "tr") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_W, "trPr")) {
			read_row_properties(x, &row);
		} else if (xml_opens(x, XML_W, "tc") && row.removed) {
			xml_skip(x);
		} else if (xml_opens(x, XML_W, "tc")) {
			if (!row.begun) {
				builder_row(j->b);
				builder_place(j->b, row.gap);
			}
			row.begun = true;
			read_cell(j, &row);
		} else if (word_is_passed_over(x)) {
			xml_skip(x);
		}
	}
}

void word_table_read(word_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	flow_end_lists(j->f);
	builder_table(j->b);
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "tbl") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_W, "tr"))
			read_row(j);
		else if (word_is_passed_over(x))
			xml_skip(x);
	}
	builder_end(j->b);
}
