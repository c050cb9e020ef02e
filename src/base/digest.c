/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/digest.h"

#include <nettle/sha2.h>

struct digest_state {
	struct sha256_ctx sha;
};

static void update(struct sha256_ctx *sha, const void *bytes, size_t n)
{
	if (n)
		sha256_update(sha, n, bytes);
}

digest digest_of(slice s)
{
	struct sha256_ctx sha;
	digest d;
	sha256_init(&sha);
	update(&sha, s.ptr, s.len);
	sha256_digest(&sha, sizeof d.bytes, d.bytes);
	return d;
}

slice digest_hex(arena *a, const digest *d, size_t digits)
{
	if (digits > 2 * sizeof d->bytes)
		digits = 2 * sizeof d->bytes;
	char *hex = arena_alloc(a, digits + 1);
	for (size_t i = 0; i < digits; i++)
		hex[i] = "0123456789abcdef"[i % 2 ? d->bytes[i / 2] & 15 : d->bytes[i / 2] >> 4];
	return (slice){hex, digits};
}

digest_state *digest_begin(arena *a)
{
	digest_state *d = ARENA_NEW(a, digest_state);
	sha256_init(&d->sha);
	return d;
}

void digest_feed(digest_state *d, slice s)
{
	uint8_t length[8];
	for (size_t i = 0; i < sizeof length; i++)
		length[i] = (uint8_t)((uint64_t)s.len >> (8 * i));
	update(&d->sha, length, sizeof length);
	update(&d->sha, s.ptr, s.len);
}

void digest_go_on(digest_state *d, slice s)
{
	update(&d->sha, s.ptr, s.len);
}

digest digest_end(digest_state *d)
{
	digest result;
	sha256_digest(&d->sha, sizeof result.bytes, result.bytes);
	return result;
}
