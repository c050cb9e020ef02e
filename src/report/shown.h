/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as a page can show it. */
#ifndef REPORT_SHOWN_H
#define REPORT_SHOWN_H

#include "base/utf8.h"

enum { SHOWN_NOTHING = 0, SHOWN_REPLACEMENT = 0xFFFD };

/* The code point to show for the bytes at s[at], and how many bytes it stands for. SHOWN_NOTHING for an invisible format
 * character; a space for a control that separates; U+FFFD for an invalid byte, another control, a private or unassigned code
 * and everything beyond the basic plane. */
uint16_t shown_decode(slice s, size_t at, size_t *len);

#endif
