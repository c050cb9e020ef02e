/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --help from the tables of options.def. */
#include "base/caps.h"
#include "cli/cli.h"
#include "report/term.h"

#include <string.h>

enum { HELP_WIDTH = 80, NAME_COLUMN = 2, TEXT_COLUMN = 30, SHORT_COLUMN = 12 };

static void put_paragraph(const term *t, const char *text)
{
	term_put_wrapped(t, slice_of(text), 0, 0);
	fputc('\n', t->out);
}

/* "  name        text", the text wrapped beside the name, or below it where the name is long. */
static void put_row(const term *t, slice name, const char *text, unsigned column)
{
	term_pad(t, NAME_COLUMN);
	unsigned at = NAME_COLUMN + term_put(t, name);
	if (at + 2 > column) {
		fputc('\n', t->out);
		at = 0;
	}
	term_pad(t, column - at);
	term_put_wrapped(t, slice_of(text), column, column);
	fputc('\n', t->out);
}

static void put_option(const term *t, const cli_option *o)
{
	char name[64], letter[8] = "    ";
	if (o->letter)
		snprintf(letter, sizeof letter, "-%c, ", o->letter);
	int n =
		snprintf(name, sizeof name, "%s--%s%s%s", letter, o->name, o->argument ? " " : "", o->argument ? o->argument : "");
	put_row(t, (slice){name, (size_t)n}, o->help, TEXT_COLUMN);
}

static void put_options(const term *t, unsigned command)
{
	for (size_t i = 0; i < cli_option_count; i++)
		if (cli_option_table[i].commands & command)
			put_option(t, &cli_option_table[i]);
}

static void put_formats(const term *t, unsigned command)
{
	bool any = false;
	for (size_t i = 0; i < cli_format_count; i++) {
		if (!(cli_format_table[i].commands & command))
			continue;
		if (!any)
			fputs("\nFormats:\n", t->out);
		any = true;
		put_row(t, slice_of(cli_format_table[i].name), cli_format_table[i].help, SHORT_COLUMN);
	}
}

/* What --limit can set, for commands that have it. */
static void put_limits(const term *t, unsigned command)
{
	size_t at = 0;
	while (at < cli_option_count && strcmp(cli_option_table[at].name, "limit") != 0)
		at++;
	if (at == cli_option_count || !(cli_option_table[at].commands & command))
		return;
	arena *a = arena_new(NULL);
	fputs("\nLimits:\n", t->out);
	for (cap_id i = 0; i < CAP_COUNT; i++) {
		slice meaning = cap_meaning(i), value = cap_text(a, NULL, i);
		slice text = arena_printf(a, SLICE_FMT "; " SLICE_FMT, SLICE_ARG(meaning), SLICE_ARG(value));
		put_row(t, cap_name(i), text.ptr, SHORT_COLUMN + 2);
	}
	arena_free(a);
}

static void put_exits(const term *t)
{
	static const struct {
		const char *status, *meaning;
	} exits[] = {
#define EXIT(status, meaning) {#status, meaning},
#include "cli/options.def"
	};
	fputs("\nExit status:\n", t->out);
	for (size_t i = 0; i < sizeof exits / sizeof *exits; i++)
		put_row(t, slice_of(exits[i].status), exits[i].meaning, NAME_COLUMN + 3);
}

static void help_command(const term *t, cli_command command)
{
	const cli_command_text *c = &cli_command_table[command];
	fprintf(t->out, "Usage: numerate %s [OPTION]... %s\n\n", c->name, c->arguments);
	put_paragraph(t, c->description);
	put_formats(t, 1U << command);
	fputs("\nOptions:\n", t->out);
	put_options(t, 1U << command);
	put_limits(t, 1U << command);
	put_exits(t);
}

static void help_program(const term *t)
{
	static const struct {
		const char *line, *what;
	} examples[] = {
#define EXAMPLE(line, what) {line, what},
#include "cli/options.def"
	};
	fputs("Usage: numerate COMMAND [OPTION]... PATH...\n\n", t->out);
	put_paragraph(
		t, "Finds every figure in documents, works out what each one claims, and says which figures cannot all be true.");
	fputs("\nCommands:\n", t->out);
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		put_row(t, slice_of(cli_command_table[i].name), cli_command_table[i].summary, SHORT_COLUMN);
	fputs("\nOptions of every command:\n", t->out);
	for (size_t i = 0; i < cli_option_count; i++)
		if (cli_option_table[i].commands == IN_ANY)
			put_option(t, &cli_option_table[i]);
	fputs("\nExamples:\n", t->out);
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		fprintf(t->out, "  %s\n      %s\n", examples[i].line, examples[i].what);
	put_exits(t);
	fputs("\n'numerate COMMAND --help' tells a command's options.\n", t->out);
}

void cli_help(cli_command command, FILE *out)
{
	term t = {.out = out, .width = HELP_WIDTH};
	if (command == COMMAND_COUNT)
		help_program(&t);
	else
		help_command(&t, command);
}
