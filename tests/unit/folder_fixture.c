/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder_fixture.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void folder_make(char *path)
{
	cr_assert(mkdtemp(path));
}

static int remove_one(const char *path, const struct stat *facts, int kind, struct FTW *level)
{
	(void)facts;
	(void)kind;
	(void)level;
	return remove(path);
}

void folder_remove(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void folder_put(const char *path, const char *text)
{
	char folder[256];
	snprintf(folder, sizeof folder, "%s", path);
	for (char *slash = strchr(folder, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(folder, 0777);
		*slash = '/';
	}
	FILE *out = fopen(path, "wb");
	cr_assert(out, "%s", path);
	fputs(text, out);
	fclose(out);
}
