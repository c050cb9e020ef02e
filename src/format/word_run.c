/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/word_run.h"

#include "format/flow.h"

/* A property is on by standing there, unless its value says no. */
static bool is_on(xml_reader *x)
{
	slice value = xml_attribute(x, XML_W, "val");
	return !slice_equal(value, SLICE("0")) && !slice_equal(value, SLICE("false")) && !slice_equal(value, SLICE("off")) &&
	       !slice_equal(value, SLICE("none"));
}

static void set_mark(xml_reader *x, word_run *run, unsigned mark)
{
	run->marks = is_on(x) ? run->marks | mark : run->marks & ~mark;
}

void word_run_read(arena *a, xml_reader *x, word_run *run)
{
	uint32_t depth = xml_depth(x);
	for (;;) {
		xml_event event = xml_next(x);
		if (event == XML_END || (event == XML_CLOSE && xml_depth(x) == depth))
			return;
		if (event != XML_OPEN)
			continue;
		if (xml_opens(x, XML_W, "b"))
			set_mark(x, run, FLOW_STRONG);
		else if (xml_opens(x, XML_W, "strike") || xml_opens(x, XML_W, "dstrike"))
			set_mark(x, run, FLOW_STRUCK);
		else if (xml_opens(x, XML_W, "vertAlign"))
			run->marks = slice_equal(xml_attribute(x, XML_W, "val"), SLICE("superscript"))
			                 ? run->marks | FLOW_RAISED
			                 : run->marks & ~(unsigned)FLOW_RAISED;
		else if (xml_opens(x, XML_W, "position") &&
		         xml_number(x, XML_W, "val", UINT32_MAX, 0)) /* above the line, in half points */
			run->marks |= FLOW_RAISED;
		else if (xml_opens(x, XML_W, "vanish"))
			run->hidden = is_on(x);
		else if (xml_opens(x, XML_W, "rStyle"))
			run->style = arena_copy(a, xml_attribute(x, XML_W, "val"));
		else if (xml_opens(x, XML_W, "del") || xml_opens(x, XML_W, "moveFrom"))
			run->removed = true;
		else if (xml_opens(x, XML_W, "rPrChange")) /* as it was before */
			xml_skip(x);
	}
}
