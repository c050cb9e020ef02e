/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of a Markdown file: YAML between lines of ---, or TOML between lines of +++. */
#ifndef FORMAT_FRONT_MATTER_H
#define FORMAT_FRONT_MATTER_H

#include "document/document.h"

/* Where the text begins behind the header that stands at `start`; its title, date, place, publisher and language go to d. No header,
 * or one that is none (a rule and some text): `start`. At most LIMIT_METADATA_BYTES are looked at. */
uint32_t front_matter_read(slice source, uint32_t start, document *d);

#endif
