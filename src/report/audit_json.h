/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an audit as JSON, built with cJSON one at a time, so that a report never holds more than one of them. */
#ifndef REPORT_AUDIT_JSON_H
#define REPORT_AUDIT_JSON_H

#include "audit/audit.h"

#include <stdio.h>

typedef struct json_maker json_maker;

/* Runs write(m, ctx) with a maker for the audit's parts; false, with errno ENOMEM, if memory ran out on the way. */
bool json_maker_run(const audit *au, void (*write)(json_maker *m, void *ctx), void *ctx);

/* Memory that is good until the next json_put_*. */
arena *json_maker_arena(json_maker *m);
/* Each writes one object in one line, without a newline. */
void json_put_tool(json_maker *m, FILE *out);
void json_put_document(json_maker *m, const audit_document *d, FILE *out);
void json_put_coverage(json_maker *m, const coverage *c, FILE *out);
void json_put_relation(json_maker *m, const relation *r, FILE *out);
void json_put_finding(json_maker *m, const finding *f, FILE *out);

#endif
