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

figure_more *figure_own_more(arena *a, figure *f)
{
	figure_more *more = ARENA_NEW(a, figure_more);
	if (f->more)
		*more = *f->more;
	f->more = more;
	return more;
}

void figure_set_high(arena *a, figure *f, rational high)
{
	figure_own_more(a, f)->high = told_keep(a, high, rational_int(0));
}
