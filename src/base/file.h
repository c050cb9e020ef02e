/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files whole: read to the end, or written completely or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

#include <stdio.h>

typedef struct file_map { /* a file's bytes, mapped or read */
	slice bytes;
	void *base; /* what to unmap, NULL when the bytes are in the arena */
	size_t length;
} file_map;

/* Opens and maps (regular files) or reads (pipes) path, at most max bytes. On failure returns false and *why is a plain
 * sentence without the path ("no such file", "is a folder", "permission denied", "larger than the limit of 2 GiB"). */
bool file_read(arena *a, const char *path, size_t max, file_map *out, slice *why);
bool file_read_stream(arena *a, FILE *in, size_t max, slice *out, slice *why);
void file_unmap(file_map *m);
/* What a value of errno means for a file, in plain words. */
slice file_reason(arena *a, int error);

/* An output that appears under its name only when it is complete: written to a file without a name in the same folder, or where
 * the file system has no such to a temporary one, which then takes the name. */
typedef struct file_out {
	FILE *stream;
	char *temporary,
		*path; /* owned; path is NULL where it is written straight through, temporary also until there is a name */
} file_out;
/* A device, a pipe or anything below /dev or /proc is written straight through instead. */
bool file_out_open(file_out *f, const char *path, arena *a, slice *why);
/* Flushes, syncs, closes and renames; on any failure the temporary file is removed. */
bool file_out_commit(file_out *f, arena *a, slice *why);
void file_out_abandon(file_out *f);
/* Makes a folder and its parents; true if it is there afterwards. */
bool file_make_folder(const char *path, arena *a, slice *why);

#endif
