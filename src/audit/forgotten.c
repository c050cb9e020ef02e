/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/forgotten.h"

#include <pthread.h>
#include <stdlib.h>

struct forgotten {
	arena *arena;
	jmp_buf out_of_memory; /* never gone to: whoever takes has a guard */
	pthread_mutex_t lock;
};

forgotten *forgotten_new(void)
{
	forgotten *f = calloc(1, sizeof *f);
	arena *a = f ? arena_new(&f->out_of_memory) : NULL;
	if (!a) {
		free(f);
		return NULL;
	}
	f->arena = a;
	pthread_mutex_init(&f->lock, NULL);
	return f;
}

bool forgotten_may_be(const rule_set *rules, const reading_of *doc, const relation_list *relations)
{
	for (size_t i = 0; i < relations->n; i++)
		if (verdict_is_failure(relations->at[i].verdict))
			return false;
	return !doc->doc->collection.len || !relate_may_cross(rules, doc);
}

typedef struct taking {
	arena *arena;
	const document *from;
	const document *taken;
} taking;

static void take(void *data)
{
	taking *t = data;
	arena *a = t->arena;
	const document *d = t->from;
	document *copy = ARENA_NEW(a, document);
	*copy = (document){
		.path = arena_copy(a, d->path),
		.collection = arena_copy(a, d->collection),
		.text = {"", 0},
		.source = {"", 0},
		.title = arena_copy(a, d->title),
		.dated = d->dated,
		.year = d->year,
		.status = d->status,
		.why = arena_copy(a, d->why),
		.notes = ARENA_ARRAY(a, slice, d->note_count),
		.note_count = d->note_count,
	};
	for (size_t i = 0; i < d->note_count; i++)
		copy->notes[i] = arena_copy(a, d->notes[i]);
	t->taken = copy;
}

const document *forgotten_take(forgotten *f, const document *d)
{
	taking t = {.arena = f->arena, .from = d};
	pthread_mutex_lock(&f->lock);
	bool done = arena_guard(f->arena, take, &t);
	pthread_mutex_unlock(&f->lock);
	return done ? t.taken : NULL;
}

void forgotten_adopt(arena *a, forgotten *f)
{
	if (!f)
		return;
	arena_adopt(a, f->arena);
	pthread_mutex_destroy(&f->lock);
	free(f);
}
