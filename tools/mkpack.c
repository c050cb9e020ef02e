/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Build-time: compiles the YAML of rules/ into C constants (pack/blob.h), so that the program parses no YAML at start.
 * Usage: mkpack OUT.c FILE...   (files are named relative to the root, which is the working folder) */
#include "base/file.h"
#include "base/limits.h"
#include "pack/yaml.h"

#include <stdlib.h>
#include <string.h>

static void write_string(FILE *out, slice s)
{
	fputc('"', out);
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else if (c == '\n')
			fputs("\\n", out);
		else if (c == '?') /* never a trigraph */
			fputs("\\?", out);
		else if (c < 0x20 || c >= 0x7F)
			fprintf(out, "\\%03o", c); /* three digits: what follows is never taken for one of them */
		else
			fputc(c, out);
	}
	fputc('"', out);
}

static void write_node(FILE *out, const node *at, size_t children)
{
	static const char *const kinds[] = {
		[NODE_SCALAR] = "NODE_SCALAR", [NODE_SEQUENCE] = "NODE_SEQUENCE", [NODE_MAP] = "NODE_MAP"};
	fprintf(out, "\t{%s, %s, %u, %u, ", kinds[at->kind], at->plain ? "true" : "false", at->line, at->col);
	fputs("{", out);
	write_string(out, at->text);
	fprintf(out, ", %zu}, ", at->text.len);
	if (children)
		fprintf(out, "n%zu", children);
	else
		fputs("NULL", out);
	fprintf(out, ", %zu},\n", at->n);
}

/* Writes the array of n nodes after the arrays of all their children; returns its number. The parser limits the depth. */
static size_t write_array(FILE *out, const node *items, size_t n, size_t *counter)
{
	size_t *children = calloc(n, sizeof *children);
	if (!children) {
		fputs("mkpack: out of memory\n", stderr);
		exit(2);
	}
	for (size_t i = 0; i < n; i++) {
		size_t below = items[i].kind == NODE_MAP ? 2 * items[i].n : items[i].n;
		if (below > 0)
			children[i] = write_array(out, items[i].items, below, counter);
	}
	size_t number = ++*counter;
	fprintf(out, "static const node n%zu[] = {\n", number);
	for (size_t i = 0; i < n; i++)
		write_node(out, &items[i], children[i]);
	fputs("};\n", out);
	free(children);
	return number;
}

static void write_pack(FILE *out, arena *a, const node_file *const *files, size_t n)
{
	fputs("/* Made from rules/ by tools/mkpack.c: change those files, not this one. */\n#include \"pack/blob.h\"\n\n", out);
	size_t *roots = ARENA_ARRAY(a, size_t, n);
	size_t counter = 0;
	for (size_t i = 0; i < n; i++) {
		fprintf(out, "/* " SLICE_FMT " */\n", SLICE_ARG(files[i]->path));
		if (files[i]->n > 0)
			roots[i] = write_array(out, files[i]->roots, files[i]->n, &counter);
	}
	fputs("\nconst node_file pack_files[] = {\n", out);
	for (size_t i = 0; i < n; i++) {
		fputs("\t{{", out);
		write_string(out, files[i]->path);
		fprintf(out, ", %zu}, {\"\", 0}, {\"" SLICE_FMT "\", %zu}, ", files[i]->path.len, SLICE_ARG(files[i]->digest),
		        files[i]->digest.len);
		if (roots[i])
			fprintf(out, "n%zu, %zu},\n", roots[i], files[i]->n);
		else
			fputs("NULL, 0},\n", out);
	}
	if (n == 0)
		fputs("\t{{\"\", 0}, {\"\", 0}, {\"\", 0}, NULL, 0},\n", out);
	fprintf(out, "};\nconst size_t pack_file_count = %zu;\n", n);
}

static int by_path(const void *a, const void *b)
{
	return slice_compare((*(const node_file *const *)a)->path, (*(const node_file *const *)b)->path);
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("usage: mkpack OUT.c FILE...\n", stderr);
		return 2;
	}
	arena *a = arena_new(NULL);
	diag_list diags = diag_list_new(a);
	VEC(const node_file *) files = {0};
	for (int i = 2; i < argc; i++) {
		const node_file *file = yaml_read(a, slice_of(argv[i]), &diags);
		if (file)
			VEC_PUSH(a, files, file);
	}
	int status = 2;
	file_out out;
	slice why;
	if (diags.errors > 0)
		goto report;
	if (files.n > 0)
		qsort(files.at, files.n, sizeof *files.at, by_path);
	if (!file_out_open(&out, argv[1], a, &why)) {
		diag_add(&diags, DIAG_ERROR, slice_of(argv[1]), SLICE_FMT, SLICE_ARG(why));
		goto report;
	}
	write_pack(out.stream, a, files.at, files.n);
	if (file_out_commit(&out, a, &why))
		status = 0;
	else
		diag_add(&diags, DIAG_ERROR, slice_of(argv[1]), SLICE_FMT, SLICE_ARG(why));
report:
	diag_print(&diags, stderr, false);
	arena_free(a);
	return status;
}
