/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/tongue.h"

#include "pack/blob.h"

#include <pthread.h>

typedef struct tongue {
	arena *arena; /* NULL until they are made */
	const rule_set *rules;
} tongue;

struct tongues {
	const rulebook *book;
	pthread_mutex_t lock;
	tongue *of; /* one for each of the book's languages */
};

tongues *tongues_new(arena *a, const rulebook *book)
{
	tongues *t = ARENA_NEW(a, tongues);
	t->book = book;
	t->of = ARENA_ARRAY(a, tongue, pack_languages.n + 1);
	pthread_mutex_init(&t->lock, NULL);
	return t;
}

static const language *language_for(const rulebook *book, const document *d)
{
	if (book->lang.len)
		return language_find(&pack_languages, book->lang);
	const language *told = d->lang.len ? language_find(&pack_languages, d->lang) : NULL;
	return told ? told : language_of_text(&pack_languages, d->text);
}

/* False if memory ran out. */
static bool make(const rulebook *book, const language *l, tongue *to)
{
	jmp_buf out_of_memory;
	arena *volatile a = arena_new(&out_of_memory);
	if (!a)
		return false;
	if (setjmp(out_of_memory)) {
		arena_free(a);
		return false;
	}
	to->rules = rulebook_in(a, book, l->name);
	to->arena = a;
	return true;
}

const rule_set *tongue_of(tongues *t, const document *d)
{
	const language *l = language_for(t->book, d);
	if (!l || slice_equal(l->name, lexicon_language(t->book->rules->lex)))
		return t->book->rules;
	tongue *of = &t->of[l - pack_languages.at];
	pthread_mutex_lock(&t->lock);
	bool made = of->arena || make(t->book, l, of);
	pthread_mutex_unlock(&t->lock);
	return made ? of->rules : NULL;
}

void tongues_adopt(arena *a, tongues *t)
{
	for (size_t i = 0; i < pack_languages.n; i++) {
		if (t->of[i].arena)
			arena_adopt(a, t->of[i].arena);
		t->of[i].arena = NULL;
	}
	pthread_mutex_destroy(&t->lock);
}
