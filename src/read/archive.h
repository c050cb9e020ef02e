/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives (zip, tar) and packed files (gz, bz2, zst, xz): what is in them becomes documents, unpacked in a sandbox. */
#ifndef READ_ARCHIVE_H
#define READ_ARCHIVE_H

#include "format/format.h"
#include "read/read.h"
#include "read/sandbox.h"

typedef enum { ARCHIVE_NONE, ARCHIVE_FILES, ARCHIVE_PACKED } archive_kind; /* many files; one file made smaller */

/* What a file of this name is, by its ending. */
archive_kind archive_by_name(slice name);
/* The name without the ending of a packed file: "notes.txt" of "notes.txt.gz". */
slice archive_inner_name(slice name);
/* Adds a source for each document in the archive at hand, named "ARCHIVE/member", their bytes in the arena; what cannot be read
 * (a member that is encrypted or damaged, all that comes after a cap was met) becomes a source that is broken. The archive is
 * told by its source: name, collection, path or bytes. */
void archive_sources(arena *a, const read_source *archive, const caps *c, read_list *out);

/* Between read/archive and its child. */

typedef struct archive_member { /* lengths of what the reply has of it */
	uint64_t name, why, bytes;
} archive_member;

typedef struct archive_job {
	slice name, bytes;
	const caps *caps;
} archive_job;

/* read/archive_child: loads libarchive, before the child begins. */
prepare_function archive_prepare;
/* The work of the child: the first piece are the members, then for each its name, its `why` and its bytes. */
sandbox_work archive_unpack;
/* Whether a member of this name is looked at: a document or an archive by its ending, or without one; nothing hidden. */
bool archive_wants(slice member);

#endif
