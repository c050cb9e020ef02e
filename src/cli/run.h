/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What check, claims and report have in common: from options to an audit, its outputs, and an exit status. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/cli.h"

typedef struct cli_run {
	const cli_options *options;
	numerate *library;
	arena *arena;
	bool trouble; /* something that makes the exit status 2 */
	size_t told;  /* messages of the library printed so far */
} cli_run;

/* The library with the options and inputs told to it. On failure says so and returns false. */
bool run_open(cli_run *r, const cli_options *o);
/* The rules alone, for commands that read no documents; run_open must have gone well. */
bool run_load_rules(cli_run *r);
/* Takes the status of what read everything, and tells what is to be told of it. False if there is nothing to write. */
bool run_take(cli_run *r, numerate_status status);
/* Tells on standard error which documents could not be read. */
void run_tell_unreadable(const cli_run *r);
/* Tells on standard error that path (NULL: standard output) could not be written, and why; it is remembered. */
void run_tell_unwritten(cli_run *r, const char *path, slice why);
/* Writes one report to path (NULL: standard output), whole or not at all; a failure is told, and remembered. */
void run_write(cli_run *r, numerate_format format, const char *path);
/* Frees everything; the exit status by findings and trouble. */
cli_status run_close(cli_run *r);

/* Whether text on `out` is coloured. */
bool run_color(color_when when, FILE *out);
/* Columns of the terminal that `out` is, 80 if it is none. */
unsigned run_width(FILE *out);
/* Closes standard output at the end of the program; false, and unless that was told before, a message, if it could not take
 * everything. */
bool run_close_stdout(bool told);

#endif
