/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From failing relations to findings: those of one rule that hang together become one, with a minimal core. */
#ifndef AUDIT_FINDING_H
#define AUDIT_FINDING_H

#include "audit/audit.h"

/* Fills au->findings from au->relations: sorted by severity, document and place, numbered, with fingerprints. */
void finding_collect(audit *au);

#endif
