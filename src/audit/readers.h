/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every document of a run, read by threads that share them out. */
#ifndef AUDIT_READERS_H
#define AUDIT_READERS_H

#include "audit/audit.h"

/* Reads each source into its place among au->documents, tells of it as the options want, and keeps what au->wants. All relations, in
 * the documents' order, are added to *out. Everything made belongs to au->arena, which fails where memory runs out. */
void readers_run(audit *au, const read_source *sources, const audit_options *options, relation_list *out);

#endif
