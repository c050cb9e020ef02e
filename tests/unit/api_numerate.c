/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public API, used as a program would: numerate.h and nothing else of the library. */
#include "numerate.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char clash[] = "Nine boats seized in Norvik in 2021\n\n"
							"The port police said on Friday that more than a dozen boats were seized in Norvik in 2021.\n";
static const char clean[] = "Fourteen boats seized in Norvik in 2021\n\n"
							"The port police said on Friday that more than a dozen boats were seized in Norvik in 2021.\n";

static numerate *new_with_text(const numerate_options *o, const char *text)
{
	numerate_status status;
	numerate *n = numerate_new(o, &status);
	cr_assert(n);
	cr_assert_eq(status, NUMERATE_OK);
	cr_assert_eq(numerate_add_text(n, "a.txt", text, strlen(text)), NUMERATE_OK);
	return n;
}

/* The report as text; the caller frees it. */
static char *report(numerate *n, numerate_format format)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	cr_assert_eq(numerate_report(n, format, out), NUMERATE_OK);
	fclose(out);
	return text;
}

Test(api, finds_what_clashes)
{
	numerate *n = new_with_text(NULL, clash);
	cr_expect_eq(numerate_audit(n), NUMERATE_OK);
	cr_expect_eq(numerate_findings(n, NUMERATE_ERROR), 1);
	cr_expect_eq(numerate_findings(n, NUMERATE_NOTE), 1);
	cr_expect_str_eq(numerate_message(n), "");
	char *text = report(n, NUMERATE_TEXT);
	cr_expect(strstr(text, "a.txt:1:1\n"));
	free(text);
	numerate_free(n);
}

Test(api, finds_nothing_in_what_agrees)
{
	numerate *n = new_with_text(NULL, clean);
	cr_expect_eq(numerate_audit(n), NUMERATE_OK);
	cr_expect_eq(numerate_findings(n, NUMERATE_NOTE), 0);
	numerate_free(n);
}

Test(api, copies_what_it_is_given)
{
	char text[sizeof clash], name[] = "a.txt";
	memcpy(text, clash, sizeof clash);
	numerate *n = numerate_new(NULL, NULL);
	cr_assert_eq(numerate_add_text(n, name, text, strlen(text)), NUMERATE_OK);
	memset(text, '0', sizeof text - 1);
	memset(name, '0', sizeof name - 1);
	cr_expect_eq(numerate_audit(n), NUMERATE_OK);
	cr_expect_eq(numerate_findings(n, NUMERATE_ERROR), 1);
	numerate_free(n);
}

Test(api, writes_every_format_and_the_same_bytes_twice)
{
	static const numerate_format formats[] = {NUMERATE_TEXT,         NUMERATE_JSON,       NUMERATE_JSONL,
	                                          NUMERATE_CLAIMS_JSONL, NUMERATE_CLAIMS_CSV, NUMERATE_CLAIMS_TABLE};
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		char *text[2];
		for (size_t k = 0; k < 2; k++) {
			numerate *n =
				new_with_text(&(numerate_options){.struct_size = sizeof(numerate_options), .threads = k + 1}, clash);
			cr_assert_eq(numerate_audit(n), NUMERATE_OK);
			text[k] = report(n, formats[i]);
			numerate_free(n);
		}
		cr_expect_str_eq(text[0], text[1]);
		cr_expect_gt(strlen(text[0]), 0);
		free(text[0]);
		free(text[1]);
	}
}

Test(api, writes_a_pdf)
{
	numerate *n = new_with_text(NULL, clash);
	cr_assert_eq(numerate_audit(n), NUMERATE_OK);
	char *bytes = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&bytes, &size);
	cr_expect_eq(numerate_report(n, NUMERATE_PDF, out), NUMERATE_OK, "%s", numerate_message(n));
	fclose(out);
	cr_expect(size > 1000 && memcmp(bytes, "%PDF-", 5) == 0);
	free(bytes);
	numerate_free(n);
}

Test(api, may_audit_again_with_more)
{
	numerate *n = new_with_text(NULL, clean);
	cr_assert_eq(numerate_audit(n), NUMERATE_OK);
	cr_assert_eq(numerate_add_text(n, "b.txt", clash, strlen(clash)), NUMERATE_OK);
	cr_assert_eq(numerate_audit(n), NUMERATE_OK);
	cr_expect_geq(numerate_findings(n, NUMERATE_ERROR), 1);
	numerate_free(n);
}

Test(api, objects_do_not_disturb_each_other)
{
	numerate *one = new_with_text(NULL, clash), *two = new_with_text(NULL, clean);
	cr_assert_eq(numerate_audit(one), NUMERATE_OK);
	cr_assert_eq(numerate_audit(two), NUMERATE_OK);
	cr_expect_eq(numerate_findings(one, NUMERATE_ERROR), 1);
	numerate_free(one);
	cr_expect_eq(numerate_findings(two, NUMERATE_ERROR), 0);
	numerate_free(two);
}

Test(api, nothing_added_is_no_input)
{
	numerate *n = numerate_new(NULL, NULL);
	cr_expect_eq(numerate_audit(n), NUMERATE_NO_INPUT);
	cr_expect(strlen(numerate_message(n)) > 0);
	cr_expect_eq(numerate_findings(n, NUMERATE_NOTE), 0);
	cr_expect_eq(numerate_report(n, NUMERATE_TEXT, stderr), NUMERATE_NO_INPUT);
	numerate_free(n);
}

Test(api, says_which_document_could_not_be_read_and_audits_the_rest)
{
	numerate *n = new_with_text(NULL, clash);
	cr_assert_eq(numerate_add_path(n, "no/such/file.txt"), NUMERATE_OK);
	cr_expect_eq(numerate_audit(n), NUMERATE_UNREADABLE);
	cr_expect(strstr(numerate_message(n), "no/such/file.txt: "), "%s", numerate_message(n));
	cr_expect_eq(numerate_findings(n, NUMERATE_ERROR), 1);
	numerate_free(n);
}

Test(api, wrong_rules_are_told_at_the_audit)
{
	char path[] = "/tmp/numerate-api-XXXXXX.yaml";
	int fd = mkstemps(path, 5);
	static const char rule[] = "- id: X1\n  nam: x\n";
	cr_assert_eq(write(fd, rule, sizeof rule - 1), (ssize_t)(sizeof rule - 1));
	close(fd);
	const char *rules[] = {path, NULL};
	numerate *n = new_with_text(&(numerate_options){.struct_size = sizeof(numerate_options), .rules = rules}, clash);
	cr_expect_eq(numerate_audit(n), NUMERATE_BAD_RULES);
	cr_expect(strstr(numerate_message(n), path), "%s", numerate_message(n));
	numerate_free(n);
	unlink(path);
}

Test(api, switches_rules_by_name)
{
	const char *unknown[] = {"N50l", NULL};
	numerate_options o = {.struct_size = sizeof o, .disable = (const char *[]){"same-measure", NULL}};
	numerate *n = new_with_text(&o, clash);
	cr_expect_eq(numerate_audit(n), NUMERATE_OK, "%s", numerate_message(n));
	cr_expect_eq(numerate_findings(n, NUMERATE_ERROR), 0);
	numerate_free(n);
	o = (numerate_options){.struct_size = sizeof o, .disable = unknown};
	n = new_with_text(&o, clash);
	cr_expect_eq(numerate_audit(n), NUMERATE_BAD_RULES);
	cr_expect(strstr(numerate_message(n), "N50l"));
	numerate_free(n);
}

Test(api, an_older_shorter_options_struct_is_understood)
{
	numerate_options o = {.struct_size = offsetof(numerate_options, profile), .profile = "no such profile"};
	numerate *n = new_with_text(&o, clash);
	cr_expect_eq(numerate_audit(n), NUMERATE_OK, "what lies beyond the struct's size is not read");
	numerate_free(n);
}

Test(api, too_little_memory_is_a_status_wherever_it_runs_out)
{
	for (size_t limit = 4096; limit < (1 << 20); limit += limit / 4) {
		numerate *n = new_with_text(&(numerate_options){.struct_size = sizeof(numerate_options), .memory = limit}, clash);
		numerate_status status = numerate_audit(n);
		cr_expect(status == NUMERATE_OK || status == NUMERATE_NO_MEMORY, "status %d", (int)status);
		cr_expect_eq(numerate_findings(n, NUMERATE_ERROR), status == NUMERATE_OK ? 1 : 0);
		numerate_free(n);
	}
}

Test(api, full_device_is_an_io_failure)
{
	numerate *n = new_with_text(NULL, clash);
	cr_assert_eq(numerate_audit(n), NUMERATE_OK);
	FILE *full = fopen("/dev/full", "w");
	cr_assert(full);
	cr_expect_eq(numerate_report(n, NUMERATE_JSON, full), NUMERATE_IO);
	cr_expect(strstr(numerate_message(n), "no space left"), "%s", numerate_message(n));
	fclose(full);
	numerate_free(n);
}

Test(api, asked_for_findings_writes_no_more)
{
	numerate *n = new_with_text(&(numerate_options){.struct_size = sizeof(numerate_options), .findings_only = 1}, clash);
	cr_assert_eq(numerate_add_text(n, "b.txt", clean, sizeof clean - 1), NUMERATE_OK);
	cr_assert_eq(numerate_audit(n), NUMERATE_OK);
	cr_expect_eq(numerate_findings(n, NUMERATE_ERROR), 1);
	char *text = report(n, NUMERATE_TEXT);
	cr_expect(strstr(text, "2 documents, 10 figures"), "%s", text);
	free(text);
	FILE *out = fopen("/dev/null", "w");
	cr_assert(out);
	cr_expect_eq(numerate_report(n, NUMERATE_JSON, out), NUMERATE_IO);
	cr_expect(strstr(numerate_message(n), "only findings were asked for"), "%s", numerate_message(n));
	fclose(out);
	numerate_free(n);
}

static const numerate_format claims_formats[] = {NUMERATE_CLAIMS_JSONL, NUMERATE_CLAIMS_CSV, NUMERATE_CLAIMS_TABLE};
enum { CLAIMS_FORMATS = sizeof claims_formats / sizeof *claims_formats };

Test(api, claims_written_one_document_after_another_are_those_of_an_audit)
{
	enum { TEXTS = 40 };
	for (size_t threads = 1; threads <= 3; threads++) {
		numerate *n = new_with_text(&(numerate_options){.struct_size = sizeof(numerate_options), .threads = threads}, clash);
		for (int i = 0; i < TEXTS; i++) {
			char name[] = {
				'b', (char)('0' + i / 10), (char)('0' + i % 10), '.', i % 7 ? 't' : 'h', 't', i % 7 ? 'x' : 'm', 't', 0};
			const char *text = i % 5 ? clean : "no figures";
			cr_assert_eq(numerate_add_text(n, name, text, strlen(text)), NUMERATE_OK);
		}
		for (size_t i = 0; i < CLAIMS_FORMATS; i++) {
			char *text = NULL;
			size_t size = 0;
			FILE *out = open_memstream(&text, &size);
			cr_assert_eq(numerate_claims(n, claims_formats[i], out), NUMERATE_OK);
			fclose(out);
			cr_assert_eq(numerate_audit(n), NUMERATE_OK);
			char *whole = report(n, claims_formats[i]);
			cr_expect_str_eq(text, whole);
			free(text);
			free(whole);
		}
		numerate_free(n);
	}
}

Test(api, claims_leave_no_audit_to_report)
{
	numerate *n = new_with_text(NULL, clash);
	FILE *out = fopen("/dev/null", "w"), *full = fopen("/dev/full", "w");
	cr_assert(out && full);
	cr_expect_eq(numerate_claims(n, NUMERATE_CLAIMS_CSV, out), NUMERATE_OK);
	cr_expect_eq(numerate_findings(n, NUMERATE_NOTE), 0);
	cr_expect_eq(numerate_report(n, NUMERATE_TEXT, out), NUMERATE_IO);
	cr_expect(strstr(numerate_message(n), "only claims were asked for"), "%s", numerate_message(n));
	cr_expect_eq(numerate_claims(n, NUMERATE_TEXT, out), NUMERATE_IO, "text is no format of claims");
	cr_expect_eq(numerate_claims(n, NUMERATE_CLAIMS_CSV, full), NUMERATE_IO);
	cr_expect(strstr(numerate_message(n), "no space left"), "%s", numerate_message(n));
	fclose(full);
	fclose(out);
	numerate_free(n);
}

Test(api, freeing_nothing_is_allowed)
{
	numerate_free(NULL);
}
