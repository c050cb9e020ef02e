/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line, read. What may stand on it is in options.def. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/vec.h"
#include "numerate.h"
#include "rule/rule.h"

typedef enum {
#define COMMAND(ID, ...) COMMAND_##ID,
#include "cli/options.def"
	COMMAND_COUNT /* also: none told */
} cli_command;

enum { /* sets of commands */
#define COMMAND(ID, ...) IN_##ID = 1 << COMMAND_##ID,
#include "cli/options.def"
	   IN_ANY = (1 << COMMAND_COUNT) - 1
};

typedef struct cli_output {
	numerate_format format;
	const char *path; /* NULL: standard output */
} cli_output;

typedef VEC(const char *) string_list;

typedef enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color_when;

typedef struct cli_options {
	cli_command command;
	string_list operands, rules, enable, disable, limits, exclude;
	VEC(cli_output) outputs;
	bool format_told;
	const char *out, *name, *stdin_name, *profile, *title, *lang, *config;
	severity fail_on; /* SEVERITY_NONE: never */
	severity level;   /* SEVERITY_NONE: not told */
	bool fail_on_told;
	bool keep_going, quiet, jsonl, letter, no_config, no_ignore, help, version, man;
	size_t jobs;
	color_when color;
} cli_options;

typedef struct cli_option { /* one row of the table */
	const char *name;
	char letter;
	const char *argument, *help;
	unsigned commands;
} cli_option;

typedef struct cli_format {
	const char *name;
	numerate_format format;
	unsigned commands;
	const char *help;
} cli_format;

typedef struct cli_command_text {
	const char *name, *arguments, *summary, *description;
} cli_command_text;

extern const cli_option cli_option_table[];
extern const size_t cli_option_count;
extern const cli_format cli_format_table[];
extern const size_t cli_format_count;
extern const cli_command_text cli_command_table[COMMAND_COUNT];

/* Reads argv, whose strings are borrowed. On a mistake says so on standard error and returns false. */
bool cli_parse(arena *a, int argc, char **argv, cli_options *out);

#endif
