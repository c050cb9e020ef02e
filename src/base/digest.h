/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256, by nettle. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/arena.h"

typedef struct digest {
	uint8_t bytes[32];
} digest;

digest digest_of(slice s);
slice digest_hex(arena *a, const digest *d, size_t digits); /* the first `digits` (at most 64) in lower case */

/* Several pieces in turn; each is prefixed with its length, so {"ab","c"} and {"a","bc"} differ. */
typedef struct digest_state digest_state;
digest_state *digest_begin(arena *a);
void digest_feed(digest_state *d, slice s);
/* The next bytes of one long piece, without a length: however it is cut, the digest is the same. */
void digest_go_on(digest_state *d, slice s);
digest digest_end(digest_state *d);

#endif
