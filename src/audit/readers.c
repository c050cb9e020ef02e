/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/readers.h"

#include "audit/coverage.h"
#include "audit/forgotten.h"
#include "audit/reader.h"
#include "audit/tongue.h"
#include "base/pool.h"
#include "read/sandbox.h"

#include <pthread.h>
#include <stdatomic.h>

typedef struct workshop { /* what one document's thread fills */
	arena *arena;         /* NULL: the document is forgotten, or memory ran out */
	relation_list relations;
	bool read, ended; /* ended: told of and settled */
} workshop;

enum { MOST_WITHHELD = 16384 }; /* entries of the kernel's map of memory, of which a process has 65530 */

typedef struct run {
	audit *audit;
	const audit_options *options;
	const read_source *sources;
	uint32_t readers;       /* for each source, where there are fewer than threads */
	workshop *shops;        /* one for each document */
	tongues *tongues;       /* NULL: one language */
	forgotten *forgotten;   /* NULL: everything is kept */
	atomic_size_t withheld; /* entries taken so far */
	atomic_bool stopped;    /* nobody wants to hear more */
	pthread_mutex_t turns;  /* of telling; guards what follows, and each shop's `read` */
	size_t next;            /* document to be told of */
} run;

/* False if memory ran out. */
static bool read_one(arena *a, arena *aside, arena *scratch, run *r, size_t i)
{
	document *d = ARENA_NEW(a, document);
	read_source source = r->sources[i];
	source.readers = r->readers;
	source.no_digest = r->forgotten != NULL;
	*d = read_document(a, &source);
	reading_of *got = &r->audit->documents[i].reading;
	got->doc = d;
	got->doc_index = (uint32_t)i;
	got->dated = d->dated;
	got->date_line = -1;
	if (d->status != DOCUMENT_OK)
		return true;
	const rule_set *rules = r->audit->documents[i].rules = r->tongues ? tongue_of(r->tongues, d) : r->audit->rules;
	if (!rules)
		return false;
	audit_read(a, aside, scratch, rules, got, r->audit->wants == AUDIT_CLAIMS ? NULL : &r->shops[i].relations);
	return true;
}

/* Kept from the processes that read further documents. */
static void withhold(run *r, arena *a)
{
	size_t taken = atomic_load(&r->withheld);
	if (taken < MOST_WITHHELD)
		atomic_fetch_add(&r->withheld, arena_withhold(a, MOST_WITHHELD - taken));
}

/* Keeps of document i what will be asked for, which may be next to nothing. */
static void settle(run *r, size_t i, arena *scratch)
{
	audit_document *d = &r->audit->documents[i];
	workshop *shop = &r->shops[i];
	const rule_set *rules = d->rules ? d->rules : r->audit->rules;
	if (!r->forgotten || (r->audit->wants == AUDIT_FINDINGS && !forgotten_may_be(rules, &d->reading, &shop->relations))) {
		withhold(r, shop->arena);
		return;
	}
	coverage_of_one(scratch, &shop->relations, d);
	const document *left = forgotten_take(r->forgotten, d->reading.doc);
	if (!left)
		arena_exhausted(scratch);
	d->reading = (reading_of){.doc = left,
	                          .doc_index = (uint32_t)i,
	                          .dated = d->reading.dated,
	                          .date_line = -1,
	                          .met = d->reading.met,
	                          .scan = {.lex = d->reading.scan.lex}};
	d->forgotten = true;
	shop->relations = (relation_list){0};
	arena_free(shop->arena);
	shop->arena = NULL;
}

typedef struct ending { /* of a document that has been read */
	run *run;
	size_t document;
	arena *scratch;
} ending;

static void end_document(void *data)
{
	const ending *e = data;
	run *r = e->run;
	const audit_options *o = r->options;
	if (o->each && !o->each(o->ctx, r->audit, e->document, e->scratch))
		atomic_store(&r->stopped, true);
	settle(r, e->document, e->scratch);
	r->shops[e->document].ended = true;
}

/* Tells of document i and those behind it that have been read, if all before it have been told of. Where memory runs out, no more
 * is told. */
static void take_turns(run *r, size_t i, arena *scratch)
{
	bool going = true;
	pthread_mutex_lock(&r->turns);
	r->shops[i].read = true;
	for (; going && r->next < r->audit->document_count && r->shops[r->next].read; r->next += going) {
		going = arena_guard(scratch, end_document, &(ending){r, r->next, scratch});
		arena_reset(scratch);
	}
	pthread_mutex_unlock(&r->turns);
}

/* One document in an arena of its own, so that threads share nothing they write. */
static void job(void *ctx, size_t i)
{
	run *r = ctx;
	static const document unread = {.status = DOCUMENT_EMPTY};
	if (atomic_load(&r->stopped)) {
		r->audit->documents[i] = (audit_document){.reading.doc = &unread, .forgotten = true};
		return;
	}
	jmp_buf out_of_memory;
	arena *volatile a = arena_new(&out_of_memory);
	arena *volatile aside = a ? arena_new(&out_of_memory) : NULL;
	arena *volatile scratch = aside ? arena_new(&out_of_memory) : NULL;
	if (!scratch || setjmp(out_of_memory)) {
		arena_free(scratch);
		arena_free(aside);
		arena_free(a);
		return;
	}
	bool done = read_one(a, aside, scratch, r, i);
	arena_free(aside);
	arena_reset(scratch);
	if (done) {
		r->shops[i].arena = a;
		if (r->options->each)
			take_turns(r, i, scratch);
		else
			(void)arena_guard(scratch, end_document, &(ending){r, i, scratch});
	} else {
		arena_free(a);
	}
	arena_free(scratch);
}

/* Everything that the threads made becomes the audit's. `complete`: all jobs were run. */
static void collect(run *r, bool complete, relation_list *all)
{
	arena *a = r->audit->arena;
	size_t n = r->audit->document_count;
	if (r->tongues)
		tongues_adopt(a, r->tongues);
	forgotten_adopt(a, r->forgotten);
	pthread_mutex_destroy(&r->turns);
	for (size_t i = 0; i < n; i++) {
		const workshop *shop = &r->shops[i];
		bool whole = shop->ended || (r->stopped && (shop->arena || r->audit->documents[i].forgotten));
		complete = complete && whole;
		if (shop->arena)
			arena_adopt(a, shop->arena);
	}
	if (!complete)
		arena_exhausted(a);
	for (size_t i = 0; i < n; i++) {
		const relation_list *some = &r->shops[i].relations;
		if (!all->n)
			*all = *some;
		for (size_t k = 0; k < some->n && all->at != some->at; k++)
			VEC_PUSH(a, *all, some->at[k]);
	}
}

void readers_run(audit *au, const read_source *sources, const audit_options *options, relation_list *out)
{
	arena *a = au->arena;
	size_t n = au->document_count;
	run r = {.audit = au, .options = options, .sources = sources, .shops = ARENA_ARRAY(a, workshop, n)};
	if (options->book)
		r.tongues = tongues_new(a, options->book);
	if (au->wants != AUDIT_WHOLE && !(r.forgotten = forgotten_new()))
		arena_exhausted(a);
	pthread_mutex_init(&r.turns, NULL);
	if (n && n < options->threads)
		r.readers = (uint32_t)(options->threads / n);
	bool ran = pool_run(sandbox_threads(options->threads), n, job, &r);
	collect(&r, ran, out);
}
