/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What most tests need and nothing else: memory, and a list for messages. */
#ifndef ARENA_FIXTURE_H
#define ARENA_FIXTURE_H

#include "base/diag.h"

/* Made anew for each test. */
extern arena *a;
extern diag_list diags;
void arena_set_up(void);
void arena_tear_down(void);

#endif
