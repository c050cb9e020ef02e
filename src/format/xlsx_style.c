/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/xlsx.h"

/* Formats that every workbook has without telling them (ECMA-376 part 1, 18.8.30). */
static slice built_in_format(uint32_t id)
{
	static const slice CODES[] = {
		[1] = SLICE("0"),
		[2] = SLICE("0.00"),
		[3] = SLICE("#,##0"),
		[4] = SLICE("#,##0.00"),
		[9] = SLICE("0%"),
		[10] = SLICE("0.00%"),
		[11] = SLICE("0.00E+00"),
		[12] = SLICE("# ?/?"),
		[13] = SLICE("# ?\?/?\?"),
		[14] = SLICE("yyyy-mm-dd"),
		[15] = SLICE("d-mmm-yy"),
		[16] = SLICE("d-mmm"),
		[17] = SLICE("mmm-yy"),
		[18] = SLICE("h:mm AM/PM"),
		[19] = SLICE("h:mm:ss AM/PM"),
		[20] = SLICE("h:mm"),
		[21] = SLICE("h:mm:ss"),
		[22] = SLICE("yyyy-mm-dd h:mm"),
		[37] = SLICE("#,##0_);(#,##0)"),
		[38] = SLICE("#,##0_);(#,##0)"),
		[39] = SLICE("#,##0.00_);(#,##0.00)"),
		[40] = SLICE("#,##0.00_);(#,##0.00)"),
		[45] = SLICE("mm:ss"),
		[46] = SLICE("[h]:mm:ss"),
		[47] = SLICE("mm:ss.0"),
		[48] = SLICE("##0.0E+0"),
		[49] = SLICE("@"),
	};
	return id < sizeof CODES / sizeof *CODES ? CODES[id] : (slice){"", 0};
}

slice xlsx_format_of(const xlsx_book *j, uint32_t style)
{
	uint32_t id = style < j->styles.n ? j->styles.at[style] : 0;
	for (size_t i = 0; i < j->formats.n; i++)
		if (j->formats.at[i].id == id)
			return j->formats.at[i].code;
	return built_in_format(id);
}

void xlsx_styles_read(xlsx_book *j, slice part)
{
	xml_reader *x = xml_open(j->arena, part);
	bool cells = false;
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_S, "numFmt")) {
			xlsx_format f = {.id = xml_number(x, XML_NONE, "numFmtId", XLSX_MOST_FORMAT, 0)};
			f.code = arena_copy(j->arena, xml_attribute(x, XML_NONE, "formatCode"));
			VEC_PUSH(j->arena, j->formats, f);
		} else if (xml_opens(x, XML_S, "cellXfs")) {
			cells = true;
		} else if (xml_closes(x, XML_S, "cellXfs")) {
			cells = false;
		} else if (cells && xml_opens(x, XML_S, "xf")) {
			VEC_PUSH(j->arena, j->styles, xml_number(x, XML_NONE, "numFmtId", XLSX_MOST_FORMAT, 0));
		} else if (xml_opens(x, XML_S, "dxfs")) {
			xml_skip(x);
		}
	}
	xml_close(x);
}
