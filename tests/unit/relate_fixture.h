/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Markdown document read up to its claims, and the rules of the built-in pack, for what a binder makes of it. */
#ifndef RELATE_FIXTURE_H
#define RELATE_FIXTURE_H

#include "relate/bind.h"
#include "rule_fixture.h"

typedef struct relate_fixture {
	arena *a;
	const rule_set *rules;
} relate_fixture;

/* What tests of a suite share; set up and taken down around each of them. */
extern relate_fixture relate_with;
void relate_fixture_set_up(void);
void relate_fixture_tear_down(void);

/* A document's figures and claims; and those of a document of this text. */
reading_of relate_fixture_of(const document *d);
reading_of relate_fixture_read(const char *text);
/* The parts joined by " | ". */
slice relate_fixture_join(slice all, slice more);
/* Fails the test unless what is bound in the text is what was wanted. */
void relate_fixture_expect(const char *text, slice got, const char *want);

#endif
