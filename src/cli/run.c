/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/run.h"

#include "base/file.h"
#include "numerate_object.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_DEFAULT = 80, WIDTH_LEAST = 40, WIDTH_MOST = 200 };

bool run_color(color_when when, FILE *out)
{
	const char *no_color = getenv("NO_COLOR"), *kind = getenv("TERM");
	if (when != COLOR_AUTO)
		return when == COLOR_ALWAYS;
	return !(no_color && *no_color) && !(kind && strcmp(kind, "dumb") == 0) && isatty(fileno(out));
}

unsigned run_width(FILE *out)
{
	struct winsize size;
	if (!isatty(fileno(out)) || ioctl(fileno(out), TIOCGWINSZ, &size) != 0 || !size.ws_col)
		return WIDTH_DEFAULT;
	return size.ws_col < WIDTH_LEAST ? WIDTH_LEAST : size.ws_col > WIDTH_MOST ? WIDTH_MOST : size.ws_col;
}

/* The list as the API wants it: ended by NULL. */
static const char *const *ended(arena *a, const string_list *list)
{
	const char **copy = ARENA_ARRAY(a, const char *, list->n + 1);
	if (list->n)
		memcpy(copy, list->at, list->n * sizeof *copy);
	return copy;
}

/* SOURCE_DATE_EPOCH, or the audit's own date. */
static bool take_epoch(int64_t *epoch)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	char *end;
	if (!text || !*text)
		return true;
	errno = 0;
	long long n = strtoll(text, &end, 10);
	if (errno || *end || n < 0) {
		fprintf(stderr, "numerate: SOURCE_DATE_EPOCH is not a number of seconds: '%s'\n", text);
		return false;
	}
	*epoch = n;
	return true;
}

/* What --config names, or the file that is found; NULL: none. */
static const char *config_path(arena *a, const cli_options *o)
{
	if (o->config || o->no_config)
		return o->no_config ? NULL : o->config;
	static const char *const here[] = {"."};
	bool reads = o->command == COMMAND_CHECK || o->command == COMMAND_CLAIMS || o->command == COMMAND_REPORT;
	const char *const *operands = reads ? o->operands.at : here;
	size_t n = reads ? o->operands.n : 1;
	slice *paths = ARENA_ARRAY(a, slice, n);
	for (size_t i = 0; i < n; i++)
		paths[i] = slice_of(operands[i]);
	slice found = config_find(a, paths, n);
	return found.len ? found.ptr : NULL;
}

/* From what severity on findings make the exit status 1: told, or else configured; report is asked for files, not for a
 * judgement. */
static severity fail_on(const cli_run *r)
{
	const cli_options *o = r->options;
	const config *c = r->library->config;
	if (o->fail_on_told)
		return o->fail_on;
	if (o->command == COMMAND_REPORT)
		return SEVERITY_NONE;
	return c && c->fail_on_told ? c->fail_on : SEVERITY_ERROR;
}

/* Whether nothing that will be written tells more than findings. */
static bool findings_only(const cli_options *o)
{
	bool only = o->command == COMMAND_CHECK;
	for (size_t i = 0; i < o->outputs.n && only; i++)
		only = o->outputs.at[i].format == NUMERATE_TEXT || o->outputs.at[i].format == NUMERATE_JSONL;
	return only;
}

static void out_of_memory(void)
{
	fputs("numerate: out of memory\n", stderr);
}

bool run_open(cli_run *r, const cli_options *o)
{
	*r = (cli_run){.options = o, .arena = arena_new(NULL)};
	numerate_options with = {
		.struct_size = sizeof with,
		.rules = ended(r->arena, &o->rules),
		.enable = ended(r->arena, &o->enable),
		.disable = ended(r->arena, &o->disable),
		.profile = o->profile,
		.title = o->title,
		.stdin_name = o->stdin_name,
		.threads = o->jobs,
		.level = (numerate_severity)o->level,
		.letter = o->letter,
		.lang = o->lang,
		.limits = ended(r->arena, &o->limits),
		.exclude = ended(r->arena, &o->exclude),
		.no_ignore = o->no_ignore,
		.config = config_path(r->arena, o),
		.findings_only = findings_only(o),
	};
	r->library = numerate_new(&with, NULL);
	bool done = r->library != NULL;
	if (!done)
		out_of_memory();
	bool reads = o->command == COMMAND_CHECK || o->command == COMMAND_CLAIMS || o->command == COMMAND_REPORT;
	for (size_t i = 0; done && reads && i < o->operands.n; i++) {
		const char *path = o->operands.at[i];
		done = (o->jsonl ? numerate_add_jsonl(r->library, path) : numerate_add_path(r->library, path)) == NUMERATE_OK;
		if (!done)
			out_of_memory();
	}
	if (done) {
		r->library->report.quiet = o->quiet;
		done = take_epoch(&r->library->report.epoch);
	}
	if (!done)
		run_close(r);
	return done;
}

/* Prints what the library has said since the last time. */
static void tell(cli_run *r)
{
	diag_list news = r->library->diags;
	news.items.at += r->told;
	news.items.n -= r->told;
	r->told += news.items.n;
	if (news.items.n)
		diag_print(&news, stderr, run_color(r->options->color, stderr));
}

bool run_load_rules(cli_run *r)
{
	numerate_status status = numerate_load_rules(r->library);
	if (status == NUMERATE_NO_MEMORY)
		out_of_memory();
	else
		tell(r);
	if (status != NUMERATE_OK)
		run_close(r);
	return status == NUMERATE_OK;
}

bool run_take(cli_run *r, numerate_status status)
{
	const numerate *n = r->library;
	if (status == NUMERATE_NO_MEMORY)
		out_of_memory();
	else
		tell(r);
	r->trouble = r->trouble || (status != NUMERATE_OK && status != NUMERATE_UNREADABLE);
	if (n->audit && n->audit->unreadable && !r->options->keep_going)
		r->trouble = true;
	return n->audit && n->audit->document_count;
}

void run_tell_unreadable(const cli_run *r)
{
	const audit *au = r->library->audit;
	for (size_t i = 0; i < au->document_count; i++) {
		const document *d = au->documents[i].reading.doc;
		if (d->status == DOCUMENT_UNREADABLE)
			fprintf(stderr, "numerate: " SLICE_FMT ": " SLICE_FMT "\n", SLICE_ARG(d->path), SLICE_ARG(d->why));
	}
}

void run_tell_unwritten(cli_run *r, const char *path, slice why)
{
	fprintf(stderr, "numerate: %s: " SLICE_FMT "\n", path ? path : "standard output", SLICE_ARG(why));
	r->trouble = true;
}

/* Writes to an open stream; false, and the reason, if it could not be done. */
static bool write_to(cli_run *r, numerate_format format, FILE *out, slice *why)
{
	numerate *n = r->library;
	n->report.color = run_color(r->options->color, out);
	n->report.width = run_width(out);
	numerate_status status = numerate_report(n, format, out);
	if (status == NUMERATE_OK)
		return true;
	*why = status == NUMERATE_NO_MEMORY ? SLICE("out of memory") : VEC_LAST(n->diags.items).message;
	return false;
}

void run_write(cli_run *r, numerate_format format, const char *path)
{
	slice why = {0};
	file_out file;
	if (!path) {
		if (format == NUMERATE_PDF && isatty(STDOUT_FILENO))
			run_tell_unwritten(r, path, SLICE("a PDF is nothing for a terminal; use --output pdf=FILE"));
		else if (!write_to(r, format, stdout, &why))
			run_tell_unwritten(r, path, why);
		return;
	}
	if (!file_out_open(&file, path, r->arena, &why)) {
		run_tell_unwritten(r, path, why);
		return;
	}
	bool done = write_to(r, format, file.stream, &why);
	if (!done)
		file_out_abandon(&file);
	else
		done = file_out_commit(&file, r->arena, &why);
	if (!done)
		run_tell_unwritten(r, path, why);
}

cli_status run_close(cli_run *r)
{
	const cli_options *o = r->options;
	cli_status status = STATUS_CLEAN;
	if (r->trouble || !r->library) {
		status = STATUS_TROUBLE;
	} else if (r->library->audit && fail_on(r) && o->command != COMMAND_CLAIMS) {
		bool findings = numerate_findings(r->library, (numerate_severity)fail_on(r)) > 0;
		status = findings || r->library->audit->unreadable ? STATUS_FINDINGS : STATUS_CLEAN;
	}
	numerate_free(r->library);
	arena_free(r->arena);
	*r = (cli_run){0};
	return status;
}

bool run_close_stdout(bool told)
{
	bool failed = ferror(stdout) != 0;
	errno = 0;
	if (fclose(stdout) == 0 && !failed)
		return true;
	if (!told) {
		arena *a = arena_new(NULL);
		slice why = file_reason(a, errno ? errno : EIO);
		fprintf(stderr, "numerate: standard output: " SLICE_FMT "\n", SLICE_ARG(why));
		arena_free(a);
	}
	return false;
}
