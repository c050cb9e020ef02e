/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind the `numerate` of the public API, for the command line that is built on it. */
#ifndef NUMERATE_OBJECT_H
#define NUMERATE_OBJECT_H

#include "audit/audit.h"
#include "audit/config.h"
#include "numerate.h"
#include "report/report.h"

struct numerate {
	jmp_buf memory;     /* where every arena below goes when memory runs out */
	arena *arena;       /* options, rules, what was added, messages: lives as long as the object */
	arena *audit_arena; /* of the last audit */
	diag_list diags;    /* of rules, inputs and reports */
	rulebook_options book;
	const config *config;  /* NULL: none */
	const rulebook *rules; /* NULL until they are needed, or if they are wrong */
	VEC(slice) paths;
	VEC(slice) jsonl;
	VEC(read_source) texts;
	slice title, stdin_name, config_path;
	size_t threads, memory_limit;
	audit_wants wants;   /* of numerate_audit */
	caps caps;           /* of the configuration, then of `limits` */
	const slice *limits; /* "NAME=VALUE" */
	size_t limit_count;
	walk_options walk;
	report_options report;
	audit *audit;  /* NULL before the first */
	slice message; /* what numerate_message gives */
};

/* The rules, loaded at the first call. NUMERATE_OK or NUMERATE_BAD_RULES. */
numerate_status numerate_load_rules(numerate *n);

typedef struct claims_output {
	numerate_format format; /* a NUMERATE_CLAIMS_ one */
	FILE *out;
	bool color;
	unsigned width;
	int error; /* set: what errno said when writing failed, else 0 */
} claims_output;

/* numerate_claims to several outputs at once. A failed one does not stop the others, and is not in the status. */
numerate_status numerate_claims_to(numerate *n, claims_output *outputs, size_t count);

#endif
