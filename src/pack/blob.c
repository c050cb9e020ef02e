/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/blob.h"

const lexicon *pack_lexicon(slice lang)
{
	const language *found = language_find(&pack_languages, lang);
	return found ? pack_lexicons[found - pack_languages.at] : NULL;
}
