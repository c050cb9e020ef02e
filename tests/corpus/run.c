/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program run on a folder of texts, and its audit read. */
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATH_BYTES = 1024, COMMAND_BYTES = 4096 };

static char *read_stream(FILE *in)
{
	size_t len = 0, room = 1 << 16;
	char *out = malloc(room);
	while (out) {
		len += fread(out + len, 1, room - len - 1, in);
		if (len < room - 1)
			break;
		room *= 2;
		char *bigger = realloc(out, room);
		if (!bigger)
			free(out);
		out = bigger;
	}
	if (!out)
		exit(2);
	out[len] = '\0';
	return out;
}

static void path_of(char out[PATH_BYTES], const char *folder, const char *file)
{
	if (snprintf(out, PATH_BYTES, "%s/%s", folder, file) >= PATH_BYTES)
		exit(2);
}

bool collection_read(collection *c)
{
	for (size_t i = 0; i < DOCUMENTS; i++) {
		char path[PATH_BYTES];
		path_of(path, c->folder, c->files[i]);
		FILE *in = fopen(path, "rb");
		if (!in) {
			collection_free(c);
			return false;
		}
		c->texts[i] = read_stream(in);
		(void)fclose(in);
	}
	return true;
}

void collection_free(collection *c)
{
	for (size_t i = 0; i < DOCUMENTS; i++) {
		free(c->texts[i]);
		c->texts[i] = NULL;
	}
}

static bool write_texts(const collection *c, const char *folder, int doc, const char *text)
{
	for (int i = 0; i < DOCUMENTS; i++) {
		char path[PATH_BYTES];
		path_of(path, folder, c->files[i]);
		FILE *out = fopen(path, "wb");
		if (!out)
			return false;
		bool written = fputs(i == doc ? text : c->texts[i], out) >= 0;
		if (fclose(out) != 0 || !written)
			return false;
	}
	return true;
}

static void remove_texts(const collection *c, const char *folder)
{
	for (int i = 0; i < DOCUMENTS; i++) {
		char path[PATH_BYTES];
		path_of(path, folder, c->files[i]);
		(void)remove(path);
	}
	(void)rmdir(folder);
}

cJSON *audit_of(const char *program, const collection *c, int doc, const char *text, char **raw)
{
	char folder[] = "/tmp/numerate-corpus-XXXXXX", command[COMMAND_BYTES];
	if (!mkdtemp(folder))
		return NULL;
	cJSON *audit = NULL;
	char *out = NULL;
	/* The folder is entered, so that paths and everything made of them are the same in every run. */
	int n = snprintf(command, sizeof command, "cd %s && '%s' check . --format json --level note --fail-on error --no-config",
	                 folder, program);
	if (n >= (int)sizeof command || !write_texts(c, folder, doc, text)) {
		printf("    the texts could not be written to %s\n", folder);
		goto out;
	}
	FILE *pipe = popen(command, "r");
	if (!pipe)
		goto out;
	out = read_stream(pipe);
	int status = pclose(pipe);
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		printf("    the program ended with status %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
		goto out;
	}
	audit = cJSON_Parse(out);
	if (!audit)
		printf("    the program wrote no JSON\n");
	size_t errors = 0;
	const cJSON *finding;
	cJSON_ArrayForEach(finding, cJSON_GetObjectItem(audit, "findings"))
		errors += strcmp(text_of(finding, "severity"), "error") == 0;
	if (audit && (errors > 0) != (WEXITSTATUS(status) == 1)) {
		printf("    exit status %d with %zu errors\n", WEXITSTATUS(status), errors);
		cJSON_Delete(audit);
		audit = NULL;
	}
out:
	remove_texts(c, folder);
	if (raw)
		*raw = out;
	else
		free(out);
	return audit;
}

const char *text_of(const cJSON *object, const char *member)
{
	const char *s = cJSON_GetStringValue(cJSON_GetObjectItem(object, member));
	return s ? s : "";
}

size_t items_of(const cJSON *object, const char *member)
{
	return (size_t)cJSON_GetArraySize(cJSON_GetObjectItem(object, member));
}

const char *suspect_of(const cJSON *finding)
{
	const char *claim = text_of(cJSON_GetObjectItem(finding, "suspect"), "claim");
	const cJSON *figure;
	cJSON_ArrayForEach(figure, cJSON_GetObjectItem(finding, "figures"))
		if (*claim && strcmp(text_of(figure, "claim"), claim) == 0)
			return text_of(figure, "literal");
	return "-";
}

bool finding_is(const cJSON *finding, const char *expected)
{
	char rule[16], severity[16];
	int suspect = 0;
	if (sscanf(expected, "%15s %15s %n", rule, severity, &suspect) < 2)
		return false;
	return strcmp(text_of(finding, "rule"), rule) == 0 && strcmp(text_of(finding, "severity"), severity) == 0 &&
	       (strcmp(expected + suspect, "*") == 0 || strcmp(expected + suspect, suspect_of(finding)) == 0);
}

bool relation_is(const cJSON *audit, const char *rule, const char *verdict, const char *told, const char *file)
{
	const cJSON *relation, *claim;
	cJSON_ArrayForEach(relation, cJSON_GetObjectItem(audit, "relations")) {
		if (strcmp(text_of(relation, "rule"), rule) != 0 || strcmp(text_of(relation, "verdict"), verdict) != 0 ||
		    (told && strcmp(text_of(relation, "told"), told) != 0))
			continue;
		if (!file)
			return true;
		cJSON_ArrayForEach(claim, cJSON_GetObjectItem(relation, "claims")) {
			const char *id = cJSON_GetStringValue(claim), *base = id ? strstr(id, file) : NULL;
			if (base && base[strlen(file)] == '#')
				return true;
		}
	}
	return false;
}
