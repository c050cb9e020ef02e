/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON audit as the briefing takes it: its digest whatever its length, its bytes as long as they are few enough to attach. */
#ifndef REPORT_ATTACHMENT_H
#define REPORT_ATTACHMENT_H

#include "base/digest.h"
#include "report/report.h"

typedef struct attachment {
	char *bytes; /* NULL: they were more than `most` */
	size_t len;
	digest digest;
} attachment;

/* Makes it of the whole audit; a is for what is needed on the way. False if memory ran out. */
bool attachment_make(arena *a, const audit *au, const report_options *o, size_t most, attachment *out);
void attachment_free(attachment *t);

#endif
