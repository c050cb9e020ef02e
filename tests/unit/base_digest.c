/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/digest.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *hex(arena *a, digest d)
{
	return digest_hex(a, &d, 64).ptr;
}

Test(digest, gives_the_examples_of_fips_180_4)
{
	arena *a = arena_new(NULL);
	cr_expect_str_eq(hex(a, digest_of(SLICE(""))), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	cr_expect_str_eq(hex(a, digest_of((slice){NULL, 0})),
	                 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	cr_expect_str_eq(hex(a, digest_of(SLICE("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	cr_expect_str_eq(hex(a, digest_of(SLICE("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
	                 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	arena_free(a);
}

Test(digest, hex_is_cut_to_the_digits_asked_for)
{
	arena *a = arena_new(NULL);
	digest d = digest_of(SLICE("abc"));
	cr_expect_str_eq(digest_hex(a, &d, 5).ptr, "ba781");
	cr_expect_eq(digest_hex(a, &d, 1000).len, 64);
	cr_expect_eq(digest_hex(a, &d, 0).len, 0);
	arena_free(a);
}

static digest of_pieces(arena *a, slice one, slice two)
{
	digest_state *state = digest_begin(a);
	digest_feed(state, one);
	digest_feed(state, two);
	return digest_end(state);
}

Test(digest, pieces_are_kept_apart)
{
	arena *a = arena_new(NULL);
	digest one = of_pieces(a, SLICE("ab"), SLICE("c")), two = of_pieces(a, SLICE("a"), SLICE("bc"));
	digest three = of_pieces(a, SLICE("abc"), SLICE("")), again = of_pieces(a, SLICE("ab"), SLICE("c"));
	cr_expect(memcmp(&one, &two, sizeof one) && memcmp(&one, &three, sizeof one) && memcmp(&two, &three, sizeof one));
	cr_expect(memcmp(&one, &again, sizeof one) == 0);
	arena_free(a);
}
