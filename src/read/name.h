/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of files, as they stand on a disk or in an archive. */
#ifndef READ_NAME_H
#define READ_NAME_H

#include "base/arena.h"

/* A name as it may be shown: what is no UTF-8 in it, and what is a control character, becomes U+FFFD. */
slice name_shown(arena *a, slice name);
/* What stands behind the last slash. */
slice name_last(slice path);

#endif
