/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/figure.h"

const char *figure_kind_name(figure_kind k)
{
	static const char *const names[] = {
#define X(NAME, name) #name,
		FIGURE_KINDS(X)
#undef X
	};
	return names[k];
}

const char *label_reason_text(label_reason r)
{
	static const char *const texts[] = {
#define X(NAME, text) text,
		LABEL_REASONS(X)
#undef X
	};
	return texts[r];
}

void figure_set_high(arena *a, figure *f, rational high)
{
	figure_more *more = ARENA_NEW(a, figure_more);
	*more = (figure_more){.high = high, .spread = figure_spread(f), .of = figure_out_of(f), .until = figure_until(f)};
	f->more = more;
}
