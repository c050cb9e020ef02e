/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For src/read/charset*.c alone. */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "base/slice.h"

/* The encoding that bytes which are no UTF-8 say they are in, as iconv calls it, or NULL. */
const char *charset_told(slice bytes);

#endif
