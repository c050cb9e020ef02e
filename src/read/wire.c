/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/wire.h"

#include "base/utf8.h"

#include <string.h>

/* The arrays and texts that follow the head, in this order; X(pointer, number of items). */
#define ARRAYS(X)                                                                                                           \
	X(blocks, block_count)                                                                                                  \
	X(groups, group_count)                                                                                                  \
	X(inlines, inline_count)                                                                                                \
	X(parts, part_count)                                                                                                    \
	X(boxes, box_count)                                                                                                     \
	X(stored, stored_count)
#define TEXTS(X)                                                                                                            \
	X(text)                                                                                                                 \
	X(stored_digits)                                                                                                        \
	X(title)                                                                                                                \
	X(place)                                                                                                                \
	X(publisher)                                                                                                            \
	X(lang)                                                                                                                 \
	X(why)

typedef struct wire_head {
#define X(field, count) uint64_t count;
	ARRAYS(X)
#undef X
#define X(field) uint64_t field;
	TEXTS(X)
#undef X
	uint64_t sheet_count, note_count; /* after the texts: as many lengths, and then the texts, of each */
	int32_t year;
	uint32_t month, day, weekday, title_told;
} wire_head;

static void put_slices(arena *a, const slice *texts, size_t n, piece_list *reply)
{
	uint32_t *lengths = ARENA_ARRAY(a, uint32_t, n);
	size_t all = 0;
	for (size_t i = 0; i < n; i++) {
		lengths[i] = (uint32_t)texts[i].len;
		all += texts[i].len;
	}
	char *bytes = arena_alloc(a, all), *to = bytes;
	for (size_t i = 0; i < n; i++) {
		if (lengths[i])
			memcpy(to, texts[i].ptr, lengths[i]);
		to += lengths[i];
	}
	piece_put(a, reply, lengths, n * sizeof *lengths);
	piece_put(a, reply, bytes, all);
}

void wire_pack(arena *a, const document *d, piece_list *reply)
{
	wire_head *head = ARENA_NEW(a, wire_head);
	*head = (wire_head)
	{
#define X(field, count) .count = d->count,
		ARRAYS(X)
#undef X
#define X(field) .field = d->field.len,
		TEXTS(X)
#undef X
			.sheet_count = d->sheet_count,
	.note_count = d->note_count, .year = d->dated.year, .month = d->dated.month, .day = d->dated.day,
	.weekday = d->dated.weekday, .title_told = d->title_told,
	};
	piece_put(a, reply, head, sizeof *head);
#define X(field, count) piece_put(a, reply, d->field, d->count * sizeof *d->field);
	ARRAYS(X)
#undef X
#define X(field) piece_put(a, reply, d->field.ptr, d->field.len);
	TEXTS(X)
#undef X
	put_slices(a, d->sheets, d->sheet_count, reply);
	put_slices(a, d->notes, d->note_count, reply);
}

typedef struct taker {
	const char *at;
	size_t left;
	bool short_of; /* something was told to be there that is not */
} taker;

/* The next n items of `size` bytes. */
static const void *take(taker *t, uint64_t n, size_t size)
{
	uint64_t bytes;
	if (t->short_of || __builtin_mul_overflow(n, size, &bytes) || bytes > t->left) {
		t->short_of = true;
		return NULL;
	}
	const void *here = t->at;
	uint64_t whole = (bytes + PIECE_ALIGNMENT - 1) / PIECE_ALIGNMENT * PIECE_ALIGNMENT;
	whole = whole < t->left ? whole : t->left;
	t->at += whole;
	t->left -= whole;
	return here;
}

/* As many texts, of the lengths that are told first; NULL if they are not there. */
static slice *take_slices(arena *a, taker *t, uint64_t n)
{
	const uint32_t *lengths = take(t, n, sizeof *lengths);
	uint64_t all = 0;
	for (uint64_t i = 0; !t->short_of && i < n; i++)
		all += lengths[i];
	const char *bytes = take(t, all, 1);
	if (t->short_of)
		return NULL;
	slice *texts = ARENA_ARRAY(a, slice, n);
	for (uint64_t i = 0; i < n; i++) {
		texts[i] = (slice){bytes, lengths[i]};
		bytes += lengths[i];
	}
	return texts;
}

static bool take_date(const wire_head *head, date *out)
{
	if (head->month > 12 || head->day > 31 || head->weekday > 7 || head->year < 0 || head->year > 9999)
		return false;
	*out = (date){head->year, (uint8_t)head->month, (uint8_t)head->day, (uint8_t)head->weekday};
	return !out->month || !out->day || date_is_valid(*out);
}

bool wire_unpack(arena *a, slice reply, document *d, slice *why)
{
	taker t = {reply.ptr, reply.len, false};
	document got = *d;
	const char *fault = NULL;
	const wire_head *head = take(&t, 1, sizeof *head);
	if (head) {
#define X(array, count)                                                                                                     \
	got.count = head->count;                                                                                                \
	got.array = (__typeof__(got.array))(uintptr_t)take(&t, head->count, sizeof *got.array);
		ARRAYS(X)
#undef X
#define X(field) got.field = (slice){take(&t, head->field, 1), head->field};
		TEXTS(X)
#undef X
		got.sheets = take_slices(a, &t, head->sheet_count);
		got.sheet_count = head->sheet_count;
		got.notes = take_slices(a, &t, head->note_count);
		got.note_count = head->note_count;
		got.title_told = d->title_told || head->title_told == 1;
	}
	if (!head || t.short_of)
		fault = "its length";
	else if (!take_date(head, &got.dated))
		fault = "its date";
	else
		fault = wire_fault(&got);
	if (fault) {
		*why = arena_printf(a, "what came from its reader is no proper document (%s)", fault);
		return false;
	}
	*d = got;
	return true;
}
