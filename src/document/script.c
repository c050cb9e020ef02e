/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/script.h"

#include <string.h>

slice script_sign(char c, bool raised)
{
	static const char from[] = "0123456789+-=()";
	static const char *const high[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2075", "\u2076", "\u2077",
	                                   "\u2078", "\u2079", "\u207A", "\u207B", "\u207C", "\u207D", "\u207E"};
	static const char *const low[] = {"\u2080", "\u2081", "\u2082", "\u2083", "\u2084", "\u2085", "\u2086", "\u2087",
	                                  "\u2088", "\u2089", "\u208A", "\u208B", "\u208C", "\u208D", "\u208E"};
	const char *at = c ? strchr(from, c) : NULL;
	return at ? slice_of(raised ? high[at - from] : low[at - from]) : (slice){"", 0};
}

void script_put(builder *b, slice text, uint32_t at, bool raised)
{
	size_t plain = 0;
	for (size_t i = 0; i < text.len; i++) {
		slice sign = script_sign(text.ptr[i], raised);
		if (!sign.len)
			continue;
		if (i > plain)
			builder_text(b, slice_sub(text, plain, i), at + (uint32_t)plain);
		builder_put(b, sign, at + (uint32_t)i, at + (uint32_t)i + 1);
		plain = i + 1;
	}
	if (plain < text.len)
		builder_text(b, slice_sub(text, plain, text.len), at + (uint32_t)plain);
}
