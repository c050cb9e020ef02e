/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/office_meta.h"

#include "format/xml.h"

enum { MONTH_DAYS = 31 };

static date day_of(arena *a, xml_reader *x)
{
	date out = {0};
	slice text = slice_trim(xml_inner_text(a, x));
	if (!date_parse_iso(slice_sub(text, 0, 10), &out))
		out = (date){0};
	return out;
}

void office_finish(arena *a, const zip_parts *parts, builder *b, document *d)
{
	builder_finish(b, d);
	slice core = zip_part_related(a, parts, SLICE(""), SLICE("/core-properties"), SLICE(""));
	slice part = zip_part_named(parts, core.len ? core : SLICE("meta.xml"));
	xml_reader *x = xml_open(a, part);
	date begun = {0}, changed = {0};
	slice title = {"", 0};
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_DC, "title"))
			title = slice_trim(xml_inner_text(a, x));
		else if (xml_opens(x, XML_DCTERMS, "created") || xml_opens(x, XML_META, "creation-date"))
			begun = day_of(a, x);
		else if (xml_opens(x, XML_DCTERMS, "modified") || xml_opens(x, XML_DC, "date"))
			changed = day_of(a, x);
	}
	xml_close(x);
	if (title.len && !d->title.len)
		d->title = title;
	if (!d->dated.year && date_is_full(begun) && date_is_full(changed) && date_is_valid(begun) && date_is_valid(changed)) {
		int64_t days = date_to_days(changed) - date_to_days(begun);
		if (days >= 0 && days <= MONTH_DAYS)
			d->dated = changed;
	}
}
