/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an office file: an archive whose members are XML (Office Open XML, OpenDocument). */
#ifndef FORMAT_ZIP_PARTS_H
#define FORMAT_ZIP_PARTS_H

#include "base/caps.h"
#include "base/vec.h"

typedef struct zip_part {
	slice name, bytes;
} zip_part;

typedef VEC(zip_part) zip_parts;

/* Loads the libraries that office files need; false with *why if one is missing. The readers below call it, too; called before
 * a process gives up opening files, it spares them that. */
bool office_load(slice *why);

/* Every XML member of the archive, without those that hold no text of the document (themes, caches, settings): these are not
 * unpacked, so they count in no cap but that of files. False with *why if it is no archive, cut off, damaged, locked by a
 * password, or beyond a cap. */
bool zip_parts_read(arena *a, const caps *c, slice bytes, zip_parts *out, slice *why);
/* The bytes of the part of this name, letter case aside; empty if there is none. */
slice zip_part_named(const zip_parts *parts, slice name);

/* The part that a relationship of `part` leads to: the first whose type ends with `type`, or the one with this id where `id` is
 * not empty. Its full name; empty if there is none. `part` empty: the file's own relationships. */
slice zip_part_related(arena *a, const zip_parts *parts, slice part, slice type, slice id);

#endif
