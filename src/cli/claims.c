/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The claims of a document are written as soon as it and those before it are read, so every output is open from the start. */
#include "base/file.h"
#include "cli/run.h"
#include "numerate_object.h"

typedef struct outlet { /* where one output goes */
	const char *path;   /* NULL: standard output */
	file_out file;
} outlet;

typedef struct claims_run {
	cli_run run;
	outlet *outlets;
	claims_output *outputs; /* one for each outlet */
	size_t n;
} claims_run;

/* What cannot be opened is told of and left out. */
static void open_output(claims_run *c, numerate_format format, const char *path)
{
	outlet *to = &c->outlets[c->n];
	slice why = {0};
	*to = (outlet){.path = path};
	if (path && !file_out_open(&to->file, path, c->run.arena, &why)) {
		run_tell_unwritten(&c->run, path, why);
		return;
	}
	FILE *out = path ? to->file.stream : stdout;
	c->outputs[c->n++] = (claims_output){
		.format = format, .out = out, .color = run_color(c->run.options->color, out), .width = run_width(out)};
}

/* Whole, or not at all. */
static void close_output(claims_run *c, size_t i, bool any)
{
	outlet *to = &c->outlets[i];
	arena *a = c->run.arena;
	int error = c->outputs[i].error;
	slice why = error ? file_reason(a, error) : (slice){0};
	bool done = !error;
	if (to->path && any && done)
		done = file_out_commit(&to->file, a, &why);
	else if (to->path)
		file_out_abandon(&to->file);
	if (!done)
		run_tell_unwritten(&c->run, to->path, arena_printf(a, "the report cannot be written: " SLICE_FMT, SLICE_ARG(why)));
}

cli_status cli_claims(const cli_options *o)
{
	claims_run c = {0};
	if (!run_open(&c.run, o))
		return STATUS_TROUBLE;
	c.outlets = ARENA_ARRAY(c.run.arena, outlet, o->outputs.n + 1);
	c.outputs = ARENA_ARRAY(c.run.arena, claims_output, o->outputs.n + 1);
	for (size_t i = 0; i < o->outputs.n; i++)
		open_output(&c, o->outputs.at[i].format, o->outputs.at[i].path);
	if (!o->outputs.n)
		open_output(&c, NUMERATE_CLAIMS_JSONL, NULL);
	bool any = run_take(&c.run, numerate_claims_to(c.run.library, c.outputs, c.n));
	for (size_t i = 0; i < c.n; i++)
		close_output(&c, i, any);
	if (any)
		run_tell_unreadable(&c.run);
	return run_close(&c.run);
}
