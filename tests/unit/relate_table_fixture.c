/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate_table_fixture.h"

arena *table_arena;
const audit *table_audit;

void table_set_up(void)
{
	table_arena = arena_new(NULL);
}

void table_tear_down(void)
{
	arena_free(table_arena);
}

void table_read(const char *text)
{
	table_audit = audit_of(table_arena, 1, &text, 1);
}

void table_expect(const char *id, size_t holding, size_t failing)
{
	audit_expect(table_audit, id, holding, failing);
}
