/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands. Each is one file; each returns the exit status. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/options.h"

typedef enum { STATUS_CLEAN, STATUS_FINDINGS, STATUS_TROUBLE } cli_status;

cli_status cli_check(const cli_options *o);
cli_status cli_claims(const cli_options *o);
cli_status cli_report(const cli_options *o);
cli_status cli_explain(const cli_options *o);
cli_status cli_rules(const cli_options *o);

/* --help, of one command or (COMMAND_COUNT) of the program, and the manual page in man(7) form. */
void cli_help(cli_command command, FILE *out);
void cli_man(FILE *out);

#endif
