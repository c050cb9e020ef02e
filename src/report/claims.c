/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The claims of a whole audit are those of its documents, one behind another. */
#include "report/report.h"

typedef bool report_document(const audit *au, size_t doc, const report_options *o, arena *a, FILE *out);

static bool each_document(const audit *au, const report_options *o, FILE *out, report_document *one)
{
	bool good = true;
	for (size_t i = 0; i < au->document_count && good; i++)
		good = one(au, i, o, au->arena, out);
	return good;
}

bool report_claims_jsonl(const audit *au, const report_options *o, FILE *out)
{
	return each_document(au, o, out, report_claims_jsonl_of);
}

bool report_claims_csv(const audit *au, const report_options *o, FILE *out)
{
	return each_document(au, o, out, report_claims_csv_of);
}

bool report_claims_table(const audit *au, const report_options *o, FILE *out)
{
	return each_document(au, o, out, report_claims_table_of);
}
