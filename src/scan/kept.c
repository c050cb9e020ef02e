/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stays of a document's sentences when the window they stood in was read: few are ever asked for again. */
#include "scan/scan.h"

#include "base/bisect.h"

#include <string.h>

/* The last window's sentences follow each other; what is kept of those before has gaps. */
sentence *scan_sentence(const scan *s, uint32_t number)
{
	size_t at;
	if (s->window < s->sentence_count && number >= s->sentences[s->window].number) {
		at = s->window + (number - s->sentences[s->window].number);
		return at < s->sentence_count ? &s->sentences[at] : NULL;
	}
	BISECT(at, s->window, s->sentences[at].number < number);
	return at < s->window && s->sentences[at].number == number ? &s->sentences[at] : NULL;
}

const sentence *scan_tokens(const scan *s, uint32_t number)
{
	const sentence *found = scan_sentence(s, number);
	return found && found->tokens ? found : NULL;
}

bool scan_opens(const scan *s)
{
	return s->window < s->sentence_count && s->sentences[s->window].number == 0;
}

sentence_stretch scan_stretch(const scan *s, uint32_t number, uint32_t whole)
{
	size_t at;
	BISECT(at, s->stretch_count, s->stretches[at].number < number);
	if (at < s->stretch_count && s->stretches[at].number == number)
		return s->stretches[at];
	const block *b = &s->doc->blocks[whole];
	return (sentence_stretch){number, b->start, b->end};
}

void scan_keep_tokens(arena *a, scan *s, uint32_t number)
{
	const sentence *asked = scan_sentence(s, number);
	if (!asked || asked->kept || asked < s->sentences + s->window)
		return;
	size_t from = (size_t)(asked - s->sentences), to = from;
	while (from > s->window && s->sentences[from - 1].block == asked->block)
		from--;
	while (to < s->sentence_count && s->sentences[to].block == asked->block)
		to++;
	scan_read_passed(s, s->sentences[from].number, s->sentences[to - 1].number + 1);
	for (size_t i = from; i < to; i++) {
		sentence *one = &s->sentences[i];
		if (one->tokens && !one->kept) {
			token *tokens = ARENA_ARRAY(a, token, one->token_count);
			memcpy(tokens, one->tokens, one->token_count * sizeof *tokens);
			one->tokens = tokens;
		}
		one->kept = true;
	}
}

void scan_forget(scan *s)
{
	size_t kept = s->window;
	for (size_t i = s->window; i < s->sentence_count; i++)
		if (s->sentences[i].kept)
			s->sentences[kept++] = s->sentences[i];
	s->window = s->sentence_count = kept;
}

void scan_end(arena *a, scan *s)
{
	sentence *left = ARENA_ARRAY(a, sentence, s->sentence_count);
	if (s->sentence_count)
		memcpy(left, s->sentences, s->sentence_count * sizeof *left);
	s->sentences = left;
}
