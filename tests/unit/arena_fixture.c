/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arena_fixture.h"

arena *a;
diag_list diags;

void arena_set_up(void)
{
	a = arena_new(NULL);
	diags = diag_list_new(a);
}

void arena_tear_down(void)
{
	arena_free(a);
}
