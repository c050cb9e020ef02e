/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF that a test draws, and the document it becomes. */
#ifndef DRAWN_FIXTURE_H
#define DRAWN_FIXTURE_H

#include "arena_fixture.h"
#include "pdf_fixture.h"

/* Made anew for each test, with the arena. */
extern sheet s;
void drawn_set_up(void);

/* Both free the sheet. */
document drawn_read(void);
void drawn_expect(const char *outline);

#endif
