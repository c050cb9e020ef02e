/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a sheet a person does not see, though it was read: a sentence for each kind. */
#include "base/limits.h"
#include "format/sheet.h"

void sheet_hide(arena *a, sheet_stretches *hidden, uint32_t first, uint32_t end)
{
	if (end <= first)
		return;
	if (hidden->n && VEC_LAST(*hidden).end == first)
		VEC_LAST(*hidden).end = end;
	else
		VEC_PUSH(a, *hidden, (sheet_stretch){first, end});
}

slice sheet_column_name(arena *a, uint32_t col)
{
	char letters[8];
	size_t at = sizeof letters;
	for (uint64_t n = (uint64_t)col + 1; n && at; n = (n - 1) / 26)
		letters[--at] = (char)('A' + (n - 1) % 26);
	return arena_copy(a, (slice){letters + at, sizeof letters - at});
}

static slice name_of(arena *a, uint32_t at, bool col)
{
	return col ? sheet_column_name(a, at) : arena_printf(a, "%u", at + 1);
}

/* "row 4 is hidden", "columns B-C are hidden", "12 rows are hidden, the first is row 4"; empty if none below `bound` is. */
static slice told_hidden(arena *a, const sheet_stretches *hidden, uint32_t bound, bool col)
{
	const char *one = col ? "column" : "row";
	uint64_t count = 0;
	size_t stretches = 0;
	for (size_t i = 0; i < hidden->n; i++) {
		sheet_stretch s = hidden->at[i];
		s.end = s.end < bound ? s.end : bound;
		count += s.end > s.first ? s.end - s.first : 0;
		stretches += s.end > s.first;
	}
	if (!count)
		return (slice){"", 0};
	uint32_t from = hidden->at[0].first;
	slice first = name_of(a, from, col);
	if (count == 1)
		return arena_printf(a, "%s " SLICE_FMT " is hidden", one, SLICE_ARG(first));
	if (stretches > 1)
		return arena_printf(a, "%llu %ss are hidden, the first is %s " SLICE_FMT, (unsigned long long)count, one, one,
		                    SLICE_ARG(first));
	slice last = name_of(a, from + (uint32_t)count - 1, col);
	return arena_printf(a, "%ss " SLICE_FMT "-" SLICE_FMT " are hidden", one, SLICE_ARG(first), SLICE_ARG(last));
}

static void tell(arena *a, builder *b, const sheet *s, slice what)
{
	if (what.len)
		builder_note(b, arena_printf(a, "sheet " SLICE_FMT ": " SLICE_FMT, SLICE_ARG(s->name), SLICE_ARG(what)));
}

void sheet_tell_hidden(arena *a, builder *b, const sheet *s)
{
	if (!s->cells.n)
		return;
	uint32_t cols = 0;
	for (size_t i = 0; i < s->cells.n; i++)
		cols = s->cells.at[i].col >= cols ? s->cells.at[i].col + 1 : cols;
	if (s->hidden)
		builder_note(b, arena_printf(a, "the hidden sheet " SLICE_FMT " was read", SLICE_ARG(s->name)));
	slice rows = told_hidden(a, &s->hidden_rows, UINT32_MAX, false);
	if (rows.len && s->filtered)
		rows = arena_printf(a, SLICE_FMT ", and a filter is set", SLICE_ARG(rows));
	tell(a, b, s, rows);
	tell(a, b, s, told_hidden(a, &s->hidden_cols, cols, true));
}
