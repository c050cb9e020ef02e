/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding's name that survives edits elsewhere in the document and a changed number: it hashes the rule, the documents'
 * paths, the quotes without their numerals, and an ordinal among findings that are alike in all that. */
#ifndef AUDIT_FINGERPRINT_H
#define AUDIT_FINGERPRINT_H

#include "audit/audit.h"

/* Sets the fingerprint of every finding of the audit, in their order. */
void fingerprint_all(audit *au);

#endif
