/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files tell of themselves in headers, fields and attributes: their title and date. */
#ifndef DOCUMENT_META_H
#define DOCUMENT_META_H

#include "document/document.h"

/* A field's value goes to the document where it has a place for it and none was told before; others are passed over. Names are
 * those of formats (title, date, created, …), in any case. */
void meta_tell(document *d, slice name, slice value);

#endif
