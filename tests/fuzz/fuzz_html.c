/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as markup, read outside of the sandbox, so that what is wrong is seen: HTML, a part of HTML, reStructuredText. Places
 * in the text lie in the source, in order, and blocks lie in the text. */
#include "format/html.h"
#include "format/format.h"
#include "read/read.h"
#include "read/wire.h"

#include "base/utf8.h"

#include "must.h"

static void is_proper(const document *d)
{
	const char *fault = wire_fault(d);
	if (fault)
		(void)fprintf(stderr, "%s\n", fault);
	MUST(!fault);
	MUST(utf8_valid_until(d->text) == d->text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static read_function *const readers[] = {html_read, rst_read, asciidoc_read};
	arena *a = arena_new(NULL);
	slice bytes = arena_copy(a, (slice){(const char *)data, size}), text, why;
	if (charset_decode(a, bytes, &text, &why)) {
		for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
			document d = {.source = text};
			if (readers[i](a, text, &d, &why))
				is_proper(&d);
		}
	}
	arena_free(a);
	return 0;
}
