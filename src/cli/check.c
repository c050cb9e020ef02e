/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/run.h"

/* What goes to standard output: told by --format or --output FORMAT=-, else the text. */
static const cli_output *printed(const cli_options *o)
{
	static const cli_output text = {.format = NUMERATE_TEXT};
	for (size_t i = 0; i < o->outputs.n; i++)
		if (!o->outputs.at[i].path)
			return &o->outputs.at[i];
	return &text;
}

cli_status cli_check(const cli_options *o)
{
	cli_run r;
	if (!run_open(&r, o))
		return STATUS_TROUBLE;
	if (run_take(&r, numerate_audit(r.library))) {
		const cli_output *p = printed(o);
		if (p->format != NUMERATE_TEXT) /* the text tells it itself */
			run_tell_unreadable(&r);
		for (size_t i = 0; i < o->outputs.n; i++)
			if (o->outputs.at[i].path)
				run_write(&r, o->outputs.at[i].format, o->outputs.at[i].path);
		run_write(&r, p->format, NULL);
	}
	return run_close(&r);
}
