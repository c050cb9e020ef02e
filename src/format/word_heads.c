/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/limits.h"
#include "format/gather.h"
#include "format/page_heads.h"
#include "format/word_job.h"

static bool is_known(const word_job *j, slice id)
{
	for (size_t i = 0; i < j->heads.n; i++)
		if (slice_equal(j->heads.at[i], id))
			return true;
	return false;
}

void word_section_read(word_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	VEC(slice) first = {0}; /* what the first page has if it is told to be another */
	bool other = false;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_W, "titlePg")) {
			slice value = xml_attribute(x, XML_W, "val");
			other = !slice_equal(value, SLICE("0")) && !slice_equal(value, SLICE("false"));
		} else if (xml_opens(x, XML_W, "headerReference") || xml_opens(x, XML_W, "footerReference")) {
			slice type = arena_copy(j->arena, xml_attribute(x, XML_W, "type"));
			slice id = arena_copy(j->arena, xml_attribute(x, XML_R, "id"));
			if (slice_equal(type, SLICE("first")))
				VEC_PUSH(j->arena, first, id);
			else if (!slice_equal(type, SLICE("even")) && j->heads.n <= LIMIT_PAGE_HEADS && !is_known(j, id))
				VEC_PUSH(j->arena, j->heads, id);
		}
	}
	for (size_t i = 0; other && i < first.n && j->heads.n <= LIMIT_PAGE_HEADS; i++)
		if (!is_known(j, first.at[i]))
			VEC_PUSH(j->arena, j->heads, first.at[i]);
}

static slice read_head(arena *a, slice bytes)
{
	xml_reader *x = xml_open(a, bytes);
	gathered all = {0};
	uint32_t fields = 0;
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_W, "fldChar")) {
			slice type = xml_attribute(x, XML_W, "fldCharType");
			fields += slice_equal(type, SLICE("begin"));
			fields -= fields && slice_equal(type, SLICE("end"));
		} else if (xml_opens(x, XML_W, "fldSimple") || word_is_passed_over(x)) {
			xml_skip(x);
		} else if (xml_opens(x, XML_W, "p") || xml_opens(x, XML_W, "br")) {
			gather_line(a, &all);
		} else if (xml_opens(x, XML_W, "tab") || xml_opens(x, XML_W, "ptab")) {
			gather_add(a, &all, SLICE("\t"));
		} else if (!fields && xml_opens(x, XML_W, "t")) {
			gather_add(a, &all, xml_inner_text(a, x));
		}
	}
	xml_close(x);
	return gather_text(&all);
}

void word_heads_put(word_job *j)
{
	page_heads heads = {.more = false};
	for (size_t i = 0; i < j->heads.n; i++) {
		slice id = j->heads.at[i];
		slice part = id.len ? zip_part_related(j->arena, j->parts, j->part, SLICE(""), id) : (slice){"", 0};
		page_heads_add(j->arena, &heads, read_head(j->arena, zip_part_named(j->parts, part)));
	}
	page_heads_put(j->b, &heads);
}
