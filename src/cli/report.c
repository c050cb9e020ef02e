/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"
#include "cli/run.h"

cli_status cli_report(const cli_options *o)
{
	cli_run r;
	slice why;
	if (!run_open(&r, o))
		return STATUS_TROUBLE;
	if (run_take(&r, numerate_audit(r.library))) {
		run_tell_unreadable(&r);
		if (file_make_folder(o->out, r.arena, &why)) {
			const char *name = o->name ? o->name : "audit";
			run_write(&r, NUMERATE_PDF, arena_printf(r.arena, "%s/%s.pdf", o->out, name).ptr);
			run_write(&r, NUMERATE_JSON, arena_printf(r.arena, "%s/%s.json", o->out, name).ptr);
		} else {
			fprintf(stderr, "numerate: %s: " SLICE_FMT "\n", o->out, SLICE_ARG(why));
			r.trouble = true;
		}
	}
	return run_close(&r);
}
