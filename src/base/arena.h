/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An arena hands out memory that is freed all at once. Allocation never returns NULL: when memory runs
 * out, or the arena's limit is reached, control goes to the owner's jump buffer (longjmp with value 1), or,
 * where the owner gave none, the process ends with "numerate: out of memory" and exit status 2. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/slice.h"

#include <setjmp.h>
#include <stdarg.h>

typedef struct arena arena;

/* A new arena; on_fail may be NULL and must outlive it. Returns NULL only if even the first block
 * cannot be had and on_fail is not NULL. */
arena *arena_new(jmp_buf *on_fail);
void arena_free(arena *a); /* NULL is allowed */
/* Takes back everything handed out; the latest chunk of memory stays, to be used again. */
void arena_reset(arena *a);
/* Where the arena stands; arena_rewind takes back everything handed out since. What was grown in place is not to be kept so. */
typedef struct arena_mark {
	struct chunk *current, *behind;
	size_t filled, used;
} arena_mark;
arena_mark arena_here(const arena *a);
void arena_rewind(arena *a, arena_mark to);
/* A child process will not get what the arena holds so far, so that forking costs no more as memory fills; the arena is to be read
 * and freed in this process alone. Takes at most `most` entries of the kernel's map of memory, and returns how many it took. */
size_t arena_withhold(arena *a, size_t most);
/* From now on arena_used stays at or under `bytes` (SIZE_MAX: no limit). For tests, and for capping hostile input. */
void arena_limit(arena *a, size_t bytes);
size_t arena_used(const arena *a); /* bytes handed out, each allocation rounded up to 16 */
/* Everything that `other` holds belongs to a from now on, and `other` is gone: for arenas that worker threads filled. */
void arena_adopt(arena *a, arena *other);
/* Runs a step; false if memory ran out in it. For what a library calls, so that the library can let go of its own memory before
 * arena_exhausted is called. */
bool arena_guard(arena *a, void (*step)(void *data), void *data);
/* Fails as an allocation would. */
_Noreturn void arena_exhausted(arena *a);

/* Zeroed memory, aligned for any type. */
void *arena_alloc(arena *a, size_t bytes);
/* The same, but NULL where memory runs out: for who has something to let go first. */
void *arena_try(arena *a, size_t bytes);
/* The same for n things of `size` bytes, checked for overflow. */
void *arena_calloc(arena *a, size_t n, size_t size);
/* A copy of s, with a NUL after it that len does not count. */
slice arena_copy(arena *a, slice s);
/* The parts one behind another, NUL-terminated. */
slice arena_join(arena *a, const slice *parts, size_t n);
/* printf into the arena; NUL-terminated. */
slice arena_printf(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
slice arena_vprintf(arena *a, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
/* `old`, of old_bytes, grown to new_bytes: where it stands if it was the last allocation and there is room, else elsewhere, and
 * what stands at `old` is not to be read any more. The new bytes are zero. */
void *arena_grow(arena *a, void *old, size_t old_bytes, size_t new_bytes);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_calloc((a), (n), sizeof(type)))

#endif
