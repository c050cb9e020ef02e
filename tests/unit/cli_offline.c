/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program opens no socket, whatever it reads: it and everything it starts run under a filter that kills whoever tries. */
#include "folder_fixture.h"
#include "pdf_fixture.h"
#include "read/detect.h"
#include "zip_fixture.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static arena *a;
static char root[] = "/tmp/numerate-offline-XXXXXX";

static void set_up(void)
{
	a = arena_new(NULL);
	folder_make(root);
}

static void tear_down(void)
{
	folder_remove(root);
	arena_free(a);
}

TestSuite(offline, .init = set_up, .fini = tear_down);

/* From here on a call that could reach another machine, or another program, ends the process at once. */
static bool cut_off(void)
{
	static const int calls[] = {SCMP_SYS(socket),  SCMP_SYS(socketpair), SCMP_SYS(connect),  SCMP_SYS(bind),
	                            SCMP_SYS(listen),  SCMP_SYS(accept),     SCMP_SYS(accept4),  SCMP_SYS(sendto),
	                            SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg),   SCMP_SYS(recvfrom), SCMP_SYS(io_uring_setup)};
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool good = filter != NULL;
	for (size_t i = 0; good && i < sizeof calls / sizeof *calls; i++)
		good = seccomp_rule_add_array(filter, SCMP_ACT_KILL_PROCESS, calls[i], 0, NULL) == 0;
	good = good && seccomp_load(filter) == 0;
	seccomp_release(filter);
	return good;
}

Test(offline, the_filter_kills_who_opens_a_socket)
{
	pid_t child = fork();
	if (child == 0) {
		if (!cut_off())
			_exit(1);
		_exit(socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? 2 : 3);
	}
	int status;
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS, "status %x", (unsigned)status);
}

static void put(const char *name, slice bytes)
{
	FILE *out = fopen(arena_printf(a, "%s/%s", root, name).ptr, "wb");
	cr_assert(out);
	fwrite(bytes.ptr, 1, bytes.len, out);
	fclose(out);
}

static slice pdf(void)
{
	sheet s = sheet_new();
	sheet_line(&s, s.plain, 11, 70, 100, "The ferry made 12 trips, 5 of them at night.");
	return sheet_bytes(a, &s);
}

/* One file of each ending of each format: of its kind where it can be made here, else with words that are none of it. */
static void put_samples(void)
{
	static const slice endings[] = {
#define FORMAT(NAME, called, endings, form, reader, prepare) SLICE(endings),
#include "format/formats.def"
#undef FORMAT
	};
	slice text = SLICE("# Trips\n\nThe ferry made 12 trips, 5 of them at night: see https://ferry.example/trips.\n");
	slice html = SLICE("<!DOCTYPE html SYSTEM \"http://ferry.example/x.dtd\"><link href='http://ferry.example/a.css' "
	                   "rel=stylesheet><img src='http://ferry.example/p.png'><p>The ferry made 12 trips.</p>");
	slice docx = docx_of(a, "<w:p><w:r><w:t>The ferry made 12 trips.</w:t></w:r></w:p>", NULL, 0);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		for (slice rest = endings[i]; rest.len;) {
			slice ending = slice_sub(rest, 0, slice_find_byte(rest, ' '));
			rest = slice_sub(rest, ending.len + 1, rest.len);
			bool is_html = slice_starts_with(ending, SLICE(".htm")), is_pdf = slice_equal(ending, SLICE(".pdf"));
			bool is_docx = slice_starts_with(ending, SLICE(".doc"));
			put(arena_printf(a, "sample" SLICE_FMT, SLICE_ARG(ending)).ptr, is_html   ? html
			                                                                : is_pdf  ? pdf()
			                                                                : is_docx ? docx
			                                                                          : text);
		}
	}
	zip_member in_zip[] = {{"a/inner.html", html.ptr}, {"inner.txt", text.ptr}};
	put("archive.zip", zip_of(a, in_zip, 2));
}

/* What the program prints, with this program's own name for it; *status is how it ended. */
static slice run_cut_off(int *status)
{
	const char *program = getenv("NUMERATE");
	const char *out = arena_printf(a, "%s.out", root).ptr;
	pid_t child = fork();
	if (child == 0) {
		int file = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		dup2(file, STDOUT_FILENO);
		dup2(file, STDERR_FILENO);
		if (!cut_off())
			_exit(99);
		execl(program ? program : "build/numerate", "numerate", "check", "-j2", "--no-config", "--format", "json", root,
		      (char *)NULL);
		_exit(98);
	}
	cr_assert_eq(waitpid(child, status, 0), child);
	FILE *in = fopen(out, "rb");
	cr_assert(in);
	VEC(char) text = {0};
	for (int c; (c = fgetc(in)) != EOF;)
		VEC_PUSH(a, text, (char)c);
	fclose(in);
	unlink(out);
	return (slice){text.at, text.n};
}

Test(offline, every_format_is_read_without_a_socket)
{
	put_samples();
	int status = 0;
	slice said = run_cut_off(&status);
	cr_assert(WIFEXITED(status) && WEXITSTATUS(status) <= 2, "status %x: " SLICE_FMT, (unsigned)status, SLICE_ARG(said));
	cr_expect(slice_find(said, SLICE("something it may not")) == SIZE_MAX, SLICE_FMT, SLICE_ARG(said));
	static const char *const read_well[] = {"sample.txt",  "sample.md",  "sample.html",
	                                        "sample.docx", "sample.pdf", "archive.zip/a/inner.html"};
	for (size_t i = 0; i < sizeof read_well / sizeof *read_well; i++) {
		slice at = slice_sub(said, slice_find(said, slice_of(read_well[i])), said.len);
		size_t sound = slice_find(at, SLICE("\"status\"")), good = slice_find(at, SLICE("\"ok\""));
		cr_expect(sound != SIZE_MAX && good > sound && good - sound < 16, "%s", read_well[i]);
	}
}
