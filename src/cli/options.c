/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include "base/ascii.h"
#include "base/caps.h"
#include "base/diag.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { JOBS_MAX = 1024 };

typedef enum {
#define OPTION(ID, ...) OPTION_##ID,
#include "cli/options.def"
	OPTION_COUNT
} option_id;

const cli_option cli_option_table[] = {
#define OPTION(ID, name_, letter_, argument_, commands_, help_) {name_, letter_, argument_, help_, commands_},
#include "cli/options.def"
};
const size_t cli_option_count = OPTION_COUNT;

const cli_format cli_format_table[] = {
#define FORMAT(ID, name_, format_, commands_, help_) {name_, format_, commands_, help_},
#include "cli/options.def"
};
const size_t cli_format_count = sizeof cli_format_table / sizeof *cli_format_table;

const cli_command_text cli_command_table[COMMAND_COUNT] = {
#define COMMAND(ID, name_, arguments_, summary_, description_) {#name_, arguments_, summary_, description_},
#include "cli/options.def"
};

typedef struct parser {
	arena *arena;
	cli_options *out;
	char **argv;
	int argc, at; /* argv[at] is the next to read */
} parser;

static const char *command_name(const parser *p)
{
	return p->out->command == COMMAND_COUNT ? "" : cli_command_table[p->out->command].name;
}

/* "numerate check: ..." and where to read on. Always false. */
static bool complain(const parser *p, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool complain(const parser *p, const char *format, ...)
{
	const char *name = command_name(p);
	fprintf(stderr, "numerate%s%s: ", *name ? " " : "", name);
	va_list args;
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\nTry 'numerate %s%s--help'.\n", name, *name ? " " : "");
	return false;
}

/* Complains about a word that is none of `n` candidates, with the nearest of them. */
static bool complain_unknown(const parser *p, const char *what, slice given, const char *dashes, const slice *candidates,
                             size_t n)
{
	slice near = diag_did_you_mean(given, candidates, n);
	if (near.len)
		return complain(p, "unknown %s '%s" SLICE_FMT "'; did you mean '%s" SLICE_FMT "'?", what, dashes, SLICE_ARG(given),
		                dashes, SLICE_ARG(near));
	return complain(p, "unknown %s '%s" SLICE_FMT "'", what, dashes, SLICE_ARG(given));
}

/* The place of `given` among the words of a choice, or -1 with a complaint that lists them. */
static int choose(const parser *p, const cli_option *o, const char *given, const char *const *words, size_t n)
{
	slice all = SLICE("");
	for (size_t i = 0; i < n; i++) {
		if (strcmp(given, words[i]) == 0)
			return (int)i;
		all = arena_printf(p->arena, SLICE_FMT "%s%s", SLICE_ARG(all), i == 0 ? "" : i + 1 == n ? " or " : ", ", words[i]);
	}
	complain(p, "--%s is " SLICE_FMT ", not '%s'", o->name, SLICE_ARG(all), given);
	return -1;
}

static bool take_severity(const parser *p, const cli_option *o, const char *value, bool never, severity *out)
{
	static const char *const words[] = {"note", "warning", "error", "never"};
	int i = choose(p, o, value, words, never ? 4 : 3);
	*out = i == 3 ? SEVERITY_NONE : (severity)(i + 1);
	return i >= 0;
}

static const cli_format *find_format(cli_command command, slice name)
{
	for (size_t i = 0; i < cli_format_count; i++)
		if (cli_format_table[i].commands & 1U << command && slice_equal(slice_of(cli_format_table[i].name), name))
			return &cli_format_table[i];
	return NULL;
}

static bool add_output(const parser *p, slice name, const char *path)
{
	const cli_format *f = find_format(p->out->command, name);
	if (f) {
		VEC_PUSH(p->arena, p->out->outputs, (cli_output){f->format, path});
		return true;
	}
	slice *names = ARENA_ARRAY(p->arena, slice, cli_format_count);
	size_t n = 0;
	for (size_t i = 0; i < cli_format_count; i++)
		if (cli_format_table[i].commands & 1U << p->out->command)
			names[n++] = slice_of(cli_format_table[i].name);
	return complain_unknown(p, "format", name, "", names, n);
}

static bool take_output(const parser *p, const char *value)
{
	const char *equals = strchr(value, '=');
	if (!equals || !equals[1])
		return complain(p, "--output is FORMAT=FILE, not '%s'", value);
	const char *path = strcmp(equals + 1, "-") == 0 ? NULL : equals + 1;
	return add_output(p, (slice){value, (size_t)(equals - value)}, path);
}

static bool take_jobs(const parser *p, const char *value)
{
	char *end;
	long n = strtol(value, &end, 10);
	if (!ascii_is_digit(*value) || *end || n < 1 || n > JOBS_MAX)
		return complain(p, "--jobs is a number from 1 to %d, not '%s'", JOBS_MAX, value);
	p->out->jobs = (size_t)n;
	return true;
}

/* "N101,N501" as two. */
static bool take_rules(const parser *p, string_list *list, const char *value)
{
	slice rest = slice_of(value);
	while (rest.len) {
		size_t comma = slice_find_byte(rest, ',');
		slice name = slice_trim(slice_sub(rest, 0, comma));
		if (name.len)
			VEC_PUSH(p->arena, *list, arena_copy(p->arena, name).ptr);
		rest = comma == SIZE_MAX ? (slice){0} : slice_sub(rest, comma + 1, rest.len);
	}
	return true;
}

static bool take_flag(const parser *p, const cli_option *o, const char *value, const char *a, const char *b, bool *out)
{
	const char *const words[] = {a, b};
	int i = choose(p, o, value, words, 2);
	*out = i == 1;
	return i >= 0;
}

/* Options that only set a field of cli_options: to true, or to their value. */
static const struct simple_option {
	option_id id;
	size_t field;
} simple_options[] = {
	{OPTION_OUT, offsetof(cli_options, out)},
	{OPTION_STDIN_NAME, offsetof(cli_options, stdin_name)},
	{OPTION_PROFILE, offsetof(cli_options, profile)},
	{OPTION_LANG, offsetof(cli_options, lang)},
	{OPTION_CONFIG, offsetof(cli_options, config)},
	{OPTION_TITLE, offsetof(cli_options, title)},
	{OPTION_KEEP_GOING, offsetof(cli_options, keep_going)},
	{OPTION_QUIET, offsetof(cli_options, quiet)},
	{OPTION_NO_CONFIG, offsetof(cli_options, no_config)},
	{OPTION_NO_IGNORE, offsetof(cli_options, no_ignore)},
	{OPTION_HELP, offsetof(cli_options, help)},
	{OPTION_VERSION, offsetof(cli_options, version)},
	{OPTION_MAN, offsetof(cli_options, man)},
};

static bool take_simple(const parser *p, option_id id, const char *value)
{
	for (size_t i = 0; i < sizeof simple_options / sizeof *simple_options; i++) {
		char *field = (char *)p->out + simple_options[i].field;
		if (simple_options[i].id != id)
			continue;
		if (cli_option_table[id].argument)
			memcpy(field, &value, sizeof value);
		else
			memcpy(field, &(bool){true}, sizeof(bool));
		return true;
	}
	return false;
}

static bool take_name(const parser *p, const char *value)
{
	p->out->name = value;
	return (*value && !strchr(value, '/')) || complain(p, "--name is a name without '/', not '%s'", value);
}

static bool take_limit(const parser *p, const char *value)
{
	const char *equals = strchr(value, '=');
	caps trial = CAPS_DEFAULT;
	slice why;
	if (!equals)
		return complain(p, "--limit is NAME=VALUE, not '%s'", value);
	if (!cap_set(p->arena, &trial, (slice){value, (size_t)(equals - value)}, slice_of(equals + 1), &why))
		return complain(p, SLICE_FMT, SLICE_ARG(why));
	VEC_PUSH(p->arena, p->out->limits, value);
	return true;
}

static bool take_color(const parser *p, const cli_option *o, const char *value)
{
	static const char *const when[] = {"auto", "always", "never"};
	int choice = choose(p, o, value, when, 3);
	p->out->color = choice < 0 ? COLOR_AUTO : (color_when)choice;
	return choice >= 0;
}

static bool take(const parser *p, option_id id, const char *value)
{
	cli_options *out = p->out;
	const cli_option *o = &cli_option_table[id];
	switch (id) {
	case OPTION_FORMAT:
		out->format_told = true;
		return add_output(p, slice_of(value), NULL);
	case OPTION_OUTPUT:
		return take_output(p, value);
	case OPTION_NAME:
		return take_name(p, value);
	case OPTION_FAIL_ON:
		out->fail_on_told = true;
		return take_severity(p, o, value, true, &out->fail_on);
	case OPTION_LEVEL:
		return take_severity(p, o, value, false, &out->level);
	case OPTION_INPUT:
		return take_flag(p, o, value, "auto", "jsonl", &out->jsonl);
	case OPTION_RULES:
		VEC_PUSH(p->arena, out->rules, value);
		return true;
	case OPTION_LIMIT:
		return take_limit(p, value);
	case OPTION_EXCLUDE:
		VEC_PUSH(p->arena, out->exclude, value);
		return true;
	case OPTION_ENABLE:
		return take_rules(p, &out->enable, value);
	case OPTION_DISABLE:
		return take_rules(p, &out->disable, value);
	case OPTION_PAPER:
		return take_flag(p, o, value, "a4", "letter", &out->letter);
	case OPTION_JOBS:
		return take_jobs(p, value);
	case OPTION_COLOR:
		return take_color(p, o, value);
	default:
		return take_simple(p, id, value);
	}
}

static bool allowed(const parser *p, const cli_option *o)
{
	unsigned command = p->out->command;
	return command == COMMAND_COUNT ? o->commands == IN_ANY || !o->commands : (o->commands & 1U << command) != 0;
}

/* An option that another command has. */
static bool complain_elsewhere(const parser *p, const cli_option *o)
{
	if (p->out->command == COMMAND_COUNT)
		return complain(p, "--%s comes after the command", o->name);
	slice all = SLICE("");
	for (unsigned i = 0; i < COMMAND_COUNT; i++)
		if (o->commands & 1U << i)
			all = arena_printf(p->arena, SLICE_FMT "%s%s", SLICE_ARG(all), all.len ? ", " : "", cli_command_table[i].name);
	return complain(p, "--%s is not for this command (but for: " SLICE_FMT ")", o->name, SLICE_ARG(all));
}

/* An option with its value: what stands after '=' or is glued to the letter, else the next argument. */
static bool take_option(parser *p, size_t id, const char *glued)
{
	const cli_option *o = &cli_option_table[id];
	if (!allowed(p, o))
		return complain_elsewhere(p, o);
	if (!o->argument)
		return glued ? complain(p, "--%s takes no value", o->name) : take(p, (option_id)id, NULL);
	if (!glued && p->at >= p->argc)
		return complain(p, "--%s wants %s", o->name, o->argument);
	return take(p, (option_id)id, glued ? glued : p->argv[p->at++]);
}

static bool take_long(parser *p, const char *text)
{
	const char *equals = strchr(text, '=');
	slice name = equals ? (slice){text, (size_t)(equals - text)} : slice_of(text);
	slice *names = ARENA_ARRAY(p->arena, slice, cli_option_count);
	size_t n = 0;
	for (size_t i = 0; i < cli_option_count; i++) {
		if (slice_equal(slice_of(cli_option_table[i].name), name))
			return take_option(p, i, equals ? equals + 1 : NULL);
		if (cli_option_table[i].commands && allowed(p, &cli_option_table[i]))
			names[n++] = slice_of(cli_option_table[i].name);
	}
	return complain_unknown(p, "option", name, "--", names, n);
}

/* Letters in a row: -qk, -j4, -qj 4. */
static bool take_letters(parser *p, const char *text)
{
	for (; *text; text++) {
		size_t i = 0;
		while (i < cli_option_count && cli_option_table[i].letter != *text)
			i++;
		if (i == cli_option_count)
			return complain(p, "unknown option '-%c'", *text);
		bool valued = cli_option_table[i].argument;
		if (!take_option(p, i, valued && text[1] ? text + 1 : NULL))
			return false;
		if (valued)
			return true;
	}
	return true;
}

static bool take_command(parser *p, const char *name)
{
	slice names[COMMAND_COUNT];
	for (unsigned i = 0; i < COMMAND_COUNT; i++) {
		names[i] = slice_of(cli_command_table[i].name);
		if (strcmp(name, cli_command_table[i].name) == 0) {
			p->out->command = (cli_command)i;
			return true;
		}
	}
	struct stat st;
	if (stat(name, &st) == 0)
		return complain(p, "no command given; did you mean 'numerate check %s'?", name);
	return complain_unknown(p, "command", slice_of(name), "", names, COMMAND_COUNT);
}

static bool take_all(parser *p)
{
	bool operands_only = false;
	while (p->at < p->argc) {
		const char *text = p->argv[p->at++];
		bool done = true;
		if (!operands_only && strcmp(text, "--") == 0)
			operands_only = true;
		else if (!operands_only && text[0] == '-' && text[1] == '-')
			done = take_long(p, text + 2);
		else if (!operands_only && text[0] == '-' && text[1])
			done = take_letters(p, text + 1);
		else if (p->out->command == COMMAND_COUNT && strcmp(text, "help") == 0)
			p->out->help = true;
		else if (p->out->command == COMMAND_COUNT)
			done = take_command(p, text);
		else
			VEC_PUSH(p->arena, p->out->operands, text);
		if (!done)
			return false;
	}
	return true;
}

/* What must stand on the line, once all of it is read. */
static bool complete(const parser *p)
{
	cli_options *o = p->out;
	if (o->help || o->version || o->man)
		return true;
	if (o->command == COMMAND_COUNT)
		return complain(p, "no command given");
	if (o->command == COMMAND_EXPLAIN && o->operands.n != 1)
		return complain(p, "one RULE is wanted");
	if (!o->operands.n)
		return complain(p, o->command == COMMAND_RULES ? "'list', 'test' or 'docs' is wanted" : "no PATH given");
	if (o->command == COMMAND_REPORT && !o->out)
		return complain(p, "the folder to write to is wanted: -o DIR");
	size_t printed = 0;
	for (size_t i = 0; i < o->outputs.n; i++)
		printed += !o->outputs.at[i].path;
	if (printed > 1)
		return complain(p, "only one format can go to standard output; write the others with --output FORMAT=FILE");
	return true;
}

bool cli_parse(arena *a, int argc, char **argv, cli_options *out)
{
	*out = (cli_options){.command = COMMAND_COUNT, .fail_on = SEVERITY_NONE};
	parser p = {.arena = a, .out = out, .argv = argv, .argc = argc, .at = 1};
	return take_all(&p) && complete(&p);
}
