/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/zip_parts.h"

#include "base/library.h"
#include "format/xml.h"

#include <archive.h>
#include <archive_entry.h>

#define USED(X)                                                                                                             \
	X(archive_read_new)                                                                                                     \
	X(archive_read_support_format_zip)                                                                                      \
	X(archive_read_open_memory)                                                                                             \
	X(archive_read_next_header)                                                                                             \
	X(archive_read_data)                                                                                                    \
	X(archive_read_free)                                                                                                    \
	X(archive_entry_pathname_utf8)                                                                                          \
	X(archive_entry_pathname)                                                                                               \
	X(archive_entry_is_data_encrypted)

static struct {
	USED(LIBRARY_FUNCTION)
} lib;

bool office_load(slice *why)
{
	static const char *const names[] = {USED(LIBRARY_NAME)};
	return library_load("libarchive.so.13", names, sizeof names / sizeof *names, &lib, why) && xml_load(why);
}

/* Parts that hold nothing that is read. Neither their size nor their damage may cost the document. */
static bool is_passed_over(slice name)
{
	static const slice folders[] = {
		SLICE("/theme/"),          SLICE("/media/"),        SLICE("/embeddings/"),   SLICE("/fonts/"),
		SLICE("/customXml/"),      SLICE("/pivotCache/"),   SLICE("/pivotTables/"),  SLICE("/queryTables/"),
		SLICE("/externalLinks/"),  SLICE("/revisions/"),    SLICE("/ctrlProps/"),    SLICE("/activeX/"),
		SLICE("/slideMasters/"),   SLICE("/slideLayouts/"), SLICE("/notesMasters/"), SLICE("/handoutMasters/"),
		SLICE("/tags/"),           SLICE("/ink/"),          SLICE("/glossary/"),     SLICE("/threadedComments/"),
		SLICE("Configurations2/"),
	};
	static const slice names[] = {
		SLICE("app.xml"),         SLICE("custom.xml"),
		SLICE("settings.xml"),    SLICE("fontTable.xml"),
		SLICE("webSettings.xml"), SLICE("calcChain.xml"),
		SLICE("presProps.xml"),   SLICE("viewProps.xml"),
		SLICE("tableStyles.xml"), SLICE("stylesWithEffects.xml"),
	};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (slice_find(name, folders[i]) != SIZE_MAX)
			return true;
	size_t slash = name.len;
	while (slash > 0 && name.ptr[slash - 1] != '/')
		slash--;
	slice last = slice_sub(name, slash, name.len);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_equal_nocase(last, names[i]))
			return true;
	return false;
}

static bool is_wanted(slice name)
{
	bool text = slice_ends_with(name, SLICE(".xml")) || slice_ends_with(name, SLICE(".rels")) ||
	            slice_equal(name, SLICE("mimetype"));
	return text && !is_passed_over(name);
}

typedef struct expansion {
	arena *arena;
	const caps *caps;
	struct archive *zip;
	uint64_t packed, sum; /* bytes */
} expansion;

static bool is_within(const expansion *e, uint64_t sum, slice *why)
{
	if (sum > cap_of(e->caps, CAP_EXPANSION))
		*why = cap_message(e->arena, e->caps, CAP_EXPANSION, "an archive that holds more than");
	else if (sum > LIMIT_RATIO_FREE_BYTES && sum / cap_of(e->caps, CAP_RATIO) > e->packed)
		*why = cap_message(e->arena, e->caps, CAP_RATIO, "an archive that holds more than its packed size times");
	else
		return true;
	return false;
}

static bool read_part(expansion *e, zip_part *part, slice *why)
{
	enum { STEP = 1 << 16 };
	char *at = NULL;
	size_t n = 0, cap = 0;
	for (;;) {
		if (cap - n < STEP) {
			size_t wanted = cap ? cap * 2 : STEP;
			at = arena_grow(e->arena, at, cap, wanted);
			cap = wanted;
		}
		la_ssize_t got = lib.archive_read_data(e->zip, at + n, cap - n);
		if (got < 0) {
			*why = arena_printf(e->arena, "cut off or damaged within its part " SLICE_FMT, SLICE_ARG(part->name));
			return false;
		}
		if (got == 0)
			break;
		n += (size_t)got;
		if (!is_within(e, e->sum + n, why))
			return false;
	}
	e->sum += n;
	part->bytes = (slice){at, n};
	return true;
}

static slice entry_name(arena *a, struct archive_entry *entry)
{
	const char *name = lib.archive_entry_pathname_utf8(entry);
	return arena_copy(a, slice_of(name ? name : lib.archive_entry_pathname(entry)));
}

static bool read_parts(expansion *e, zip_parts *out, slice *why)
{
	uint64_t members = 0;
	for (;;) {
		struct archive_entry *entry = NULL;
		int got = lib.archive_read_next_header(e->zip, &entry);
		if (got == ARCHIVE_EOF)
			break;
		if (got < ARCHIVE_WARN) {
			*why = out->n ? SLICE("a cut off or damaged archive") : SLICE("no office document: its archive cannot be read");
			return false;
		}
		if (++members > cap_of(e->caps, CAP_FILES)) {
			*why = cap_message(e->arena, e->caps, CAP_FILES, "an archive of more files than");
			return false;
		}
		zip_part part = {.name = entry_name(e->arena, entry)};
		if (!is_wanted(part.name))
			continue;
		if (lib.archive_entry_is_data_encrypted(entry)) {
			*why = SLICE("locked by a password");
			return false;
		}
		if (!read_part(e, &part, why))
			return false;
		VEC_PUSH(e->arena, *out, part);
	}
	if (!out->n)
		*why = SLICE("no office document: an archive without its parts");
	return out->n > 0;
}

/* An older container, in which Office also keeps what a password locks: the name of such a stream is UTF-16. */
static bool is_container(slice bytes, slice *why)
{
	static const slice magic = SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
	static const slice locked = SLICE("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");
	if (!slice_starts_with(bytes, magic))
		return false;
	*why = slice_find(bytes, locked) != SIZE_MAX ? SLICE("locked by a password")
	                                             : SLICE("an old office document, of Office 2003 or before");
	return true;
}

bool zip_parts_read(arena *a, const caps *c, slice bytes, zip_parts *out, slice *why)
{
	if (!bytes.len) {
		*why = SLICE("an empty file, no office document");
		return false;
	}
	if (is_container(bytes, why) || !office_load(why))
		return false;
	struct archive *zip = lib.archive_read_new();
	if (!zip)
		arena_exhausted(a);
	lib.archive_read_support_format_zip(zip);
	bool ok = lib.archive_read_open_memory(zip, bytes.ptr, bytes.len) == ARCHIVE_OK;
	if (!ok)
		*why = SLICE("no office document: its archive cannot be read");
	expansion e = {.arena = a, .caps = c, .zip = zip, .packed = bytes.len};
	ok = ok && read_parts(&e, out, why);
	lib.archive_read_free(zip);
	return ok;
}

slice zip_part_named(const zip_parts *parts, slice name)
{
	for (size_t i = 0; i < parts->n; i++)
		if (slice_equal_nocase(parts->at[i].name, name))
			return parts->at[i].bytes;
	return (slice){"", 0};
}

/* "../media/a.xml", told in a part of folder "xl/sheets/", is "xl/media/a.xml"; "/xl/a.xml" is told from the root. */
static slice resolve(arena *a, slice folder, slice target)
{
	if (slice_starts_with(target, SLICE("/")))
		return arena_copy(a, slice_sub(target, 1, target.len));
	while (slice_starts_with(target, SLICE("../"))) {
		target = slice_sub(target, 3, target.len);
		size_t end = folder.len ? folder.len - 1 : 0;
		while (end > 0 && folder.ptr[end - 1] != '/')
			end--;
		folder = slice_sub(folder, 0, end);
	}
	if (slice_starts_with(target, SLICE("./")))
		target = slice_sub(target, 2, target.len);
	return arena_printf(a, SLICE_FMT SLICE_FMT, SLICE_ARG(folder), SLICE_ARG(target));
}

slice zip_part_related(arena *a, const zip_parts *parts, slice part, slice type, slice id)
{
	size_t slash = part.len;
	while (slash > 0 && part.ptr[slash - 1] != '/')
		slash--;
	slice folder = slice_sub(part, 0, slash), found = {"", 0};
	slice rels =
		arena_printf(a, SLICE_FMT "_rels/" SLICE_FMT ".rels", SLICE_ARG(folder), (int)(part.len - slash), part.ptr + slash);
	xml_reader *x = xml_open(a, zip_part_named(parts, rels));
	while (!found.len && xml_next(x) != XML_END) {
		if (!xml_opens(x, XML_REL, "Relationship"))
			continue;
		bool meant = id.len ? slice_equal(xml_attribute(x, XML_NONE, "Id"), id)
		                    : slice_ends_with(xml_attribute(x, XML_NONE, "Type"), type);
		if (meant && !slice_equal(xml_attribute(x, XML_NONE, "TargetMode"), SLICE("External")))
			found = resolve(a, folder, xml_attribute(x, XML_NONE, "Target"));
	}
	xml_close(x);
	return found;
}
