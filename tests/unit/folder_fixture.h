/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of a test's own. */
#ifndef FOLDER_FIXTURE_H
#define FOLDER_FIXTURE_H

/* Makes it: `path` ends in XXXXXX, which its name takes the place of. */
void folder_make(char *path);
/* Removes it with all that is in it. */
void folder_remove(const char *path);
/* Writes a file, and the folders that its path names. */
void folder_put(const char *path, const char *text);

#endif
