/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "straight.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void tell(tally *t, bool passed, const collection *c, const char *what)
{
	*(passed ? &t->passed : &t->failed) += 1;
	if (!passed)
		printf("FAILED  %s: %s\n", c->name, what);
}

static bool names_file(const char *path, const char *file)
{
	size_t p = strlen(path), f = strlen(file);
	return p >= f && strcmp(path + p - f, file) == 0;
}

/* Whether the bytes [start, end) of a document lie in some claim or label. */
static bool covered(const cJSON *claims, const char *file, size_t start, size_t end)
{
	const cJSON *claim;
	cJSON_ArrayForEach(claim, claims) {
		double from = cJSON_GetNumberValue(cJSON_GetObjectItem(claim, "start"));
		double to = cJSON_GetNumberValue(cJSON_GetObjectItem(claim, "end"));
		if (from <= (double)start && to >= (double)end && names_file(text_of(claim, "doc"), file))
			return true;
	}
	return false;
}

static bool every_numeral_is_read(const collection *c, const cJSON *claims)
{
	bool all = true;
	for (size_t d = 0; d < DOCUMENTS; d++) {
		const char *text = c->texts[d];
		for (size_t i = 0; text[i]; i++) {
			size_t n = strspn(text + i, "0123456789");
			if (n == 0)
				continue;
			if (!covered(claims, c->files[d], i, i + n)) {
				printf("    \"%.*s\" in %s, byte %zu, is neither a claim nor a label\n", (int)n, text + i, c->files[d], i);
				all = false;
			}
			i += n - 1;
		}
	}
	return all;
}

static bool every_literal_is_there(const collection *c, const cJSON *claims)
{
	bool all = true;
	const cJSON *claim;
	cJSON_ArrayForEach(claim, claims) {
		const char *literal = text_of(claim, "literal"), *text = NULL;
		size_t start = (size_t)cJSON_GetNumberValue(cJSON_GetObjectItem(claim, "start"));
		for (size_t d = 0; d < DOCUMENTS; d++)
			if (names_file(text_of(claim, "doc"), c->files[d]))
				text = c->texts[d];
		if (!text || start > strlen(text) || strncmp(text + start, literal, strlen(literal)) != 0 || !*literal) {
			printf("    the claim %s does not stand where it says\n", text_of(claim, "id"));
			all = false;
		}
	}
	return all;
}

static bool every_label_has_a_reason(const cJSON *claims)
{
	const cJSON *claim;
	cJSON_ArrayForEach(claim, claims)
		if (strcmp(text_of(claim, "kind"), "label") == 0 && !*text_of(claim, "why"))
			return false;
	return true;
}

static double number_of(const cJSON *object, const char *member)
{
	return cJSON_GetNumberValue(cJSON_GetObjectItem(object, member));
}

static bool sums_up(const cJSON *coverage)
{
	const cJSON *by = cJSON_GetObjectItem(coverage, "by_claim");
	return number_of(coverage, "holds") + number_of(coverage, "holds_if") + number_of(coverage, "open") +
	               number_of(coverage, "fails") + number_of(coverage, "unchecked") ==
	           number_of(coverage, "relations") &&
	       number_of(by, "holds") + number_of(by, "holds_if") + number_of(by, "open") + number_of(by, "fails") +
	               number_of(by, "unchecked") + number_of(by, "unrelated") ==
	           number_of(coverage, "claims") &&
	       number_of(coverage, "labels") + number_of(coverage, "claims") == number_of(coverage, "figures");
}

/* The value sets of one claim, found by its literal and by what follows it in the text. */
static bool claim_spans(const collection *c, const cJSON *claims, size_t doc, const char *place, const char *lo,
                        const char *hi)
{
	const char *at = strstr(c->texts[doc], place);
	const cJSON *claim;
	cJSON_ArrayForEach(claim, claims)
		if (at && names_file(text_of(claim, "doc"), c->files[doc]) &&
		    number_of(claim, "start") == (double)(at - c->texts[doc]))
			return strcmp(text_of(claim, "lo"), lo) == 0 && strcmp(text_of(claim, "hi"), hi) == 0;
	return false;
}

void straight_test(tally *t, const char *program, const collection *c)
{
	char *first = NULL, *second = NULL;
	cJSON *audit = audit_of(program, c, -1, NULL, &first), *again = audit_of(program, c, -1, NULL, &second);
	const cJSON *claims = cJSON_GetObjectItem(audit, "claims"), *findings = cJSON_GetObjectItem(audit, "findings");
	const cJSON *finding = cJSON_GetArrayItem(findings, 0);

	tell(t, audit && items_of(audit, "documents") == DOCUMENTS, c, "five documents are read");
	tell(t, cJSON_GetArraySize(findings) == 1, c, "one finding stands, at any level");
	tell(t, finding && finding_is(finding, "N501 error two dozen"), c, "it is the error of the two dozen");
	tell(t, items_of(finding, "figures") == 3, c, "it has three figures");
	tell(t, strcmp(text_of(finding, "gap"), "2") == 0, c, "its gap is 2");
	tell(t, finding && cJSON_IsNull(cJSON_GetObjectItem(finding, "repair")), c, "no repair is offered");
	tell(t, relation_is(audit, "N501", "holds", NULL, c->files[0]), c, "22 holds with 22");
	tell(t, relation_is(audit, "N301", "open", "150 <= 160", c->files[0]), c, "110 and 40 of 160 is open and told");
	tell(t, relation_is(audit, "N601", "holds", NULL, c->files[0]), c, "18 November 2020 is a Wednesday");
	tell(t, relation_is(audit, "N601", "holds", NULL, c->files[2]), c, "28 September 2016 is a Wednesday");
	tell(t, relation_is(audit, "N601", "open", NULL, c->files[3]), c, "February 15 of an unknown year is open");
	tell(t,
	     !relation_is(audit, "N501", "holds", NULL, c->files[4]) && !relation_is(audit, "N501", "open", NULL, c->files[4]),
	     c, "the dead of the hall and of the bank are not linked");
	tell(t, every_numeral_is_read(c, claims), c, "every numeral is a claim or a label");
	tell(t, every_literal_is_there(c, claims), c, "every claim stands where it says");
	tell(t, every_label_has_a_reason(claims), c, "every label has a reason");
	tell(t, claim_spans(c, claims, 0, "two dozen", "24", ""), c, "more than two dozen is (24, inf)");
	tell(t, claim_spans(c, claims, 0, "22 terrorist", "22", "22"), c, "22 is {22}");
	tell(t, claim_spans(c, claims, 0, "160 active", "160", ""), c, "more than 160 is (160, inf)");
	tell(t, claim_spans(c, claims, 0, "one-fifth", "0.15", "0.2"), c, "almost one-fifth is [.15, .20)");
	tell(t, sums_up(cJSON_GetObjectItem(audit, "coverage")), c, "the coverage adds up");
	tell(t, first && second && strcmp(first, second) == 0, c, "two runs write the same bytes");

	cJSON_Delete(audit);
	cJSON_Delete(again);
	free(first);
	free(second);
}
