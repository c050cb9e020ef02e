/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figure is the likely mistake: failing relations of one rule, or of one table, that share claims form a component, and its suspect is the
 * one claim whose removal leaves nothing failing, neither in it nor in what certainly hangs together with it. Two figures
 * that clash and nothing else accuse each other, and nobody is named. */
#ifndef REASON_SUSPECT_H
#define REASON_SUSPECT_H

#include "reason/web.h"

typedef struct component {      /* failing relations of one rule that hang together */
	const relation **relations; /* in input order */
	size_t n;
	bool has_suspect;
	claim_ref suspect;
} component;

typedef VEC(component) component_list;

typedef struct
	voices { /* whether b merely repeats a: one speaker, one kind of place, the same value. Repeats are not votes */
	bool (*same)(const void *ctx, claim_ref a, claim_ref b);
	const void *ctx;
} voices;

/* Divides the web's failing relations (fails, impossible) into components. */
void suspect_components(arena *a, web *w, const voices *v, component_list *out);

#endif
