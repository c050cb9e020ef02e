/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

bool library_load(const char *file, const char *const *names, size_t n, void *functions, slice *why)
{
	static _Thread_local char reason[256];
	void *last;
	memcpy(&last, (const char *)functions + (n - 1) * sizeof last, sizeof last);
	if (last)
		return true;
	void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
	if (!library) {
		snprintf(reason, sizeof reason, "the library %s, which reads it, is not installed", file);
		*why = slice_of(reason);
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		void *found = dlsym(library, names[i]);
		if (!found) {
			snprintf(reason, sizeof reason, "the library %s has no function %s", file, names[i]);
			*why = slice_of(reason);
			return false;
		}
		memcpy((char *)functions + i * sizeof found, &found, sizeof found);
	}
	return true;
}
