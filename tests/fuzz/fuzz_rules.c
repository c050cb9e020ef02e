/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a rule file: YAML, patterns and expressions, against the built-in lexicon. */
#include "pack/blob.h"
#include "pack/lexicon.h"
#include "pack/yaml.h"
#include "rule/rule.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const node_file **files;
static const lexicon *lex;

/* The lexicon is loaded once, and its arena lives as long as the process. */
static void load_lexicon(void)
{
	static arena *kept;
	kept = arena_new(NULL);
	diag_list diags = diag_list_new(kept);
	files = ARENA_ARRAY(kept, const node_file *, pack_file_count);
	for (size_t i = 0; i < pack_file_count; i++)
		files[i] = &pack_files[i];
	lex = lexicon_load(kept, SLICE("en"), files, pack_file_count, &diags);
	if (!lex)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!lex)
		load_lexicon();
	arena *a = arena_new(NULL);
	diag_list diags = diag_list_new(a);
	slice source = arena_copy(a, (slice){(const char *)data, size});
	const node_file *file = yaml_parse(a, SLICE("fuzz.yaml"), source, &diags);
	if (file && !rule_load(a, lex, &file, 1, &diags) && diags.errors == 0)
		abort(); /* a refusal says why */
	arena_free(a);
	return 0;
}
