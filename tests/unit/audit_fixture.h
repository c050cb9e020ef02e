/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole audits of short texts with the built-in rules. */
#ifndef AUDIT_FIXTURE_H
#define AUDIT_FIXTURE_H

#include "audit/audit.h"

/* Audits n texts as one collection, named a.txt, b.txt ...; everything lives in the arena. */
audit *audit_of(arena *a, size_t n, const char *const *texts, size_t threads);
/* The same, asked for findings alone. */
audit *audit_findings_of(arena *a, size_t n, const char *const *texts, size_t threads);
/* The relations of a rule, in order; at most max are written, the number found is returned. */
size_t audit_relations_of(const audit *au, const char *id, const relation **out, size_t max);
/* The first relation of a rule, NULL if it bound nothing. */
const relation *audit_first(const audit *au, const char *id);
/* How many relations of a rule fail, or do not. */
size_t audit_tally(const audit *au, const char *id, bool failing);
/* That a rule's relations hold and fail so often. */
void audit_expect(const audit *au, const char *id, size_t holding, size_t failing);

#endif
