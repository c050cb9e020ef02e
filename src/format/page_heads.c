/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/page_heads.h"

#include "base/limits.h"

void page_heads_add(arena *a, page_heads *heads, slice text)
{
	for (size_t i = 0; i < heads->texts.n; i++)
		if (slice_equal(heads->texts.at[i], text))
			return;
	if (!text.len)
		return;
	heads->more |= heads->texts.n == LIMIT_PAGE_HEADS;
	if (!heads->more)
		VEC_PUSH(a, heads->texts, text);
}

void page_heads_put(builder *b, const page_heads *heads)
{
	for (size_t i = 0; i < heads->texts.n; i++) {
		builder_begin(b, BLOCK_FOOTNOTE, 0);
		builder_text(b, heads->texts.at[i], 0);
		builder_end(b);
	}
	if (heads->more)
		builder_note(b, SLICE("only some of the heads and feet of its pages were read"));
}
