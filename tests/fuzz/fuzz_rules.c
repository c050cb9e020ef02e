/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a rule file: YAML, patterns and expressions, against the built-in lexicon. */
#include "pack/blob.h"
#include "pack/lexicon.h"
#include "pack/yaml.h"
#include "rule/rule.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	arena *a = arena_new(NULL);
	diag_list diags = diag_list_new(a);
	slice source = arena_copy(a, (slice){(const char *)data, size});
	const node_file *file = yaml_parse(a, SLICE("fuzz.yaml"), source, &diags);
	if (file && !rule_load(a, pack_lexicon(SLICE("en")), &file, 1, &diags) && diags.errors == 0)
		abort(); /* a refusal says why */
	arena_free(a);
	return 0;
}
