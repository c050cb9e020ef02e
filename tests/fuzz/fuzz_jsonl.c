/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as JSONL records: every record becomes a document or is told to be broken. */
#include "read/read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	arena *a = arena_new(NULL);
	read_list sources = {0};
	jsonl_sources(a, SLICE("fuzz.jsonl"), arena_copy(a, (slice){(const char *)data, size}), &sources);
	for (size_t i = 0; i < sources.n; i++) {
		document d = read_document(a, &sources.at[i]);
		if (d.status == DOCUMENT_UNREADABLE && d.why.len == 0)
			abort(); /* what cannot be read says why */
		if (sources.at[i].broken.len && d.status != DOCUMENT_UNREADABLE)
			abort();
	}
	arena_free(a);
	return 0;
}
