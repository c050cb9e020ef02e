/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of what was read was really checked, and with what result. */
#ifndef AUDIT_COVERAGE_H
#define AUDIT_COVERAGE_H

#include "audit/audit.h"

/* Fills the coverage of each document and of the audit. A relation between documents counts in each of them, and once in all. */
void coverage_count(audit *au);

#endif
