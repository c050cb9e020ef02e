/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/run.h"

#include <signal.h>

static cli_status dispatch(const cli_options *o)
{
	switch (o->command) {
	case COMMAND_CHECK:
		return cli_check(o);
	case COMMAND_CLAIMS:
		return cli_claims(o);
	case COMMAND_REPORT:
		return cli_report(o);
	case COMMAND_EXPLAIN:
		return cli_explain(o);
	case COMMAND_RULES:
		return cli_rules(o);
	case COMMAND_COUNT:
		break;
	}
	return STATUS_TROUBLE;
}

int main(int argc, char **argv)
{
	cli_options o;
	cli_status status = STATUS_CLEAN;
	/* A reader that goes away, and a file that grows beyond what the shell allows, are told as outputs that cannot be written. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	arena *a = arena_new(NULL);
	if (!cli_parse(a, argc, argv, &o))
		status = STATUS_TROUBLE;
	else if (o.man)
		cli_man(stdout);
	else if (o.version)
		puts("numerate " NUMERATE_VERSION);
	else if (o.help)
		cli_help(o.command, stdout);
	else
		status = dispatch(&o);
	arena_free(a);
	return run_close_stdout(status == STATUS_TROUBLE) ? (int)status : STATUS_TROUBLE;
}
