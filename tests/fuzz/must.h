/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every fuzz target has: its entry, and a check that ends it where something is not so. */
#ifndef FUZZ_MUST_H
#define FUZZ_MUST_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(what)                                                                                                          \
	do {                                                                                                                    \
		if (!(what)) {                                                                                                      \
			(void)fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what);                                        \
			abort();                                                                                                        \
		}                                                                                                                   \
	} while (0)

#endif
