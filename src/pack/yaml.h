/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML 1.2 (and so JSON) into nodes, by libfyaml. Duplicate keys, anchors, aliases and tags are refused, each with its
 * place; every mistake of the file that can be found is reported. */
#ifndef PACK_YAML_H
#define PACK_YAML_H

#include "pack/node.h"

/* `source` is borrowed and must outlive the result. Returns NULL if there was any error. */
const node_file *yaml_parse(arena *a, slice path, slice source, diag_list *diags);
/* The same of a file of at most LIMIT_RULE_FILE_BYTES; path ends with a NUL that its length does not count. */
const node_file *yaml_read(arena *a, slice path, diag_list *diags);

#endif
