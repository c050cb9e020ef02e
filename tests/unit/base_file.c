/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static arena *memory;
static char folder[64];

static void set_up(void)
{
	memory = arena_new(NULL);
	strcpy(folder, "/tmp/base_file.XXXXXX");
	cr_assert_not_null(mkdtemp(folder));
}

static void tear_down(void)
{
	slice command = arena_printf(memory, "rm -rf '%s'", folder);
	cr_expect_eq(system(command.ptr), 0);
	arena_free(memory);
}

TestSuite(file, .init = set_up, .fini = tear_down);

static const char *path(const char *name)
{
	return arena_printf(memory, "%s/%s", folder, name).ptr;
}

static void put(const char *name, const char *bytes, size_t n)
{
	FILE *f = fopen(path(name), "w");
	cr_assert_not_null(f);
	fwrite(bytes, 1, n, f);
	fclose(f);
}

static void expect_bytes(const char *name, const char *bytes, size_t n)
{
	file_map m;
	slice why = {0};
	cr_assert(file_read(memory, path(name), SIZE_MAX, &m, &why), SLICE_FMT, SLICE_ARG(why));
	cr_expect(slice_equal(m.bytes, (slice){bytes, n}), "%s has other bytes", name);
	file_unmap(&m);
	cr_expect_eq(m.bytes.len, 0);
}

static void expect_reason(const char *where, size_t max, const char *reason)
{
	file_map m;
	slice why = {0};
	cr_expect_not(file_read(memory, where, max, &m, &why), "%s", where);
	cr_expect(slice_equal(why, slice_of(reason)), "%s: " SLICE_FMT, where, SLICE_ARG(why));
	file_unmap(&m);
}

static size_t files_in_folder(void)
{
	size_t n = 0;
	DIR *dir = opendir(folder);
	for (struct dirent *e; (e = readdir(dir));)
		n += strcmp(e->d_name, ".") && strcmp(e->d_name, "..");
	closedir(dir);
	return n;
}

Test(file, of_any_size_is_read_whole)
{
	static const size_t sizes[] = {0, 1, 4096, 65536, 65537, 1000003};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		char *bytes = malloc(sizes[i] + 1);
		for (size_t k = 0; k < sizes[i]; k++)
			bytes[k] = (char)(k * k >> 3);
		put("a", bytes, sizes[i]);
		expect_bytes("a", bytes, sizes[i]);
		free(bytes);
	}
}

Test(file, whose_size_is_not_known_is_read_to_its_end)
{
	file_map m;
	slice why;
	cr_assert(file_read(memory, "/proc/self/status", SIZE_MAX, &m, &why));
	cr_expect_gt(m.bytes.len, 100);
	file_unmap(&m);
	cr_assert(file_read(memory, "/dev/null", SIZE_MAX, &m, &why));
	cr_expect_eq(m.bytes.len, 0);
	file_unmap(&m);
	expect_reason("/dev/zero", 1 << 20, "larger than the limit of 1 MiB");
}

static void *write_slowly(void *name)
{
	FILE *f = fopen(name, "w");
	for (int i = 0; f && i < 200000; i++)
		fputs("x", f);
	if (f)
		fclose(f);
	return NULL;
}

Test(file, that_is_a_pipe_is_read_to_its_end)
{
	pthread_t writer;
	const char *name = path("pipe");
	file_map m;
	slice why;
	cr_assert_eq(mkfifo(name, 0600), 0);
	pthread_create(&writer, NULL, write_slowly, (void *)(uintptr_t)name);
	cr_assert(file_read(memory, name, SIZE_MAX, &m, &why));
	pthread_join(writer, NULL);
	cr_expect_eq(m.bytes.len, 200000);
	file_unmap(&m);
}

Test(file, that_cannot_be_read_says_why)
{
	put("a", "abcd", 4);
	put("long", "abcd", 4);
	cr_assert_eq(truncate(path("long"), 3 << 20), 0);
	cr_assert_eq(symlink("loop", path("loop")), 0);
	expect_reason(path("none"), 10, "no such file");
	expect_reason(path("a/b"), 10, "a part of its path is not a folder");
	expect_reason(folder, 10, "is a folder");
	expect_reason(path("loop"), 10, "its symbolic links go in a circle");
	expect_reason(path("a"), 3, "larger than the limit of 3 bytes");
	expect_reason(path("long"), 2 << 20, "larger than the limit of 2 MiB");
	expect_reason(path("long"), 2 << 10, "larger than the limit of 2 KiB");
	put("secret", "x", 1);
	chmod(path("secret"), 0);
	if (geteuid() != 0)
		expect_reason(path("secret"), 10, "permission denied");
	file_map m;
	slice why;
	cr_expect(file_read(memory, path("a"), 4, &m, &why), "exactly the limit is allowed");
	file_unmap(&m);
}

Test(file, stream_is_read_to_its_end)
{
	static char bytes[200000];
	memset(bytes, 'y', sizeof bytes);
	put("a", bytes, sizeof bytes);
	slice got, why;
	FILE *f = fopen(path("a"), "r");
	cr_assert(file_read_stream(memory, f, SIZE_MAX, &got, &why));
	cr_expect(slice_equal(got, (slice){bytes, sizeof bytes}));
	rewind(f);
	cr_expect_not(file_read_stream(memory, f, 1000, &got, &why));
	cr_expect(slice_equal(why, SLICE("larger than the limit of 1000 bytes")));
	fclose(f);
	f = fopen(path("a"), "w");
	cr_expect_not(file_read_stream(memory, f, 1000, &got, &why), "a stream that is only written");
	fclose(f);
}

static bool write_out(const char *where, const char *text, slice *why)
{
	file_out f;
	if (!file_out_open(&f, where, memory, why))
		return false;
	fputs(text, f.stream);
	return file_out_commit(&f, memory, why);
}

Test(file, output_appears_under_its_name_only_when_complete)
{
	file_out f;
	slice why = {0};
	put("out", "old", 3);
	cr_assert(file_out_open(&f, path("out"), memory, &why));
	fputs("new", f.stream);
	fflush(f.stream);
	expect_bytes("out", "old", 3);
	cr_assert(file_out_commit(&f, memory, &why));
	expect_bytes("out", "new", 3);
	cr_expect_eq(files_in_folder(), 1);
}

Test(file, output_abandoned_leaves_nothing)
{
	file_out f;
	slice why = {0};
	put("out", "old", 3);
	cr_assert(file_out_open(&f, path("out"), memory, &why));
	fputs("new", f.stream);
	file_out_abandon(&f);
	expect_bytes("out", "old", 3);
	cr_expect_eq(files_in_folder(), 1);
}

Test(file, output_has_the_mode_that_the_umask_leaves)
{
	struct stat st;
	slice why = {0};
	umask(027);
	cr_assert(write_out(path("out"), "x", &why));
	cr_assert_eq(stat(path("out"), &st), 0);
	cr_expect_eq(st.st_mode & 0777, 0640);
}

Test(file, output_through_a_symbolic_link_replaces_what_it_leads_to)
{
	struct stat st;
	slice why = {0};
	put("real", "old", 3);
	cr_assert_eq(symlink("real", path("link")), 0);
	cr_assert(write_out(path("link"), "new", &why));
	expect_bytes("real", "new", 3);
	cr_assert_eq(lstat(path("link"), &st), 0);
	cr_expect(S_ISLNK(st.st_mode));
}

Test(file, output_that_cannot_be_written_says_why)
{
	slice why = {0};
	cr_expect_not(write_out("/dev/full", "some bytes", &why));
	cr_expect(slice_equal(why, SLICE("no space left on the device")), SLICE_FMT, SLICE_ARG(why));
	cr_expect_not(write_out(path("none/out"), "x", &why));
	cr_expect(slice_equal(why, SLICE("no such folder")), SLICE_FMT, SLICE_ARG(why));
	cr_expect_not(write_out(folder, "x", &why));
	cr_expect(slice_equal(why, SLICE("is a folder")), SLICE_FMT, SLICE_ARG(why));
}

Test(file, output_that_fails_midway_is_removed)
{
	file_out f;
	slice why = {0};
	put("out", "old", 3);
	cr_assert(file_out_open(&f, path("out"), memory, &why));
	int full = open("/dev/full", O_WRONLY);
	cr_assert_neq(dup2(full, fileno(f.stream)), -1); /* the disk is full from here on */
	for (int i = 0; i < 100000; i++)
		fputs("more", f.stream);
	cr_expect_not(file_out_commit(&f, memory, &why));
	cr_expect(slice_equal(why, SLICE("no space left on the device")), SLICE_FMT, SLICE_ARG(why));
	expect_bytes("out", "old", 3);
	cr_expect_eq(files_in_folder(), 1);
	close(full);
}

Test(file, output_to_a_descriptor_goes_on_where_it_stands)
{
	slice why = {0};
	int fd = open(path("log"), O_RDWR | O_CREAT, 0600);
	cr_assert_eq(write(fd, "one ", 4), 4);
	cr_assert(write_out(arena_printf(memory, "/dev/fd/%d", fd).ptr, "two", &why));
	cr_assert_eq(write(fd, " three", 6), 6);
	close(fd);
	expect_bytes("log", "one two three", 13);
	cr_expect_not(write_out("/dev/fd/987654", "x", &why));
}

/* From here on it is as if no file system had files without names. */
static bool forbid_nameless(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool done = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EOPNOTSUPP), SCMP_SYS(openat), 1,
	                             SCMP_A2(SCMP_CMP_MASKED_EQ, O_TMPFILE, O_TMPFILE)) == 0 &&
	            seccomp_load(filter) == 0;
	seccomp_release(filter);
	return done;
}

/* Runs in a process of its own, which is killed while it writes. */
static void write_and_die(bool named)
{
	file_out f;
	slice why = {0};
	if (named && !forbid_nameless())
		_exit(2);
	if (!file_out_open(&f, path("out"), memory, &why))
		_exit(3);
	fputs("half", f.stream);
	fflush(f.stream);
	raise(SIGKILL);
}

/* How many files stand in the folder, "out" among them, after a writer of it was killed. */
static int files_after_kill(bool named)
{
	int status = 0;
	put("out", "old", 3);
	pid_t child = fork();
	if (child == 0)
		write_and_die(named);
	waitpid(child, &status, 0);
	cr_assert(WIFSIGNALED(status), "it ended with %d", WEXITSTATUS(status));
	expect_bytes("out", "old", 3);
	return (int)files_in_folder();
}

Test(file, a_writer_that_is_killed_leaves_nothing_where_files_may_be_nameless)
{
	int fd = open(folder, O_TMPFILE | O_WRONLY, 0600);
	if (fd < 0)
		cr_skip_test("this file system has no nameless files");
	close(fd);
	cr_expect_eq(files_after_kill(false), 1);
}

Test(file, where_files_must_have_names_output_is_whole_or_not_there_all_the_same)
{
	slice why = {0};
	cr_expect_eq(files_after_kill(true), 2);
	cr_assert(forbid_nameless());
	cr_assert(write_out(path("out"), "new", &why), SLICE_FMT, SLICE_ARG(why));
	expect_bytes("out", "new", 3);
	cr_expect_eq(files_in_folder(), 2, "the temporary file has the name now; the other is that of the process killed");
}

Test(file, a_reason_without_words_of_its_own_is_the_systems)
{
	cr_expect(slice_equal(file_reason(memory, EBADF), SLICE("it is closed")));
	cr_expect(slice_equal(file_reason(memory, EDOM), SLICE("the system reports \"Numerical argument out of domain\"")));
}

static void *read_pipe(void *name)
{
	static char bytes[16];
	FILE *f = fopen(name, "r");
	bytes[f ? fread(bytes, 1, 15, f) : 0] = '\0';
	if (f)
		fclose(f);
	return bytes;
}

Test(file, output_to_a_pipe_is_written_through)
{
	pthread_t reader;
	const char *name = path("pipe");
	slice why = {0};
	void *got;
	cr_assert_eq(mkfifo(name, 0600), 0);
	pthread_create(&reader, NULL, read_pipe, (void *)(uintptr_t)name);
	cr_assert(write_out(name, "through", &why));
	pthread_join(reader, &got);
	cr_expect_str_eq(got, "through");
	struct stat st;
	cr_assert_eq(stat(name, &st), 0);
	cr_expect(S_ISFIFO(st.st_mode), "the pipe is still one");
}

Test(file, folders_are_made_with_their_parents)
{
	slice why = {0};
	struct stat st;
	cr_expect(file_make_folder(path("a/b//c/"), memory, &why), SLICE_FMT, SLICE_ARG(why));
	cr_expect(stat(path("a/b/c"), &st) == 0 && S_ISDIR(st.st_mode));
	cr_expect(file_make_folder(path("a/b/c"), memory, &why), "it is there already");
	cr_expect(file_make_folder("/", memory, &why));
	put("file", "x", 1);
	cr_expect_not(file_make_folder(path("file/d"), memory, &why));
	cr_expect(slice_starts_with(why, SLICE("a file named ")), SLICE_FMT, SLICE_ARG(why));
	cr_expect_not(file_make_folder("", memory, &why));
}
