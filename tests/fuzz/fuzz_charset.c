/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes of any encoding: what comes back is valid UTF-8, or a reason. */
#include "base/utf8.h"
#include "read/read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	arena *a = arena_new(NULL);
	slice text = {0}, why = {0};
	if (charset_decode(a, arena_copy(a, (slice){(const char *)data, size}), &text, &why)) {
		if (utf8_valid_until(text) != text.len)
			abort();
	} else if (why.len == 0) {
		abort();
	}
	arena_free(a);
	return 0;
}
