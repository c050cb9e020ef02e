/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of plain texts, audited whole. */
#ifndef RELATE_TABLE_FIXTURE_H
#define RELATE_TABLE_FIXTURE_H

#include "audit_fixture.h"

/* Made anew for each test, and the audit of the text read last, which lives in it. */
extern arena *table_arena;
extern const audit *table_audit;
void table_set_up(void);
void table_tear_down(void);

void table_read(const char *text);
/* That a rule's relations hold and fail so often. */
void table_expect(const char *id, size_t holding, size_t failing);

#endif
