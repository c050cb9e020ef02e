/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/list_words.h"

list_words list_words_of(const lexicon *lex)
{
	return (list_words)
	{
#define X(field, name) .field = lexicon_set(lex, SLICE(name)),
		LIST_SETS(X)
#undef X
	};
}
