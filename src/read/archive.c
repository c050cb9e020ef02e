/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/archive.h"

#include "base/file.h"
#include "read/detect.h"
#include "read/name.h"

static const struct {
	slice ending;
	archive_kind kind;
} ENDINGS[] = {
	/* The longer first: a packed tar is an archive. */
	{SLICE(".tar.gz"), ARCHIVE_FILES}, {SLICE(".tar.bz2"), ARCHIVE_FILES}, {SLICE(".tar.zst"), ARCHIVE_FILES},
	{SLICE(".tar.xz"), ARCHIVE_FILES}, {SLICE(".tgz"), ARCHIVE_FILES},     {SLICE(".tbz2"), ARCHIVE_FILES},
	{SLICE(".tzst"), ARCHIVE_FILES},   {SLICE(".txz"), ARCHIVE_FILES},     {SLICE(".tar"), ARCHIVE_FILES},
	{SLICE(".zip"), ARCHIVE_FILES},    {SLICE(".gz"), ARCHIVE_PACKED},     {SLICE(".bz2"), ARCHIVE_PACKED},
	{SLICE(".zst"), ARCHIVE_PACKED},   {SLICE(".xz"), ARCHIVE_PACKED},
};

/* The length of the ending that tells what it is; 0: none. */
static size_t ending_of(slice name, archive_kind *kind)
{
	for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
		size_t len = ENDINGS[i].ending.len;
		if (name.len > len && slice_equal_nocase(slice_sub(name, name.len - len, name.len), ENDINGS[i].ending)) {
			*kind = ENDINGS[i].kind;
			return len;
		}
	}
	*kind = ARCHIVE_NONE;
	return 0;
}

archive_kind archive_by_name(slice name)
{
	archive_kind kind;
	ending_of(name, &kind);
	return kind;
}

slice archive_inner_name(slice name)
{
	archive_kind kind;
	size_t ending = ending_of(name, &kind);
	return slice_sub(name_last(name), 0, name_last(name).len - ending);
}

bool archive_wants(slice member)
{
	for (size_t at = 0; at < member.len;) {
		size_t length = slice_find_byte(slice_sub(member, at, member.len), '/');
		slice part = slice_sub(member, at, length == SIZE_MAX ? member.len : at + length);
		bool up = slice_equal(part, SLICE(".")) || slice_equal(part, SLICE(".."));
		if ((slice_starts_with(part, SLICE(".")) && !up) || slice_equal(part, SLICE("__MACOSX")))
			return false;
		at += part.len + 1;
	}
	archive_kind kind = archive_by_name(member);
	slice inner = kind == ARCHIVE_PACKED ? archive_inner_name(member) : member;
	return kind == ARCHIVE_FILES || archive_by_name(inner) || detect_by_name(inner) != DETECT_SKIP;
}

static void add_broken(arena *a, const read_source *archive, slice why, read_list *out)
{
	VEC_PUSH(a, *out, (read_source){.name = archive->name, .collection = archive->collection, .broken = why});
}

static bool read_bytes(arena *a, const read_source *archive, const caps *c, slice *bytes, slice *why)
{
	file_map map = {0};
	*bytes = archive->bytes;
	if (archive->path.len) {
		if (!file_read(a, archive->path.ptr, LIMIT_DOCUMENT_BYTES, &map, why))
			return false;
		*bytes = map.base ? arena_copy(a, map.bytes) : map.bytes;
		file_unmap(&map);
	}
	if (bytes->len <= cap_of(c, CAP_SIZE))
		return true;
	*why = cap_message(a, c, CAP_SIZE, "larger than");
	return false;
}

/* The next `len` bytes of the reply, of which each piece begins at a multiple of its alignment; false if there are not as many. */
static bool take(slice *rest, uint64_t len, slice *out)
{
	if (len > rest->len)
		return false;
	*out = slice_sub(*rest, 0, len);
	uint64_t whole = (len + PIECE_ALIGNMENT - 1) / PIECE_ALIGNMENT * PIECE_ALIGNMENT;
	*rest = slice_sub(*rest, whole < rest->len ? whole : rest->len, rest->len);
	return true;
}

/* The sources of a reply; false if it is none that an honest child would send. */
static bool take_members(arena *a, const read_source *archive, const caps *c, slice reply, read_list *out)
{
	slice count, table, rest = reply;
	if (!take(&rest, sizeof(uint64_t), &count))
		return false;
	uint64_t n = *(const uint64_t *)(const void *)count.ptr;
	/* Beside its files, an archive may have one line for what is wrong with it as a whole, at each level. */
	if (n > cap_of(c, CAP_FILES) * 2 + 1 || !take(&rest, n * sizeof(archive_member), &table))
		return false;
	const archive_member *members = (const archive_member *)(const void *)table.ptr;
	for (uint64_t i = 0; i < n; i++) {
		slice name, why, bytes;
		if (!take(&rest, members[i].name, &name) || !take(&rest, members[i].why, &why) ||
		    !take(&rest, members[i].bytes, &bytes) || name.len > LIMIT_METADATA_BYTES || why.len > LIMIT_METADATA_BYTES)
			return false;
		read_source source = {.collection = archive->collection, .bytes = bytes, .broken = name_shown(a, why)};
		name = name_shown(a, name);
		source.name =
			arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(archive->name), name.len ? "/" : "", SLICE_ARG(name));
		VEC_PUSH(a, *out, source);
	}
	return true;
}

void archive_sources(arena *a, const read_source *archive, const caps *c, read_list *out)
{
	archive_job job = {.name = archive->name, .caps = c};
	slice reply, why = {"", 0};
	/* Growing may take twice what is unpacked. */
	uint64_t room = 2 * cap_of(c, CAP_EXPANSION);
	if (!read_bytes(a, archive, c, &job.bytes, &why)) {
		add_broken(a, archive, why, out);
		return;
	}
	sandbox_hold();
	bool ready = archive_prepare(&why);
	sandbox_release();
	if (!ready || !sandbox_run(a, c, room, archive_unpack, &job, &reply, &why))
		add_broken(a, archive, arena_copy(a, why), out);
	else if (!take_members(a, archive, c, reply, out))
		add_broken(a, archive, SLICE("what came from its reader is no list of files"), out);
}
