/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of what was read was really checked, and with what result. */
#ifndef AUDIT_COVERAGE_H
#define AUDIT_COVERAGE_H

#include "audit/audit.h"

/* Fills the coverage of each document and of the audit. A relation between documents counts in each of them, and once in all. The
 * coverage of what was forgotten stands already. */
void coverage_count(audit *au);
/* Fills the coverage of one document, all of whose relations these are. */
void coverage_of_one(arena *a, const relation_list *relations, audit_document *d);

#endif
