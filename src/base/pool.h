/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worker threads that share out n jobs; results are the caller's, kept by job number, so their order is the input's. */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

/* Runs job(ctx, i) once for every i < n on up to `threads` threads (1: in this thread) and waits for all. A job must not
 * touch another's data. Returns false, with nothing or only a part run, if no thread could be started at all. */
bool pool_run(size_t threads, size_t n, void (*job)(void *ctx, size_t i), void *ctx);
size_t pool_cores(void);

#endif
