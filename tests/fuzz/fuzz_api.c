/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a document, through the public interface as a user of the library would call it, and every report of its
 * audit, the briefing included: titles, quotes and figures reach the page as they come. */
#include "numerate.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static FILE *sink;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const numerate_format formats[] = {NUMERATE_TEXT,         NUMERATE_JSON,       NUMERATE_JSONL,
	                                          NUMERATE_CLAIMS_JSONL, NUMERATE_CLAIMS_CSV, NUMERATE_CLAIMS_TABLE,
	                                          NUMERATE_PDF};
	/* A story that holds an error goes before the bytes, so that there is always a finding to report. */
	static const char story[] =
		"Nine ships arrested in Torvia in 2019\n\nMore than a dozen ships were arrested in Torvia in 2019, ";
	enum { STORY = sizeof story - 1 };
	numerate_options options = {.struct_size = sizeof options, .threads = 1, .level = NUMERATE_NOTE};
	char *text = malloc(STORY + size);
	if (!text || (!sink && !(sink = fopen("/dev/null", "w"))))
		abort();
	memcpy(text, story, STORY);
	if (size)
		memcpy(text + STORY, data, size);
	numerate *n = numerate_new(&options, NULL);
	if (!n || numerate_add_text(n, "a.txt", text, STORY + size) != NUMERATE_OK)
		abort();
	numerate_status done = numerate_audit(n);
	if (done != NUMERATE_OK && done != NUMERATE_UNREADABLE) {
		(void)fputs(numerate_message(n), stderr);
		abort();
	}
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (numerate_report(n, formats[i], sink) != NUMERATE_OK)
			abort();
	numerate_free(n);
	free(text);
	return 0;
}
