/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variations PROGRAM: the five stories as they stand, then each variation of table.c, every one through the program.
 * To be run from the root of the sources. */
#include "straight.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static collection collections[] = {
	{"digests",
     "seeds",
     {"cis-cells-2020.txt", "cis-priorities-moscow.txt", "cis-services-baku.txt", "cis-militants-return.txt",
      "cis-common-threats.txt"},
     {0}},
	{"originals",
     "../shared/seeds",
     {"000_dfd9ae4badcd4041.txt", "001_43243a1a72f4ec60.txt", "002_37830af20b2dac57.txt", "003_cda9ceeaf68f19ea.txt",
      "004_3eb61a2031a228e5.txt"},
     {0}},
};

/* Every finding is expected, and every expected one is there once, but for the optional ones. */
static bool findings_match(const cJSON *audit, const char *const expect[EXPECTED])
{
	bool met[EXPECTED] = {0}, match = true;
	const cJSON *finding;
	cJSON_ArrayForEach(finding, cJSON_GetObjectItem(audit, "findings")) {
		size_t i = 0;
		while (i < EXPECTED && expect[i] && (met[i] || !finding_is(finding, expect[i] + (*expect[i] == '?'))))
			i++;
		if (i < EXPECTED && expect[i]) {
			met[i] = true;
			continue;
		}
		printf("    unexpected: %s %s %s: %s\n", text_of(finding, "rule"), text_of(finding, "severity"), suspect_of(finding),
		       text_of(finding, "message"));
		match = false;
	}
	for (size_t i = 0; i < EXPECTED && expect[i]; i++)
		if (!met[i] && *expect[i] != '?') {
			printf("    missing: %s\n", expect[i]);
			match = false;
		}
	return match;
}

static void variation_test(tally *t, const char *program, const collection *c, const variation *v)
{
	bool passed = false;
	char *text = edit_text(c->texts[v->doc], v->edits);
	cJSON *audit = text ? audit_of(program, c, v->doc, text, NULL) : NULL;
	if (audit) {
		passed = findings_match(audit, v->expect);
		if (v->rule && !relation_is(audit, v->rule, v->verdict, v->told, c->files[v->doc])) {
			printf("    missing: %s that is %s%s%s\n", v->rule, v->verdict, v->told ? ", told " : "",
			       v->told ? v->told : "");
			passed = false;
		}
	}
	tell(t, passed, c, v->name);
	cJSON_Delete(audit);
	free(text);
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		(void)fprintf(stderr, "usage: variations PROGRAM\n");
		return 2;
	}
	char *program = realpath(argv[1], NULL);
	if (!program) {
		(void)fprintf(stderr, "variations: %s is not there\n", argv[1]);
		return 2;
	}
	tally t = {0};
	for (size_t i = 0; i < sizeof collections / sizeof *collections; i++) {
		collection *c = &collections[i];
		unsigned bit = i == 0 ? DIGESTS : ORIGINALS;
		if (!collection_read(c)) {
			printf("%s: %s is not there%s\n", c->name, c->folder,
			       bit == ORIGINALS ? ", so only the digests are tested" : "");
			if (bit == DIGESTS)
				t.failed++;
			continue;
		}
		straight_test(&t, program, c);
		size_t made = 0;
		for (size_t v = 0; v < variation_count; v++)
			if (variations[v].in & bit) {
				variation_test(&t, program, c, &variations[v]);
				made++;
			}
		printf("%s: the collection as it stands, and %zu variations of it\n", c->name, made);
		collection_free(c);
	}
	free(program);
	printf("%zu passed, %zu failed\n", t.passed, t.failed);
	return t.failed ? 1 : 0;
}
