/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual page, numerate(1), in the macros of man(7), from the tables of options.def. */
#include "base/ascii.h"
#include "base/caps.h"
#include "cli/cli.h"

#include <string.h>

/* Text for roff: no line may begin like a request, a hyphen is a minus, a backslash itself. */
static void put(FILE *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", out);
	for (; *text; text++) {
		if (*text == '-')
			fputs("\\-", out);
		else if (*text == '\\')
			fputs("\\e", out);
		else
			fputc(*text, out);
	}
}

static void put_line(FILE *out, const char *text)
{
	put(out, text);
	fputc('\n', out);
}

/* Sentences begin with a capital where they stand alone. */
static void put_sentence(FILE *out, const char *text)
{
	char first[2] = {text[0], '\0'};
	if (ascii_is_small(first[0]))
		first[0] = (char)(first[0] - 'a' + 'A');
	put(out, first);
	put(out, text + (*text ? 1 : 0));
	size_t n = strlen(text);
	fputs(n && text[n - 1] == '.' ? "\n" : ".\n", out);
}

static void put_option(FILE *out, const cli_option *o)
{
	fputs(".TP\n", out);
	if (o->letter)
		fprintf(out, "\\fB\\-%c\\fR, ", o->letter);
	fputs("\\fB\\-\\-", out);
	put(out, o->name);
	fputs("\\fR", out);
	if (o->argument) {
		fputs(" \\fI", out);
		put(out, o->argument);
		fputs("\\fR", out);
	}
	fputc('\n', out);
	put_sentence(out, o->help);
}

static void put_command(FILE *out, unsigned command)
{
	const cli_command_text *c = &cli_command_table[command];
	fputs(".SS numerate ", out);
	put(out, c->name);
	fputs(" [\\fIOPTION\\fR]... ", out);
	put_line(out, c->arguments);
	put_line(out, c->description);
	for (size_t i = 0; i < cli_option_count; i++) {
		const cli_option *o = &cli_option_table[i];
		if (o->commands & 1U << command && o->commands != IN_ANY)
			put_option(out, o);
	}
	bool any = false;
	for (size_t i = 0; i < cli_format_count; i++) {
		const cli_format *f = &cli_format_table[i];
		if (!(f->commands & 1U << command))
			continue;
		if (!any)
			fputs(".PP\nFormats:\n", out);
		any = true;
		fprintf(out, ".TP\n.B %s\n", f->name);
		put_sentence(out, f->help);
	}
}

static void put_limits(FILE *out)
{
	arena *a = arena_new(NULL);
	fputs(
		".SH LIMITS\nWhat the option \\-\\-limit NAME=VALUE sets; a document that meets one cannot be read, and says so.\n",
		out);
	for (cap_id i = 0; i < CAP_COUNT; i++) {
		fprintf(out, ".TP\n.B " SLICE_FMT "\n", SLICE_ARG(cap_name(i)));
		put_sentence(out, arena_copy(a, cap_meaning(i)).ptr);
		fprintf(out, "Without it, " SLICE_FMT ".\n", SLICE_ARG(cap_text(a, NULL, i)));
	}
	arena_free(a);
}

static void put_ends(FILE *out)
{
	put_limits(out);
	fputs(".SH EXIT STATUS\n", out);
#define EXIT(status, meaning)                                                                                               \
	fputs(".TP\n.B " #status "\n", out);                                                                                    \
	put_sentence(out, meaning);
#define VARIABLE(name, meaning)
#include "cli/options.def"
	fputs(".SH ENVIRONMENT\n", out);
#define VARIABLE(name, meaning)                                                                                             \
	fputs(".TP\n.B " name "\n", out);                                                                                       \
	put_sentence(out, meaning);
#include "cli/options.def"
	fputs(".SH EXAMPLES\n", out);
#define EXAMPLE(line, what)                                                                                                 \
	fputs(".TP\n", out);                                                                                                    \
	put_line(out, line);                                                                                                    \
	put_sentence(out, what);
#include "cli/options.def"
}

void cli_man(FILE *out)
{
	fputs(".TH NUMERATE 1 \"\" \"numerate " NUMERATE_VERSION "\" \"User Commands\"\n.SH NAME\n", out);
	fputs("numerate \\- a numerate reader of your documents\n.SH SYNOPSIS\n", out);
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		fprintf(out, "%s.B numerate %s\n[\\fIOPTION\\fR]... ", i ? ".br\n" : "", cli_command_table[i].name);
		put_line(out, cli_command_table[i].arguments);
	}
	fputs(".SH DESCRIPTION\n", out);
	put_line(out,
	         "Finds every figure in documents, works out what each one claims, and says which figures cannot all be true.");
	put_line(
		out,
		"A figure is a set of possible values: \"22\" is exactly that, \"12%\" is from 11.5 to 12.5, \"more than 160\" is anything above. "
		"A finding is a relation between figures that no choice of values from those sets can satisfy; it is reported with its "
		"proof. Either figure may be the mistaken one.");
	fputs(".PP\nNothing leaves the machine, and the same input gives the same bytes out.\n.SH COMMANDS\n", out);
	for (unsigned i = 0; i < COMMAND_COUNT; i++)
		put_command(out, i);
	fputs(".SH OPTIONS OF EVERY COMMAND\n", out);
	for (size_t i = 0; i < cli_option_count; i++)
		if (cli_option_table[i].commands == IN_ANY)
			put_option(out, &cli_option_table[i]);
	put_ends(out);
}
