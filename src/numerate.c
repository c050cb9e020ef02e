/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public API: a thin layer over rulebook, walk, audit and report. Every entry sets the object's jump buffer, to which
 * all its arenas go when memory runs out. */
#include "numerate.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/pool.h"
#include "numerate_object.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const slice *copy_list(arena *a, const char *const *list, size_t *count)
{
	size_t n = 0;
	while (list && list[n])
		n++;
	slice *copy = ARENA_ARRAY(a, slice, n + 1);
	for (size_t i = 0; i < n; i++)
		copy[i] = arena_copy(a, slice_of(list[i]));
	*count = n;
	return copy;
}

static void take_options(numerate *n, const numerate_options *o)
{
	arena *a = n->arena;
	n->book.paths = copy_list(a, o->rules, &n->book.path_count);
	n->book.enable = copy_list(a, o->enable, &n->book.enable_count);
	n->book.disable = copy_list(a, o->disable, &n->book.disable_count);
	n->book.profile = arena_copy(a, slice_of(o->profile));
	n->book.lang = arena_copy(a, slice_of(o->lang));
	n->title = arena_copy(a, slice_of(o->title));
	n->config_path = arena_copy(a, slice_of(o->config));
	n->stdin_name = arena_copy(a, slice_of(o->stdin_name ? o->stdin_name : "stdin"));
	n->threads = o->threads;
	n->caps = CAPS_DEFAULT;
	n->limits = copy_list(a, o->limits, &n->limit_count);
	n->walk = (walk_options){.stdin_name = n->stdin_name, .caps = &n->caps, .no_ignore = o->no_ignore != 0};
	n->walk.exclude = copy_list(a, o->exclude, &n->walk.exclude_count);
	n->memory_limit = o->memory;
	n->wants = o->findings_only ? AUDIT_FINDINGS : AUDIT_WHOLE;
	n->report = (report_options){
		.level = (severity)o->level,
		.color = o->color != 0,
		.width = o->width,
		.letter = o->letter != 0,
		.epoch = INT64_MIN,
	};
}

/* Runs one step; where its memory runs out, the step ends here. The only setjmp, with nothing around it to be clobbered. */
static numerate_status guarded(numerate *n, numerate_status (*step)(numerate *n, const void *with), const void *with)
{
	if (setjmp(n->memory))
		return NUMERATE_NO_MEMORY;
	return step(n, with);
}

static numerate_status begin(numerate *n, const void *options)
{
	n->arena = arena_new(&n->memory);
	if (!n->arena)
		return NUMERATE_NO_MEMORY;
	n->diags = diag_list_new(n->arena);
	n->message = SLICE("");
	take_options(n, options);
	return NUMERATE_OK;
}

numerate *numerate_new(const numerate_options *options, numerate_status *status)
{
	numerate_options o = {0};
	if (options)
		memcpy(&o, options, options->struct_size < sizeof o ? options->struct_size : sizeof o);
	numerate *n = calloc(1, sizeof *n);
	numerate_status result = n ? guarded(n, begin, &o) : NUMERATE_NO_MEMORY;
	if (status)
		*status = result;
	if (result == NUMERATE_OK)
		return n;
	numerate_free(n);
	return NULL;
}

void numerate_free(numerate *n)
{
	if (!n)
		return;
	arena_free(n->audit_arena);
	arena_free(n->arena);
	free(n);
}

static numerate_status add_path(numerate *n, const void *path)
{
	VEC_PUSH(n->arena, n->paths, arena_copy(n->arena, slice_of(path)));
	return NUMERATE_OK;
}

static numerate_status add_jsonl(numerate *n, const void *path)
{
	VEC_PUSH(n->arena, n->jsonl, arena_copy(n->arena, slice_of(path)));
	return NUMERATE_OK;
}

static numerate_status add_text(numerate *n, const void *given)
{
	read_source s = *(const read_source *)given;
	s.name = arena_copy(n->arena, s.name);
	s.bytes = arena_copy(n->arena, s.bytes);
	VEC_PUSH(n->arena, n->texts, s);
	return NUMERATE_OK;
}

numerate_status numerate_add_path(numerate *n, const char *path)
{
	return guarded(n, add_path, path);
}

numerate_status numerate_add_jsonl(numerate *n, const char *path)
{
	return guarded(n, add_jsonl, path);
}

numerate_status numerate_add_text(numerate *n, const char *name, const char *text, size_t length)
{
	read_source s = {.name = slice_of(name), .collection = SLICE("files"), .bytes = {text, length}};
	return guarded(n, add_text, &s);
}

/* A message a line: "a.yaml:3:7: there is no ..." */
static slice message_line(arena *a, slice file, uint32_t line, uint32_t col, slice text)
{
	if (file.len && line)
		return arena_printf(a, SLICE_FMT ":%u:%u: " SLICE_FMT "\n", SLICE_ARG(file), line, col, SLICE_ARG(text));
	return arena_printf(a, SLICE_FMT "%s" SLICE_FMT "\n", SLICE_ARG(file), file.len ? ": " : "", SLICE_ARG(text));
}

static void renew_message(numerate *n)
{
	arena *a = n->arena;
	VEC(slice) lines = {0};
	for (size_t i = 0; i < n->diags.items.n; i++) {
		const diag *d = &n->diags.items.at[i];
		VEC_PUSH(a, lines, message_line(a, d->file, d->line, d->col, d->message));
	}
	for (size_t i = 0; n->audit && i < n->audit->document_count; i++) {
		const document *d = n->audit->documents[i].reading.doc;
		if (d->status == DOCUMENT_UNREADABLE)
			VEC_PUSH(a, lines, message_line(a, d->path, 0, 0, d->why));
	}
	size_t bytes = 0;
	for (size_t i = 0; i < lines.n; i++)
		bytes += lines.at[i].len;
	char *to = arena_alloc(a, bytes + 1);
	n->message = (slice){to, bytes};
	for (size_t i = 0; i < lines.n; i++) {
		memcpy(to, lines.at[i].ptr, lines.at[i].len);
		to += lines.at[i].len;
	}
}

/* What the options left open, the configuration tells. Its rules come before those of the options. */
static void take_config(numerate *n, const config *c)
{
	rulebook_options *book = &n->book;
	slice *paths = ARENA_ARRAY(n->arena, slice, c->rule_count + book->path_count);
	for (size_t i = 0; i < c->rule_count; i++)
		paths[i] = c->rules[i];
	for (size_t i = 0; i < book->path_count; i++)
		paths[c->rule_count + i] = book->paths[i];
	book->paths = paths;
	book->path_count += c->rule_count;
	book->levels = c->levels;
	book->level_count = c->level_count;
	book->decided = c->decided;
	book->decided_count = c->decided_count;
	n->caps = c->caps;
	slice *exclude = ARENA_ARRAY(n->arena, slice, c->exclude_count + n->walk.exclude_count);
	for (size_t i = 0; i < c->exclude_count; i++)
		exclude[i] = c->exclude[i];
	for (size_t i = 0; i < n->walk.exclude_count; i++)
		exclude[c->exclude_count + i] = n->walk.exclude[i];
	n->walk.exclude = exclude;
	n->walk.exclude_count += c->exclude_count;
	if (!book->profile.len)
		book->profile = c->profile;
	if (!book->lang.len)
		book->lang = c->lang;
	if (!n->title.len)
		n->title = c->title;
	if (!n->report.level && c->level_told)
		n->report.level = c->level;
}

/* False, with every mistake told, if one of the limits is none. */
static bool take_limits(numerate *n)
{
	bool good = true;
	for (size_t i = 0; i < n->limit_count; i++) {
		slice told = n->limits[i], why = {"", 0};
		size_t equals = slice_find_byte(told, '=');
		slice value = equals == SIZE_MAX ? (slice){"", 0} : slice_sub(told, equals + 1, told.len);
		if (cap_set(n->arena, &n->caps, slice_sub(told, 0, equals), value, &why))
			continue;
		diag_add(&n->diags, DIAG_ERROR, (slice){0}, SLICE_FMT, SLICE_ARG(why));
		good = false;
	}
	return good;
}

static numerate_status load_rules(numerate *n, const void *unused)
{
	(void)unused;
	if (n->rules)
		return NUMERATE_OK;
	if (n->config_path.len && !n->config) {
		n->config = config_load(n->arena, n->config_path, &n->diags);
		if (!n->config)
			return NUMERATE_BAD_RULES;
		take_config(n, n->config);
	}
	if (!take_limits(n))
		return NUMERATE_BAD_RULES;
	if (!n->report.level)
		n->report.level = SEVERITY_WARNING;
	n->rules = rulebook_load(n->arena, &n->book, &n->diags);
	return n->rules ? NUMERATE_OK : NUMERATE_BAD_RULES;
}

numerate_status numerate_load_rules(numerate *n)
{
	return guarded(n, load_rules, NULL);
}

static void add_records(arena *a, slice path, slice stdin_name, read_list *out)
{
	file_map map = {0};
	slice why, name = path;
	bool done;
	if (slice_equal(path, SLICE("-"))) {
		name = stdin_name;
		done = file_read_stream(a, stdin, LIMIT_DOCUMENT_BYTES, &map.bytes, &why);
	} else {
		done = file_read(a, path.ptr, LIMIT_DOCUMENT_BYTES, &map, &why);
	}
	if (!done) {
		VEC_PUSH(a, *out, (read_source){.name = name, .broken = why});
		return;
	}
	/* The records borrow the bytes, which must outlive them and be let go when memory runs out: the arena's copy does both. */
	slice bytes = map.base ? arena_copy(a, map.bytes) : map.bytes;
	file_unmap(&map);
	jsonl_sources(a, name, bytes, out);
}

/* Everything that was added, in this order: paths, records, texts. */
static read_list gather(numerate *n, arena *a)
{
	read_list sources = {0};
	if (n->paths.n)
		walk_paths(a, n->paths.at, n->paths.n, &n->walk, &sources, &n->diags);
	for (size_t i = 0; i < n->jsonl.n; i++)
		add_records(a, n->jsonl.at[i], n->stdin_name, &sources);
	for (size_t i = 0; i < n->texts.n; i++)
		VEC_PUSH(a, sources, n->texts.at[i]);
	for (size_t i = 0; i < sources.n; i++)
		sources.at[i].caps = &n->caps;
	return sources;
}

static slice make_title(const numerate *n, arena *a, size_t documents)
{
	if (n->title.len)
		return n->title;
	slice first = n->paths.n ? n->paths.at[0] : n->jsonl.n ? n->jsonl.at[0] : n->texts.at[0].name;
	if (slice_equal(first, SLICE("-")))
		first = n->stdin_name;
	size_t given = n->paths.n + n->jsonl.n + n->texts.n;
	return given == 1 ? first : arena_printf(a, SLICE_FMT " and %zu more", SLICE_ARG(first), documents ? documents - 1 : 0);
}

/* `with`: what the audit is to be but for its threads, title and book. */
static numerate_status run_audit(numerate *n, const void *with)
{
	if (!n->paths.n && !n->jsonl.n && !n->texts.n) {
		diag_add(&n->diags, DIAG_ERROR, (slice){0}, "there is nothing to read");
		return NUMERATE_NO_INPUT;
	}
	if (load_rules(n, NULL) != NUMERATE_OK)
		return NUMERATE_BAD_RULES;
	arena *a = n->audit_arena = arena_new(&n->memory);
	if (!a)
		return NUMERATE_NO_MEMORY;
	if (n->memory_limit)
		arena_limit(a, n->memory_limit);
	size_t errors = n->diags.errors;
	read_list sources = gather(n, a);
	audit_options o = *(const audit_options *)with;
	o.threads = n->threads ? n->threads : pool_cores();
	o.title = make_title(n, a, sources.n);
	o.book = n->rules;
	n->audit = audit_run(a, n->rules->rules, sources.at, sources.n, &o);
	if (n->diags.errors > errors || !sources.n)
		return NUMERATE_NO_INPUT;
	return n->audit->unreadable ? NUMERATE_UNREADABLE : NUMERATE_OK;
}

static numerate_status audit_and_tell(numerate *n, const void *with)
{
	numerate_status status = run_audit(n, with);
	renew_message(n);
	return status;
}

static numerate_status audit_with(numerate *n, const audit_options *with)
{
	n->audit = NULL;
	arena_free(n->audit_arena);
	n->audit_arena = NULL;
	numerate_status status = guarded(n, audit_and_tell, with);
	if (status == NUMERATE_NO_MEMORY)
		n->audit = NULL;
	return status;
}

numerate_status numerate_audit(numerate *n)
{
	return audit_with(n, &(audit_options){.wants = n->wants});
}

typedef struct claims_job {
	const numerate *n;
	claims_output *outputs;
	size_t count;
} claims_job;

static bool write_claims_to(const claims_output *to, const numerate *n, const audit *au, size_t doc, arena *a)
{
	report_options o = n->report;
	o.color = to->color;
	o.width = to->width;
	switch (to->format) {
	case NUMERATE_CLAIMS_CSV:
		return report_claims_csv_of(au, doc, &o, a, to->out);
	case NUMERATE_CLAIMS_TABLE:
		return report_claims_table_of(au, doc, &o, a, to->out);
	default:
		return report_claims_jsonl_of(au, doc, &o, a, to->out);
	}
}

/* Threads come here one at a time. */
static bool write_claims(void *ctx, const audit *au, size_t doc, arena *a)
{
	const claims_job *job = ctx;
	bool any = false;
	for (size_t i = 0; i < job->count; i++) {
		claims_output *to = &job->outputs[i];
		errno = 0;
		if (!to->error && !write_claims_to(to, job->n, au, doc, a))
			to->error = errno ? errno : EIO;
		any = any || !to->error;
	}
	return any;
}

numerate_status numerate_claims_to(numerate *n, claims_output *outputs, size_t count)
{
	claims_job job = {.n = n, .outputs = outputs, .count = count};
	numerate_status status = audit_with(n, &(audit_options){.wants = AUDIT_CLAIMS, .each = write_claims, .ctx = &job});
	for (size_t i = 0; i < count; i++) {
		errno = 0;
		if (fflush(outputs[i].out) != 0 && !outputs[i].error)
			outputs[i].error = errno ? errno : EIO;
	}
	return status;
}

size_t numerate_findings(const numerate *n, numerate_severity at_least)
{
	return n->audit ? audit_count(n->audit, (severity)at_least) : 0;
}

typedef struct report_order {
	numerate_format format;
	FILE *out;
} report_order;

/* False, with *why where more is known than errno says, if the report could not be written. */
static bool write_report(numerate *n, const report_order *order, slice *why)
{
	const audit *au = n->audit;
	const report_options *o = &n->report;
	FILE *out = order->out;
	bool findings = order->format == NUMERATE_TEXT || order->format == NUMERATE_JSONL;
	if (au->wants == AUDIT_CLAIMS || (au->wants == AUDIT_FINDINGS && !findings)) {
		*why = au->wants == AUDIT_CLAIMS ? SLICE("only claims were asked for") : SLICE("only findings were asked for");
		return false;
	}
	switch (order->format) {
	case NUMERATE_TEXT:
		return report_text(au, o, out);
	case NUMERATE_JSON:
		return report_json(au, o, out);
	case NUMERATE_JSONL:
		return report_findings_jsonl(au, o, out);
	case NUMERATE_PDF:
		return report_pdf(au, o, out, n->audit_arena, why);
	case NUMERATE_CLAIMS_JSONL:
		return report_claims_jsonl(au, o, out);
	case NUMERATE_CLAIMS_CSV:
		return report_claims_csv(au, o, out);
	case NUMERATE_CLAIMS_TABLE:
		return report_claims_table(au, o, out);
	}
	*why = SLICE("there is no such format");
	return false;
}

static numerate_status tell_unwritten(numerate *n, slice why)
{
	diag_add(&n->diags, DIAG_ERROR, (slice){0}, "the report cannot be written: " SLICE_FMT, SLICE_ARG(why));
	renew_message(n);
	return NUMERATE_IO;
}

static numerate_status report_and_tell(numerate *n, const void *order)
{
	const report_order *r = order;
	slice why = {0};
	errno = 0;
	if (!n->audit)
		why = SLICE("there was no audit");
	else if (write_report(n, r, &why) && fflush(r->out) == 0)
		return NUMERATE_OK;
	if (!why.len)
		why = file_reason(n->arena, errno ? errno : EIO);
	tell_unwritten(n, why);
	return n->audit ? NUMERATE_IO : NUMERATE_NO_INPUT;
}

numerate_status numerate_report(numerate *n, numerate_format format, FILE *out)
{
	report_order order = {.format = format, .out = out};
	return guarded(n, report_and_tell, &order);
}

static numerate_status tell_claims_unwritten(numerate *n, const void *error)
{
	return tell_unwritten(n, *(const int *)error ? file_reason(n->arena, *(const int *)error)
	                                             : SLICE("it is no format of claims"));
}

numerate_status numerate_claims(numerate *n, numerate_format format, FILE *out)
{
	bool good = format == NUMERATE_CLAIMS_JSONL || format == NUMERATE_CLAIMS_CSV || format == NUMERATE_CLAIMS_TABLE;
	claims_output to = {.format = format, .out = out, .color = n->report.color, .width = n->report.width};
	numerate_status status = good ? numerate_claims_to(n, &to, 1) : NUMERATE_IO;
	return !good || to.error ? guarded(n, tell_claims_unwritten, &to.error) : status;
}

const char *numerate_message(const numerate *n)
{
	return n->message.ptr;
}
