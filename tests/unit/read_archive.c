/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives and packed files: each document in them, nothing lost silently, and no bomb goes off. The archives are made here. */
#include "arena_fixture.h"
#include "read/archive.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

TestSuite(archive, .init = arena_set_up, .fini = arena_tear_down);

/* A writer of zip files. */

enum { STORED = 0, DEFLATED = 8, ENCRYPTED = 1 };

typedef VEC(char) byte_list;

static void put(byte_list *to, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		VEC_PUSH(a, *to, bytes[i]);
}

static void put_number(byte_list *to, uint64_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		VEC_PUSH(a, *to, (char)(value >> 8 * i));
}

static uint32_t crc_of(slice data)
{
	uint32_t crc = UINT32_MAX;
	for (size_t i = 0; i < data.len; i++) {
		crc ^= (unsigned char)data.ptr[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
	}
	return ~crc;
}

typedef struct entry {
	const char *name;
	slice plain, packed; /* packed.ptr NULL: stored */
	uint32_t flags, crc;
	size_t at; /* where its local header is */
} entry;

static void put_facts(byte_list *to, const entry *e)
{
	slice data = e->packed.ptr ? e->packed : e->plain;
	put_number(to, 20, 2);
	put_number(to, e->flags, 2);
	put_number(to, e->packed.ptr ? DEFLATED : STORED, 2);
	put_number(to, 0, 4);
	put_number(to, e->crc, 4);
	put_number(to, (uint32_t)data.len, 4);
	put_number(to, (uint32_t)e->plain.len, 4);
	put_number(to, (uint32_t)strlen(e->name), 2);
	put_number(to, 0, 2);
}

static void put_local(byte_list *zip, entry *e)
{
	slice data = e->packed.ptr ? e->packed : e->plain;
	e->at = zip->n;
	e->crc = crc_of(e->plain);
	put(zip, "PK\3\4", 4);
	put_facts(zip, e);
	put(zip, e->name, strlen(e->name));
	put(zip, data.ptr, data.len);
}

static slice end_zip(byte_list *zip, const entry *entries, size_t n)
{
	size_t directory = zip->n;
	for (size_t i = 0; i < n; i++) {
		put(zip, "PK\1\2", 4);
		put_number(zip, 20, 2);
		put_facts(zip, &entries[i]);
		put_number(zip, 0, 10 - 2);
		put_number(zip, 0, 2);
		put_number(zip, (uint32_t)entries[i].at, 4);
		put(zip, entries[i].name, strlen(entries[i].name));
	}
	size_t size = zip->n - directory;
	put(zip, "PK\5\6", 4);
	put_number(zip, 0, 4);
	put_number(zip, (uint32_t)n, 2);
	put_number(zip, (uint32_t)n, 2);
	put_number(zip, (uint32_t)size, 4);
	put_number(zip, (uint32_t)directory, 4);
	put_number(zip, 0, 2);
	return (slice){zip->at, zip->n};
}

static slice zip_of(entry *entries, size_t n)
{
	byte_list zip = {0};
	for (size_t i = 0; i < n; i++)
		put_local(&zip, &entries[i]);
	return end_zip(&zip, entries, n);
}

static slice zip_of_one(const char *name, slice data)
{
	entry e = {.name = name, .plain = data};
	return zip_of(&e, 1);
}

/* Deflate with its fixed codes: one '7', and then as often as wanted the 258 bytes before, which is 13 bits. */
static slice deflated_sevens(size_t times)
{
	byte_list out = {0};
	uint32_t bits = 0;
	int held = 0;
	/* Codes go most significant bit first: '7' is 0x30 + 0x37 = 01100111, 285 is 11000101, distance 0 is 00000, the end 0000000. */
	for (size_t i = 0; i < times + 3; i++) {
		const char *code = i == 0 ? "110" : i == 1 ? "01100111" : i == times + 2 ? "0000000" : "1100010100000";
		for (; *code; code++) {
			bits |= (uint32_t)(*code - '0') << held++;
			if (held == 8) {
				VEC_PUSH(a, out, (char)bits);
				bits = 0;
				held = 0;
			}
		}
	}
	VEC_PUSH(a, out, (char)bits);
	return (slice){out.at, out.n};
}

static read_list unpacked(const char *name, slice bytes, const caps *c)
{
	read_list out = {0};
	read_source source = {.name = slice_of(name), .collection = slice_of(name), .bytes = bytes};
	archive_sources(a, &source, c, &out);
	return out;
}

static void expect_text(const read_source *s, const char *name, const char *text)
{
	cr_expect(slice_equal(s->name, slice_of(name)), "%s", arena_copy(a, s->name).ptr);
	cr_expect(slice_equal(s->bytes, slice_of(text)), "%s", arena_copy(a, s->bytes).ptr);
	cr_expect_eq(s->broken.len, 0, "%s", arena_copy(a, s->broken).ptr);
}

static void expect_broken(const read_source *s, const char *name, const char *words)
{
	cr_expect(slice_equal(s->name, slice_of(name)), "%s", arena_copy(a, s->name).ptr);
	cr_expect(slice_find(s->broken, slice_of(words)) != SIZE_MAX, "%s", arena_copy(a, s->broken).ptr);
}

Test(archive, names_tell_what_is_an_archive)
{
	cr_expect_eq(archive_by_name(SLICE("a/b.ZIP")), ARCHIVE_FILES);
	cr_expect_eq(archive_by_name(SLICE("b.tar.gz")), ARCHIVE_FILES);
	cr_expect_eq(archive_by_name(SLICE("b.tgz")), ARCHIVE_FILES);
	cr_expect_eq(archive_by_name(SLICE("b.md.gz")), ARCHIVE_PACKED);
	cr_expect_eq(archive_by_name(SLICE("b.docx")), ARCHIVE_NONE);
	cr_expect_eq(archive_by_name(SLICE(".zip")), ARCHIVE_NONE);
	cr_expect(slice_equal(archive_inner_name(SLICE("a/b.md.gz")), SLICE("b.md")));
}

Test(archive, every_document_in_it_is_found_and_nothing_else)
{
	entry entries[] = {{.name = "minutes/may.txt", .plain = SLICE("Nine members.")},
	                   {.name = "minutes/logo.png", .plain = SLICE("\x89PNG\r\n\x1A\n")},
	                   {.name = "LICENCE", .plain = SLICE("Free.")},
	                   {.name = "data", .plain = SLICE("\0\1\2")},
	                   {.name = ".draft.txt", .plain = SLICE("Ten members.")},
	                   {.name = "__MACOSX/minutes/may.txt", .plain = SLICE("x")}};
	read_list got = unpacked("club.zip", zip_of(entries, 6), NULL);
	cr_assert_eq(got.n, 2);
	expect_text(&got.at[0], "club.zip/minutes/may.txt", "Nine members.");
	expect_text(&got.at[1], "club.zip/LICENCE", "Free.");
	cr_expect(slice_equal(got.at[0].collection, SLICE("club.zip")));
}

Test(archive, names_that_lead_elsewhere_or_drive_a_terminal_are_only_names)
{
	entry entries[] = {{.name = "../../etc/x.txt", .plain = SLICE("One.")},
	                   {.name = "/y\x1B[2J.txt", .plain = SLICE("Two.")}};
	read_list got = unpacked("n.zip", zip_of(entries, 2), NULL);
	cr_assert_eq(got.n, 2);
	expect_text(&got.at[0], "n.zip/../../etc/x.txt", "One.");
	expect_text(&got.at[1], "n.zip/y\xEF\xBF\xBD[2J.txt", "Two.");
}

Test(archive, archives_in_archives_are_read_to_a_small_depth)
{
	slice inner = zip_of_one("x.txt", SLICE("Six."));
	slice three = zip_of_one("b.zip", zip_of_one("c.zip", zip_of_one("d.zip", inner)));
	read_list got = unpacked("a.zip", zip_of_one("b.zip", inner), NULL);
	cr_assert_eq(got.n, 1);
	expect_text(&got.at[0], "a.zip/b.zip/x.txt", "Six.");
	got = unpacked("a.zip", three, NULL);
	cr_assert_eq(got.n, 1);
	expect_broken(&got.at[0], "a.zip/b.zip/c.zip/d.zip", "deeper than 3 (--limit nesting=...)");
	caps c = CAPS_DEFAULT;
	c.of[CAP_NESTING] = 4;
	got = unpacked("a.zip", three, &c);
	cr_assert_eq(got.n, 1);
	expect_text(&got.at[0], "a.zip/b.zip/c.zip/d.zip/x.txt", "Six.");
}

Test(archive, what_is_encrypted_or_damaged_is_told_and_the_rest_read)
{
	entry entries[] = {{.name = "a.txt", .plain = SLICE("A is 1."), .flags = ENCRYPTED},
	                   {.name = "b.txt", .plain = SLICE("B is 2.")},
	                   {.name = "c.txt", .plain = SLICE("C is 3."), .packed = SLICE("\xFF\xFF\xFF")},
	                   {.name = "d.txt", .plain = SLICE("D is 4.")}};
	read_list got = unpacked("m.zip", zip_of(entries, 4), NULL);
	cr_assert_eq(got.n, 4);
	expect_broken(&got.at[0], "m.zip/a.txt", "encrypted");
	expect_text(&got.at[1], "m.zip/b.txt", "B is 2.");
	expect_broken(&got.at[2], "m.zip/c.txt", "damaged");
	expect_text(&got.at[3], "m.zip/d.txt", "D is 4.");
	got = unpacked("m.zip", SLICE("no archive at all"), NULL);
	cr_assert_eq(got.n, 1);
	expect_broken(&got.at[0], "m.zip", "damaged");
}

Test(archive, an_archive_cut_short_says_so)
{
	entry entries[] = {{.name = "a.txt", .plain = SLICE("A is 1.")}, {.name = "b.txt", .plain = SLICE("B is 2.")}};
	slice whole = zip_of(entries, 2);
	for (size_t len = 0; len < entries[1].at + 40; len++) {
		read_list got = unpacked("s.zip", slice_sub(whole, 0, len), NULL);
		cr_assert_geq(got.n, 1, "%zu bytes", len);
		cr_expect_gt(VEC_LAST(got).broken.len, 0, "%zu bytes", len);
	}
}

/* What a program makes of its standard input. */
static slice made_by(const char *command)
{
	byte_list out = {0};
	FILE *in = popen(command, "r");
	cr_assert(in);
	for (int c; (c = fgetc(in)) != EOF;)
		VEC_PUSH(a, out, (char)c);
	cr_assert_eq(pclose(in), 0, "%s", command);
	return (slice){out.at, out.n};
}

/* Three hundred archives in one, each with a megabyte of sevens, packed once more: some kilobytes. */
static slice bomb(void)
{
	enum { NAMES = 300, TIMES = 4000 };
	static char names[NAMES][24];
	entry entries[NAMES];
	char *plain = arena_alloc(a, TIMES * 258 + 1), path[] = "/tmp/numerate-bomb-XXXXXX";
	memset(plain, '7', TIMES * 258 + 1);
	entry one = {.name = "sevens.txt", .plain = {plain, TIMES * 258 + 1}, .packed = deflated_sevens(TIMES)};
	slice inner = zip_of(&one, 1);
	for (int i = 0; i < NAMES; i++) {
		snprintf(names[i], sizeof names[i], "n%03d.zip", i);
		entries[i] = (entry){.name = names[i], .plain = inner};
	}
	slice whole = zip_of(entries, NAMES);
	int file = mkstemp(path);
	cr_assert(file >= 0 && write(file, whole.ptr, whole.len) == (ssize_t)whole.len);
	close(file);
	slice packed = made_by(arena_printf(a, "gzip -9 -c < %s", path).ptr);
	unlink(path);
	return packed;
}

Test(archive, a_bomb_does_not_go_off)
{
	slice bytes = bomb();
	cr_assert_lt(bytes.len, (size_t)40 << 10);
	read_list got = unpacked("bomb.zip.gz", bytes, NULL);
	cr_assert_gt(got.n, 2);
	cr_expect_lt(got.n, 30);
	cr_expect_eq(got.at[0].bytes.len, 4000 * 258 + 1);
	expect_broken(&VEC_LAST(got), "bomb.zip.gz", "its own size times 250 (--limit ratio=...)");
}

Test(archive, each_cap_is_named_and_can_be_set)
{
	slice bytes = bomb();
	caps c = CAPS_DEFAULT;
	c.of[CAP_EXPANSION] = 5 << 20;
	read_list got = unpacked("bomb.zip.gz", bytes, &c);
	cr_assert(got.n >= 2 && got.n <= 5);
	expect_broken(&VEC_LAST(got), "bomb.zip.gz", "larger than 5 MiB (--limit expansion=...)");
	c = CAPS_DEFAULT;
	c.of[CAP_FILES] = 5; /* the zip, and two zips in it with a text each */
	got = unpacked("bomb.zip.gz", bytes, &c);
	cr_assert_eq(got.n, 3);
	expect_broken(&got.at[2], "bomb.zip.gz", "more files than 5 (--limit files=...)");
	c = CAPS_DEFAULT;
	c.of[CAP_SIZE] = 1000;
	got = unpacked("bomb.zip.gz", bytes, &c);
	cr_assert_eq(got.n, 1);
	expect_broken(&got.at[0], "bomb.zip.gz", "larger than 1000 bytes (--limit size=...)");
}

Test(archive, packed_files_and_tars_are_read)
{
	read_list got = unpacked("in/n.md.gz", made_by("printf '4 cats' | gzip -c"), NULL);
	cr_assert_eq(got.n, 1);
	expect_text(&got.at[0], "in/n.md.gz/n.md", "4 cats");
	char folder[] = "/tmp/numerate-archive-XXXXXX";
	cr_assert(mkdtemp(folder));
	const char *tar = arena_printf(a, "cd %s && mkdir d && printf '5 cows' > d/x.txt && tar cf - d | gzip -c", folder).ptr;
	slice bytes = made_by(tar);
	cr_expect_eq(system(arena_printf(a, "rm -r %s", folder).ptr), 0);
	got = unpacked("t.tar.gz", bytes, NULL);
	cr_assert_eq(got.n, 1);
	expect_text(&got.at[0], "t.tar.gz/d/x.txt", "5 cows");
	got = unpacked("t.tgz", slice_sub(bytes, 0, bytes.len / 2), NULL);
	cr_assert_geq(got.n, 1);
	expect_broken(&VEC_LAST(got), VEC_LAST(got).name.len > 5 ? "t.tgz/d/x.txt" : "t.tgz", "damaged");
}

Test(archive, a_stretch_of_a_tar_that_is_damaged_is_told_once_and_the_rest_read)
{
	char folder[] = "/tmp/numerate-archive-XXXXXX";
	cr_assert(mkdtemp(folder));
	const char *tar = "cd %s && printf '5 cows' > a && tar cf t a && printf '6 oxen' > b && tar cf u b && "
					  "(head -c 1024 t; yes 3 | head -c 40960; cat u)";
	slice bytes = made_by(arena_printf(a, tar, folder).ptr);
	cr_expect_eq(system(arena_printf(a, "rm -r %s", folder).ptr), 0);
	read_list got = unpacked("t.tar", bytes, NULL);
	cr_assert_eq(got.n, 3);
	expect_text(&got.at[0], "t.tar/a", "5 cows");
	cr_expect_gt(got.at[1].broken.len, 0);
	expect_text(&got.at[2], "t.tar/b", "6 oxen");
}
