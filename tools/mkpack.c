/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Build-time: compiles the YAML of rules/ into C constants (pack/blob.h), so that the program reads no YAML and makes no lexicon at
 * start. All of them lie in one struct and refer to each other by their distance (base/relative.h): nothing is relocated.
 * Usage: mkpack OUT.c FILE...   (files are named relative to the root, which is the working folder) */
#include "mkpack.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>

static bool is_lexicon(const node_file *f)
{
	return slice_starts_with(f->path, SLICE("rules/lexicon/"));
}

static void write_languages(pack_writer *w, const language_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		if (!list->at[i].letters)
			continue;
		fprintf(w->out, "static const uint64_t letters%zu[] = {", i);
		for (size_t k = 0; k < LANGUAGE_LETTERS / 64; k++)
			fprintf(w->out, "0x%llx,", (unsigned long long)list->at[i].letters[k]);
		fputs("};\n", w->out);
	}
	fputs("static const language languages[] = {\n", w->out);
	for (size_t i = 0; i < list->n; i++) {
		fputs("\t{", w->out);
		write_slice(w, list->at[i].name);
		if (list->at[i].letters)
			fprintf(w->out, ", letters%zu},\n", i);
		else
			fputs(", NULL},\n", w->out);
	}
	fprintf(w->out, "};\nconst language_list pack_languages = {languages, %zu};\n", list->n);
}

static void write_files(pack_writer *w, const node_file *const *files, const size_t *roots, size_t n)
{
	fputs("const node_file pack_files[] = {\n", w->out);
	for (size_t i = 0; i < n; i++) {
		fputs("\t{", w->out);
		write_slice(w, files[i]->path);
		fputs(", {\"\", 0}, ", w->out);
		write_slice(w, files[i]->digest);
		fprintf(w->out, ", &pack.nodes[%zu], %zu},\n", roots[i], files[i]->n);
	}
	if (n == 0)
		fputs("\t{{\"\", 0}, {\"\", 0}, {\"\", 0}, NULL, 0},\n", w->out);
	fprintf(w->out, "};\nconst size_t pack_file_count = %zu;\n", n);
}

/* What it all consists of is gathered first, since the struct is declared before it is filled. */
static void write_pack(FILE *out, arena *a, const node_file *const *files, size_t n, diag_list *diags)
{
	pack_writer *w = ARENA_NEW(a, pack_writer);
	*w = (pack_writer){.out = out, .arena = a, .texts = table_new(a, 4096), .places = table_new(a, 4096)};
	language_list languages = language_list_of(a, files, n);
	const lexicon **lexicons = ARENA_ARRAY(a, const lexicon *, languages.n + 1);
	const node_file **checks = ARENA_ARRAY(a, const node_file *, n + 1);
	size_t *roots = ARENA_ARRAY(a, size_t, n + 1), check_count = 0;
	for (size_t i = 0; i < n; i++) {
		if (is_lexicon(files[i]))
			continue;
		roots[check_count] = gather_nodes(w, files[i]->roots, files[i]->n);
		checks[check_count++] = files[i];
	}
	for (size_t i = 0; i < languages.n; i++) {
		lexicons[i] = lexicon_load(a, languages.at[i].name, files, n, diags);
		if (!lexicons[i])
			return;
		gather_lexicon(w, lexicons[i]);
	}
	fputs("/* Made from rules/ by tools/mkpack.c: change those files, not this one. */\n#include \"pack/blob.h\"\n"
	      "#include \"pack/words.h\"\n\nstruct pack {\n",
	      out);
	fprintf(out, "\tnode nodes[%zu];\n", w->nodes.n + 1);
	for (size_t i = 0; i < languages.n; i++)
		declare_lexicon(w, lexicons[i], i);
	fprintf(out, "\tchar text[%zu];\n};\n", w->text.n + 1);
	fputs("/* The distance from one member to another. */\n"
	      "#define TO(from, to) ((relative)offsetof(struct pack, to) - (relative)offsetof(struct pack, from))\n"
	      "static const struct pack pack = {\n",
	      out);
	write_nodes(w);
	for (size_t i = 0; i < languages.n; i++)
		write_lexicon(w, lexicons[i], i);
	write_text(w);
	fputs("};\n", out);
	for (size_t i = 0; i < languages.n; i++)
		write_lexicon_head(w, lexicons[i], i);
	fputs("const lexicon *const pack_lexicons[] = {", out);
	for (size_t i = 0; i < languages.n; i++)
		fprintf(out, "&lexicon%zu, ", i);
	fputs("NULL};\n", out);
	write_languages(w, &languages);
	write_files(w, checks, roots, check_count);
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
	write_pack(out.stream, a, files.at, files.n, &diags);
	if (diags.errors > 0)
		file_out_abandon(&out);
	else if (file_out_commit(&out, a, &why))
		status = 0;
	else
		diag_add(&diags, DIAG_ERROR, slice_of(argv[1]), SLICE_FMT, SLICE_ARG(why));
report:
	diag_print(&diags, stderr, false);
	arena_free(a);
	return status;
}
