/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chunks are zeroed when they are made and memory is never handed out twice, so an allocation is a pointer moved on. What is
 * large has pages of its own, which move as they are when it grows: a growing array leaves no copies, and the room that it has in
 * reserve costs nothing.
 * Under AddressSanitizer whatever is not handed out is poisoned, and a red zone follows each allocation. */
#include "base/arena.h"

#include "base/asan.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if BUILT_WITH_ASAN
#include <sanitizer/asan_interface.h>
enum { RED_ZONE = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(start, bytes) ((void)(start), (void)(bytes))
#define ASAN_UNPOISON_MEMORY_REGION(start, bytes) ((void)(start), (void)(bytes))
enum { RED_ZONE = 0 };
#endif

enum {
	ALIGNMENT = 16,
	FIRST_CHUNK = 4 << 10,     /* doubled for each further chunk, up to */
	LARGEST_CHUNK = 256 << 10, /* so that little of the last one stays unused */
	LEAST_WITHHELD = 64 << 10, /* bytes of a chunk that forking is spared */
	LEAST_MAPPED = 256 << 10,  /* bytes of a thing that has pages of its own */
};

typedef struct chunk {
	_Alignas(ALIGNMENT) struct chunk *next;
	char *bytes;       /* right behind it, or mapped */
	size_t size, used; /* of bytes */
	bool withheld, mapped;
} chunk;

struct arena {
	chunk *current; /* where small things go; the others hang behind it */
	size_t next_size, used, limit;
	jmp_buf *on_fail;
};

_Noreturn static void fail(jmp_buf *on_fail)
{
	if (on_fail)
		longjmp(*on_fail, 1);
	fputs("numerate: out of memory\n", stderr);
	exit(2);
}

static chunk *chunk_new(size_t size)
{
	chunk *c = calloc(1, sizeof *c + size);
	if (c) {
		c->bytes = (char *)(c + 1);
		c->size = size;
		ASAN_POISON_MEMORY_REGION(c->bytes, size);
	}
	return c;
}

static size_t whole_pages(size_t bytes)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	return (bytes + page - 1) & ~(page - 1);
}

/* One whose bytes are pages of its own. */
static chunk *chunk_map(size_t size)
{
	chunk *c = malloc(sizeof *c);
	char *bytes = mmap(NULL, whole_pages(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (!c || bytes == MAP_FAILED) {
		free(c);
		if (bytes != MAP_FAILED)
			(void)munmap(bytes, whole_pages(size));
		return NULL;
	}
	*c = (chunk){.bytes = bytes, .size = whole_pages(size), .mapped = true};
	ASAN_POISON_MEMORY_REGION(c->bytes, c->size);
	return c;
}

/* Whole pages of the chunk's bytes are given to child processes, or not. */
static bool advise(const chunk *c, int advice)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t from = ((uintptr_t)c->bytes + page - 1) & ~(page - 1), to = ((uintptr_t)c->bytes + c->size) & ~(page - 1);
	return to > from &&
	       madvise((void *)from, to - from, advice) == 0; // NOLINT(performance-no-int-to-ptr): a page's own address
}

static void chunk_free(chunk *c)
{
	if (c->withheld)
		advise(c, MADV_DOFORK);
	ASAN_UNPOISON_MEMORY_REGION(c->bytes, c->size);
	if (c->mapped)
		(void)munmap(c->bytes, c->size);
	free(c);
}

arena *arena_new(jmp_buf *on_fail)
{
	arena *a = malloc(sizeof *a);
	chunk *first = a ? chunk_new(FIRST_CHUNK) : NULL;
	if (!first) {
		free(a);
		if (!on_fail)
			fail(NULL);
		return NULL;
	}
	*a = (arena){.current = first, .next_size = (size_t)FIRST_CHUNK * 2, .limit = SIZE_MAX, .on_fail = on_fail};
	return a;
}

void arena_free(arena *a)
{
	if (!a)
		return;
	for (chunk *c = a->current, *next; c; c = next) {
		next = c->next;
		chunk_free(c);
	}
	free(a);
}

/* Frees the chunks from `first` to before `end`. */
static void free_chunks(chunk *first, const chunk *end)
{
	for (chunk *c = first, *next; c != end; c = next) {
		next = c->next;
		chunk_free(c);
	}
}

/* Empties the current chunk from byte `filled` on. */
static void empty_current(arena *a, size_t filled)
{
	chunk *c = a->current;
	ASAN_UNPOISON_MEMORY_REGION(c->bytes + filled, c->used - filled);
	memset(c->bytes + filled, 0, c->used - filled);
	ASAN_POISON_MEMORY_REGION(c->bytes + filled, c->size - filled);
	c->used = filled;
}

void arena_reset(arena *a)
{
	free_chunks(a->current->next, NULL);
	a->current->next = NULL;
	empty_current(a, 0);
	a->used = 0;
}

arena_mark arena_here(const arena *a)
{
	return (arena_mark){a->current, a->current->next, a->current->used, a->used};
}

void arena_rewind(arena *a, arena_mark to)
{
	free_chunks(a->current, to.current);
	a->current = to.current;
	free_chunks(to.current->next, to.behind); /* what was too big for a chunk among others */
	to.current->next = to.behind;
	empty_current(a, to.filled);
	a->used = to.used;
}

size_t arena_withhold(arena *a, size_t most)
{
	size_t taken = 0;
	for (chunk *c = a->current; c && taken + 2 <= most; c = c->next) {
		if (c->size < LEAST_WITHHELD || c->withheld)
			continue;
		c->withheld = advise(c, MADV_DONTFORK);
		taken += 2; /* its own entry, and one for what stands behind it */
	}
	return taken;
}

void arena_limit(arena *a, size_t bytes)
{
	a->limit = bytes;
}

void arena_adopt(arena *a, arena *other)
{
	chunk *last = other->current;
	while (last->next)
		last = last->next;
	last->next = a->current->next;
	a->current->next = other->current;
	a->used += other->used;
	free(other);
}

_Noreturn void arena_exhausted(arena *a)
{
	fail(a->on_fail);
}

size_t arena_used(const arena *a)
{
	return a->used;
}

/* Rounded up to the alignment; the caller has made sure that it does not overflow. */
static size_t round_up(size_t bytes)
{
	return (bytes + (ALIGNMENT - 1)) & ~(size_t)(ALIGNMENT - 1);
}

/* A chunk with room for `room` bytes: the current one, a new current one, or one of its own for something big. */
static chunk *chunk_for(arena *a, size_t room)
{
	if (room <= a->current->size - a->current->used)
		return a->current;
	bool big = room > a->next_size / 2;
	chunk *c = big && room >= LEAST_MAPPED ? chunk_map(room) : chunk_new(big ? room : a->next_size);
	if (!c)
		fail(a->on_fail);
	if (big) {
		c->next = a->current->next;
		a->current->next = c;
	} else {
		c->next = a->current;
		a->current = c;
		if (a->next_size < LARGEST_CHUNK)
			a->next_size *= 2;
	}
	return c;
}

void *arena_alloc(arena *a, size_t bytes)
{
	if (bytes > PTRDIFF_MAX - sizeof(chunk) - ALIGNMENT - RED_ZONE)
		fail(a->on_fail);
	size_t rounded = round_up(bytes ? bytes : 1);
	if (a->used > a->limit || rounded > a->limit - a->used)
		fail(a->on_fail);
	chunk *c = chunk_for(a, rounded + RED_ZONE);
	void *memory = c->bytes + c->used;
	c->used += rounded + RED_ZONE;
	a->used += rounded;
	ASAN_UNPOISON_MEMORY_REGION(memory, bytes);
	return memory;
}

bool arena_guard(arena *a, void (*step)(void *data), void *data)
{
	jmp_buf here, *owners = a->on_fail;
	volatile bool done = false;
	a->on_fail = &here;
	if (setjmp(here) == 0) {
		step(data);
		done = true;
	}
	a->on_fail = owners;
	return done;
}

void *arena_try(arena *a, size_t bytes)
{
	jmp_buf here, *owners = a->on_fail;
	void *memory = NULL;
	a->on_fail = &here;
	if (setjmp(here) == 0)
		memory = arena_alloc(a, bytes);
	else
		memory = NULL;
	a->on_fail = owners;
	return memory;
}

void *arena_calloc(arena *a, size_t n, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(n, size, &bytes))
		fail(a->on_fail);
	return arena_alloc(a, bytes);
}

/* Whether the last thing in the current chunk is `old` and it can become `new_bytes` long where it stands. */
static bool extend(arena *a, const char *old, size_t old_bytes, size_t new_bytes)
{
	chunk *c = a->current;
	size_t taken = round_up(old_bytes ? old_bytes : 1) + RED_ZONE;
	if (taken > c->used || old != c->bytes + c->used - taken || new_bytes > c->size)
		return false;
	size_t more = round_up(new_bytes) + RED_ZONE - taken;
	if (more > c->size - c->used || a->used > a->limit || more > a->limit - a->used)
		return false;
	c->used += more;
	a->used += more;
	ASAN_UNPOISON_MEMORY_REGION(old, new_bytes);
	return true;
}

/* The chunk whose pages `old` has to itself, NULL if it has none. */
static chunk *pages_of(const arena *a, const char *old, size_t old_bytes)
{
	if (old_bytes < LEAST_MAPPED - RED_ZONE)
		return NULL;
	chunk *c = a->current->next;
	while (c && !(c->mapped && c->bytes == old))
		c = c->next;
	return c;
}

/* Moves its pages to where there is room for more behind them. */
static void *stretch(arena *a, chunk *c, size_t new_bytes)
{
	if (new_bytes > PTRDIFF_MAX - ALIGNMENT - RED_ZONE - LARGEST_CHUNK)
		fail(a->on_fail);
	size_t used = round_up(new_bytes) + RED_ZONE, size = whole_pages(used);
	if (a->used > a->limit || used - c->used > a->limit - a->used)
		fail(a->on_fail);
	ASAN_UNPOISON_MEMORY_REGION(c->bytes, c->size);
	char *bytes = size > c->size ? mremap(c->bytes, c->size, size, MREMAP_MAYMOVE) : c->bytes;
	if (bytes == MAP_FAILED)
		fail(a->on_fail);
	a->used += used - c->used;
	c->bytes = bytes;
	c->size = size > c->size ? size : c->size;
	c->used = used;
	ASAN_UNPOISON_MEMORY_REGION(c->bytes, c->size);
	ASAN_POISON_MEMORY_REGION(c->bytes + new_bytes, c->size - new_bytes);
	return bytes;
}

void *arena_grow(arena *a, void *old, size_t old_bytes, size_t new_bytes)
{
	if (new_bytes <= old_bytes || (old && extend(a, old, old_bytes, new_bytes)))
		return old;
	chunk *own = old ? pages_of(a, old, old_bytes) : NULL;
	if (own)
		return stretch(a, own, new_bytes);
	void *memory = arena_alloc(a, new_bytes);
	if (old && old_bytes) {
		memcpy(memory, old, old_bytes);
		ASAN_POISON_MEMORY_REGION(old, old_bytes); /* nobody is to read on there */
	}
	return memory;
}

slice arena_copy(arena *a, slice s)
{
	if (s.len == SIZE_MAX)
		fail(a->on_fail);
	char *copy = arena_alloc(a, s.len + 1);
	if (s.len)
		memcpy(copy, s.ptr, s.len);
	return (slice){copy, s.len};
}

slice arena_join(arena *a, const slice *parts, size_t n)
{
	size_t len = 0;
	for (size_t i = 0; i < n; i++) {
		if (__builtin_add_overflow(len, parts[i].len, &len))
			fail(a->on_fail);
	}
	if (len == SIZE_MAX)
		fail(a->on_fail);
	char *text = arena_alloc(a, len + 1), *to = text;
	for (size_t i = 0; i < n; i++) {
		if (parts[i].len)
			memcpy(to, parts[i].ptr, parts[i].len);
		to += parts[i].len;
	}
	return (slice){text, len};
}

slice arena_printf(arena *a, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	slice text = arena_vprintf(a, format, args);
	va_end(args);
	return text;
}

slice arena_vprintf(arena *a, const char *format, va_list args)
{
	char brief[256]; /* most messages fit, and are then formatted once */
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(brief, sizeof brief, format, args);
	if (len < 0) { /* a result beyond INT_MAX; nothing sensible can be said with it */
		va_end(again);
		fail(a->on_fail);
	}
	slice text = {brief, (size_t)len};
	if (text.len < sizeof brief) {
		text = arena_copy(a, text);
	} else {
		char *memory = arena_alloc(a, text.len + 1);
		vsnprintf(memory, text.len + 1, format, again);
		text.ptr = memory;
	}
	va_end(again);
	return text;
}
