/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/archive.h"

#include "base/library.h"
#include "read/detect.h"
#include "read/name.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define USED(X)                                                                                                             \
	X(archive_read_new)                                                                                                     \
	X(archive_read_free)                                                                                                    \
	X(archive_read_support_format_zip)                                                                                      \
	X(archive_read_support_format_tar)                                                                                      \
	X(archive_read_support_format_raw)                                                                                      \
	X(archive_read_support_format_empty)                                                                                    \
	X(archive_read_support_filter_gzip)                                                                                     \
	X(archive_read_support_filter_bzip2)                                                                                    \
	X(archive_read_support_filter_xz)                                                                                       \
	X(archive_read_support_filter_zstd)                                                                                     \
	X(archive_read_open_memory)                                                                                             \
	X(archive_read_next_header)                                                                                             \
	X(archive_read_data)                                                                                                    \
	X(archive_error_string)                                                                                                 \
	X(archive_filter_count)                                                                                                 \
	X(archive_entry_filetype)                                                                                               \
	X(archive_entry_hardlink)                                                                                               \
	X(archive_entry_pathname)                                                                                               \
	X(archive_entry_pathname_utf8)                                                                                          \
	X(archive_entry_is_data_encrypted)
static struct {
	USED(LIBRARY_FUNCTION)
} lib;

bool archive_prepare(slice *why)
{
	static const char *const names[] = {USED(LIBRARY_NAME)};
	return library_load("libarchive.so.13", names, sizeof names / sizeof *names, &lib, why);
}

enum { STEP = 64 << 10 };

typedef struct member {
	slice name, why, bytes;
} member;

typedef struct unpacker {
	arena *arena;
	const caps *caps;
	VEC(member) members;
	uint64_t packed, unpacked, files; /* bytes of the outermost archive, and of what came out of it */
	slice full;                       /* the cap that was met: nothing more is unpacked */
} unpacker;

static void unpack(unpacker *u, slice within, slice name, slice bytes, archive_kind kind, uint64_t depth);

static void add(unpacker *u, slice name, slice why, slice bytes)
{
	VEC_PUSH(u->arena, u->members, (member){name, why, bytes});
}

/* Counts what was unpacked; false if a cap is met. */
static bool count(unpacker *u, uint64_t bytes)
{
	u->unpacked += bytes;
	if (u->unpacked > cap_of(u->caps, CAP_EXPANSION))
		u->full = cap_message(u->arena, u->caps, CAP_EXPANSION, "unpacked it is larger than");
	else if (u->unpacked > LIMIT_RATIO_FREE_BYTES && u->unpacked / cap_of(u->caps, CAP_RATIO) > u->packed)
		u->full = cap_message(u->arena, u->caps, CAP_RATIO, "unpacked it is larger than its own size times");
	return !u->full.len;
}

static slice damage(unpacker *u, struct archive *in)
{
	const char *said = lib.archive_error_string(in);
	return arena_printf(u->arena, "damaged, or packed in a way that is not known (%s)", said ? said : "no more is told");
}

/* All of the member at hand. False with *why if it cannot be unpacked; u->full then tells whether because of a cap. */
static bool read_member(unpacker *u, struct archive *in, struct archive_entry *entry, slice *bytes, slice *why)
{
	if (lib.archive_entry_is_data_encrypted(entry)) {
		*why = SLICE("encrypted");
		return false;
	}
	char *room = NULL;
	size_t len = 0, size = 0;
	for (;;) {
		if (size - len < STEP) {
			room = arena_grow(u->arena, room, size, size ? 2 * size : 2 * STEP);
			size = size ? 2 * size : 2 * STEP;
		}
		la_ssize_t n = lib.archive_read_data(in, room + len, STEP);
		if (n < 0 && n != ARCHIVE_WARN) {
			*why = damage(u, in);
			return false;
		}
		if (n <= 0)
			break;
		len += (size_t)n;
		if (!count(u, (uint64_t)n)) {
			*why = u->full;
			return false;
		}
	}
	*bytes = (slice){room, len};
	return true;
}

static slice join(unpacker *u, slice within, slice name)
{
	return within.len ? arena_printf(u->arena, SLICE_FMT "/" SLICE_FMT, SLICE_ARG(within), SLICE_ARG(name)) : name;
}

/* Without an ending it is taken only if it could be text, as in a folder. */
static bool is_document(slice name, slice bytes)
{
	if (detect_by_name(name) != DETECT_UNNAMED)
		return true;
	slice first = slice_sub(bytes, 0, 4096);
	return slice_find_byte(first, '\0') == SIZE_MAX && !detect_format(first).len;
}

static void take_member(unpacker *u, struct archive *in, struct archive_entry *entry, slice path, uint64_t depth)
{
	slice bytes = {"", 0}, why = {"", 0};
	archive_kind kind = archive_by_name(path);
	if (++u->files > cap_of(u->caps, CAP_FILES))
		u->full = cap_message(u->arena, u->caps, CAP_FILES, "it holds more files than");
	else if (!read_member(u, in, entry, &bytes, &why) && !u->full.len)
		add(u, path, why, (slice){"", 0});
	else if (u->full.len || why.len)
		return;
	else if (kind && depth >= cap_of(u->caps, CAP_NESTING))
		add(u, path, cap_message(u->arena, u->caps, CAP_NESTING, "archives within each other deeper than"), (slice){"", 0});
	else if (kind)
		unpack(u, path, path, bytes, kind, depth + 1);
	else if (is_document(path, bytes))
		add(u, path, (slice){"", 0}, bytes);
}

static struct archive *open_archive(slice bytes, archive_kind kind)
{
	struct archive *in = lib.archive_read_new();
	if (!in)
		return NULL;
	lib.archive_read_support_filter_gzip(in);
	lib.archive_read_support_filter_bzip2(in);
	lib.archive_read_support_filter_xz(in);
	lib.archive_read_support_filter_zstd(in);
	lib.archive_read_support_format_tar(in);
	if (kind == ARCHIVE_PACKED)
		lib.archive_read_support_format_raw(in);
	else
		lib.archive_read_support_format_zip(in);
	lib.archive_read_open_memory(in, bytes.ptr, bytes.len); /* what is wrong is told at the first header */
	return in;
}

/* The member's name in the archive: as UTF-8 where it is told so, else its bytes. */
static slice entry_name(arena *a, struct archive_entry *entry)
{
	const char *name = lib.archive_entry_pathname_utf8(entry);
	if (!name)
		name = lib.archive_entry_pathname(entry);
	slice told = arena_copy(a, slice_of(name));
	while (slice_starts_with(told, SLICE("./")) || slice_starts_with(told, SLICE("/")))
		told = slice_sub(told, told.ptr[0] == '/' ? 1 : 2, told.len);
	return told;
}

/* Everything in an archive. `within`: its own name in the outermost one. A packed file has one member, called as it is without
 * its ending; where it is a tar all the same, as many as that has. */
static void unpack(unpacker *u, slice within, slice name, slice bytes, archive_kind kind, uint64_t depth)
{
	struct archive *in = open_archive(bytes, kind);
	if (!in)
		arena_exhausted(u->arena);
	bool damaged = false; /* a whole stretch of damage is told once */
	for (uint64_t n = 0; !u->full.len; n++) {
		struct archive_entry *entry;
		int got = lib.archive_read_next_header(in, &entry);
		if (got == ARCHIVE_EOF)
			break;
		if (got == ARCHIVE_FATAL || (got != ARCHIVE_OK && got != ARCHIVE_WARN && n >= cap_of(u->caps, CAP_FILES))) {
			slice why = damage(u, in);
			add(u, within,
			    n ? arena_printf(u->arena, SLICE_FMT "; what may come after %llu files is not read", SLICE_ARG(why),
			                     (unsigned long long)n)
			      : why,
			    (slice){"", 0});
			break;
		}
		slice inside = kind == ARCHIVE_PACKED ? archive_inner_name(name) : entry_name(u->arena, entry);
		slice path = join(u, within, inside);
		bool was = damaged;
		damaged = got != ARCHIVE_OK && got != ARCHIVE_WARN;
		if (damaged && !was)
			add(u, path, damage(u, in), (slice){"", 0});
		else if (damaged)
			continue;
		else if (kind == ARCHIVE_PACKED || (lib.archive_entry_filetype(entry) == AE_IFREG &&
		                                    !lib.archive_entry_hardlink(entry) && archive_wants(inside)))
			take_member(u, in, entry, path, depth);
	}
	lib.archive_read_free(in);
}

bool archive_unpack(arena *own, void *with, piece_list *reply, slice *why)
{
	const archive_job *job = with;
	unpacker u = {.arena = own, .caps = job->caps, .packed = job->bytes.len};
	(void)why;
	unpack(&u, (slice){"", 0}, job->name, job->bytes, archive_by_name(job->name), 1);
	if (u.full.len)
		add(&u, (slice){"", 0}, arena_printf(own, SLICE_FMT "; the rest of it is not read", SLICE_ARG(u.full)),
		    (slice){"", 0});
	uint64_t *n = ARENA_NEW(own, uint64_t);
	*n = u.members.n;
	archive_member *table = ARENA_ARRAY(own, archive_member, u.members.n);
	piece_put(own, reply, n, sizeof *n);
	piece_put(own, reply, table, u.members.n * sizeof *table);
	for (size_t i = 0; i < u.members.n; i++) {
		const member *m = &u.members.at[i];
		table[i] = (archive_member){m->name.len, m->why.len, m->bytes.len};
		piece_put(own, reply, m->name.ptr, m->name.len);
		piece_put(own, reply, m->why.ptr, m->why.len);
		piece_put(own, reply, m->bytes.ptr, m->bytes.len);
	}
	return true;
}
