/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one small slip that would explain a finding. */
#ifndef REASON_REPAIR_H
#define REASON_REPAIR_H

#include "reason/web.h"

typedef struct repair {
	bool found;
	claim_ref claim;
	slice from, to, edit; /* as written, as it would be written, and what the slip is */
} repair;

/* The likeliest slip in one figure of the n failing relations (in the suspect alone, where there is one) after which every
 * relation of the web that touches it holds. None where several are equally likely, or where
 * one of the figures is hedged. */
repair repair_find(arena *a, const web *w, const relation *const *failing, size_t n, const claim_ref *suspect);

#endif
