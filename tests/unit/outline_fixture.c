/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

document outline_read(arena *a, slice name, slice bytes)
{
	read_source source = {.name = name, .bytes = bytes};
	return read_document(a, &source);
}

static slice join(arena *a, slice x, slice y)
{
	return arena_printf(a, SLICE_FMT SLICE_FMT, SLICE_ARG(x), SLICE_ARG(y));
}

const char *outline_of(arena *a, const document *d)
{
	static const char *const kinds[] = {"head", "para", "item", "cell", "caption", "note", "quote", "code"};
	slice out = {"", 0};
	for (size_t i = 0; i < d->block_count; i++) {
		const block *k = &d->blocks[i];
		out = join(a, out, slice_of(kinds[k->kind]));
		if (k->kind == BLOCK_HEADING)
			out = join(a, out, arena_printf(a, "%u", k->level));
		if (k->parent >= 0)
			out = join(a, out, arena_printf(a, " in %d", k->parent));
		if (k->kind == BLOCK_CELL)
			out = join(a, out, arena_printf(a, "%s %u,%u", k->header ? "!" : "", k->row, k->col));
		if (k->kind == BLOCK_CELL && (k->row_span > 1 || k->col_span > 1))
			out = join(a, out, arena_printf(a, "+%ux%u", k->row_span, k->col_span));
		if (k->kind == BLOCK_ITEM)
			out = join(a, out, arena_printf(a, " %u:%u", k->group, k->number));
		if (document_stored(d, i).len)
			out = join(a, out, arena_printf(a, " = " SLICE_FMT, SLICE_ARG(document_stored(d, i))));
		slice text = arena_copy(a, document_text(d, k->start, k->end));
		for (size_t c = 0; c < text.len; c++)
			if (text.ptr[c] == '\n')
				((char *)text.ptr)[c] = '/';
		out = join(a, out, text.len ? arena_printf(a, " " SLICE_FMT "\n", SLICE_ARG(text)) : SLICE("\n"));
	}
	return arena_copy(a, out).ptr;
}

void outline_expect(arena *a, const char *name, const char *text, const char *outline)
{
	document d = outline_read(a, slice_of(name), slice_of(text));
	const char *found = outline_of(a, &d);
	cr_expect_str_eq(found, outline, "of\n%s\ngot\n%s", text, found);
}

void outline_expect_source(arena *a, const char *name, const char *text, const char *said, const char *source)
{
	document d = outline_read(a, slice_of(name), slice_of(text));
	size_t at = slice_find(d.text, slice_of(said));
	cr_assert_neq(at, SIZE_MAX, "%s is not in " SLICE_FMT, said, SLICE_ARG(d.text));
	slice found = document_source_text(&d, (uint32_t)at, (uint32_t)(at + strlen(said)));
	cr_expect(slice_equal(found, slice_of(source)), "%s stands for " SLICE_FMT, said, SLICE_ARG(found));
}
