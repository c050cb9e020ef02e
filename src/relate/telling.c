/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/telling.h"

#include "base/ascii.h"
#include "relate/section.h"
#include "relate/telling_cell.h"

#include <string.h>

enum {
	HEAD_REACH = 8,
	BEFORE = 4,
	NAME_BYTES = 80,
	EDITION_BYTES = 24,
	BADGE_BYTES = 60,
	LINE_BYTES = 400,
	OPENING = 12 /* blocks */
};

typedef struct log_context {
	const telling_list *list;
	vocabulary *vocab;
} log_context;

static bool is_log_word(void *ctx, slice written)
{
	const log_context *c = ctx;
	return word_in(vocabulary_word(c->vocab, written), c->list->sets.log);
}

static bool of_edition(const scan *sc, const telling_list *list, uint32_t at)
{
	log_context ctx = {list, sc->vocab};
	return section_is_edition(sc->doc, at, is_log_word, &ctx);
}

static void begin(const scan *sc, telling_list *out)
{
	const lexicon *lex = sc->lex;
	out->begun = true;
	out->section = INT32_MIN;
	out->sets.preposition = lexicon_set(lex, SLICE("preposition"));
	out->sets.determiner = lexicon_set(lex, SLICE("determiner"));
	out->sets.all = lexicon_set(lex, SLICE("repeat.all"));
	out->sets.joiner = lexicon_set(lex, SLICE("list.joiner"));
	out->sets.have = lexicon_set(lex, SLICE("repeat.have"));
	out->sets.past = lexicon_set(lex, SLICE("repeat.past"));
	out->sets.other = lexicon_set(lex, SLICE("repeat.other"));
	out->sets.shown = lexicon_set(lex, SLICE("repeat.shown"));
	out->sets.of = lexicon_set(lex, SLICE("preposition.of"));
	out->sets.group = lexicon_set(lex, SLICE("repeat.group"));
	out->sets.apart = lexicon_set(lex, SLICE("repeat.apart"));
	out->sets.relative = lexicon_set(lex, SLICE("list.relative"));
	out->sets.total = lexicon_set(lex, SLICE("repeat.total"));
	out->sets.there = lexicon_set(lex, SLICE("repeat.there"));
	out->sets.are = lexicon_set(lex, SLICE("repeat.are"));
	out->sets.row = lexicon_set(lex, SLICE("list.total"));
	out->sets.column = lexicon_set(lex, SLICE("repeat.column"));
	out->sets.log = lexicon_set(lex, SLICE("repeat.log"));
	uint32_t headings = 0;
	while (out->opening < sc->doc->block_count && out->opening < OPENING &&
	       (headings += sc->doc->blocks[out->opening].kind == BLOCK_HEADING) < 2)
		out->opening++;
	if (headings < 2) /* a text without headings opens with all it tells */
		out->opening = 0;
	slice path = sc->doc->path;
	for (size_t slash; (slash = slice_find_byte(path, '/')) != SIZE_MAX;)
		path = slice_sub(path, slash + 1, path.len);
	for (size_t i = 0, end; i < path.len; i = end + 1) {
		for (end = i; end < path.len && ascii_is_letter(path.ptr[end]);)
			end++;
		out->log = out->log || (end > i && word_in(vocabulary_word(sc->vocab, slice_sub(path, i, end)), out->sets.log));
	}
}

const word *telling_noun(const telling *t)
{
	return t->words[t->word_count - 1];
}

static bool is_count(const claim *c, const document *d)
{
	const figure *f = c->figure;
	bool number = f->kind == FIGURE_COUNT && f->has_value && !f->has_high && f->whole && f->base == BASE_NUMBER &&
	              (f->hedge == HEDGE_NONE || f->hedge == HEDGE_BELOW) &&
	              rational_compare(figure_value(f), rational_int(2)) >= 0;
	const measure *m = c->measure;
	bool behind = c->elided_from < 0 && m->phrase.len && m->phrase.ptr >= d->text.ptr + f->end;
	return number && (behind || !m->head);
}

/* A heading with one figure, or the block right below a heading. */
static bool introduces(const document *d, const sentence *s)
{
	if (d->blocks[s->block].kind == BLOCK_HEADING)
		return s->figure_count == 1;
	return s->block > 0 && d->blocks[s->block - 1].kind == BLOCK_HEADING;
}

/* A badge is a picture whose address tells its label and its number: ".../badge/ferries-12-blue". */
static bool is_badge(const document *d, const sentence *s, const claim *c)
{
	static const slice mark = {"/badge/", 7};
	const figure *f = c->figure;
	bool number = f->kind == FIGURE_COUNT && f->has_value && !f->has_high && f->whole && c->token > 0 &&
	              s->tokens[c->token - 1].kind == TOKEN_WORD && s->tokens[c->token - 1].word && d->part_count;
	if (!number)
		return false;
	size_t at = document_source(d, f->start);
	for (size_t back = mark.len; back < BADGE_BYTES && back <= at; back++) {
		char c0 = d->source.ptr[at - back + mark.len];
		if (c0 == ' ' || c0 == '/' || c0 == '(' || c0 == ')')
			return false;
		if (slice_equal(slice_sub(d->source, at - back, at - back + mark.len), mark))
			return true;
	}
	return false;
}

static bool is_length_of_time(const claim *c)
{
	const figure *f = c->figure;
	return f->kind == FIGURE_DURATION && f->has_value && !f->has_high && f->base == BASE_NUMBER &&
	       figure_unit(f)->name.len && (f->hedge == HEDGE_NONE || f->hedge == HEDGE_ABOUT) &&
	       rational_compare(figure_value(f), rational_int(2)) >= 0;
}

/* Whether a word of a set stands among the tokens [from, to). */
static bool any_in(const sentence *s, uint32_t from, uint32_t to, lex_set which)
{
	for (uint32_t i = from; i < to && i < s->token_count; i++)
		if (word_in(s->tokens[i].word, which))
			return true;
	return false;
}

/* "12 `.bell` files": a plural right behind a name in code, which is no part of the phrase. */
static bool take_noun_past_code(const scan *sc, const sentence *s, const claim *c, telling *t, uint32_t *end)
{
	uint32_t i = c->token + 1;
	while (i < s->token_count && i <= c->token + HEAD_REACH && document_within(sc->doc, s->tokens[i].start, INLINE_CODE))
		i++;
	if (i == c->token + 1 || i >= s->token_count || !s->tokens[i].word || !s->tokens[i].word->plural)
		return false;
	t->words[t->word_count++] = vocabulary_noun(sc->vocab, s->tokens[i].word);
	*end = i + 1;
	return true;
}

/* Reads the noun with its modifiers; the token after it in *end. False if it is not found, or has too many words. */
static bool take_noun(const scan *sc, const sentence *s, const claim *c, telling *t, uint32_t *end)
{
	const measure *m = c->measure;
	if (!m->head)
		return take_noun_past_code(sc, s, c, t, end);
	if (m->modifier_count >= TELLING_WORDS)
		return false;
	for (size_t i = 0; i < m->modifier_count; i++)
		t->words[t->word_count++] = vocabulary_noun(sc->vocab, m->modifiers[i]);
	t->words[t->word_count++] = m->head;
	for (uint32_t i = c->token + 1; i < s->token_count && i <= c->token + HEAD_REACH; i++) {
		const word *w = s->tokens[i].word;
		if (s->tokens[i].kind == TOKEN_WORD && w && vocabulary_noun(sc->vocab, w) == m->head) {
			*end = i + 1;
			return true;
		}
	}
	return false;
}

/* Phrases with a preposition right after the noun, as far as they go. */
static void take_tail(const telling_list *k, const scan *sc, const sentence *s, uint32_t from, telling *t)
{
	t->tail_claim = -1;
	if (from >= s->token_count || !word_in(s->tokens[from].word, k->sets.preposition))
		return;
	uint32_t i = from;
	bool verb = false;
	for (; i < s->token_count && t->tail_count < TELLING_WORDS; i++) {
		const token *at = &s->tokens[i];
		if (at->kind == TOKEN_FIGURE) {
			t->tail_claim = at->figure;
			return;
		}
		if (at->kind != TOKEN_WORD || !at->word)
			break;
		if (word_in(at->word, k->sets.preposition) || word_in(at->word, k->sets.determiner))
			continue;
		verb = t->tail_count > 0 && (word_in(at->word, k->sets.are) || word_in(at->word, k->sets.have));
		if (verb || word_in(at->word, k->sets.other))
			break;
		t->tail[t->tail_count++] = vocabulary_noun(sc->vocab, at->word);
	}
	t->tail_whole = verb || i == s->token_count || s->tokens[i].kind == TOKEN_PUNCT;
}

/* The inline span that sets apart what the block begins with. */
static slice leading_name(const document *d, const block *b)
{
	size_t i = document_inlines_from(d, b->start);
	const inline_span *span = i < d->inline_count ? &d->inlines[i] : NULL;
	if (!span || span->start != b->start || span->kind == INLINE_NOTE || span->kind == INLINE_STRUCK || span->end > b->end)
		return (slice){"", 0};
	return document_text(d, span->start, span->end);
}

/* Whether the number begins bold print that its block begins with: "- **12 ferries** of three lines". */
static bool begins_strong(const document *d, const block *b, const figure *f)
{
	for (uint32_t i = b->start; i < f->start; i++)
		if (ascii_is_digit(d->text.ptr[i]) || ((d->text.ptr[i] | 32) >= 'a' && (d->text.ptr[i] | 32) <= 'z'))
			return false; /* marks and pictures may stand before it */
	for (size_t i = document_inlines_from(d, f->start); i < d->inline_count && d->inlines[i].start == f->start; i++)
		if (d->inlines[i].kind == INLINE_STRONG)
			return b->kind == BLOCK_ITEM || b->kind == BLOCK_PARAGRAPH;
	return false;
}

/* The last path or file name before the comment on its line of code; its last part. */
static slice code_name(const document *d, const block *b, uint32_t at)
{
	uint32_t start = at;
	while (start > b->start && at - start < LINE_BYTES && d->text.ptr[start - 1] != '\n')
		start--;
	slice line = document_text(d, start, at), name = {"", 0};
	for (size_t i = 0, end; i < line.len; i = end + 1) {
		for (end = i; end < line.len && !ascii_is_blank(line.ptr[end]);)
			end++;
		slice part = slice_sub(line, i, end);
		if (slice_find_byte(part, '.') != SIZE_MAX || slice_find_byte(part, '/') != SIZE_MAX)
			name = part;
	}
	while (name.len && name.ptr[name.len - 1] == '/')
		name.len--;
	for (size_t slash; (slash = slice_find_byte(name, '/')) != SIZE_MAX;)
		name = slice_sub(name, slash + 1, name.len);
	return name;
}

static slice name_of(const document *d, uint32_t index, uint32_t at)
{
	const block *b = &d->blocks[index];
	slice name = b->kind == BLOCK_CODE                 ? code_name(d, b, at)
	             : b->kind == BLOCK_CELL && b->col > 0 ? telling_row_name(d, index)
	                                                   : leading_name(d, b);
	return name.len <= NAME_BYTES ? name : (slice){"", 0};
}

/* "The twelve ferries", and nothing more. */
static bool is_whole_heading(const telling_list *k, const document *d, const sentence *s, const claim *c, uint32_t end)
{
	if (d->blocks[s->block].kind != BLOCK_HEADING || end != s->token_count || d->blocks[s->block].end != s->end)
		return false;
	return c->token == 0 || (c->token == 1 && word_in(s->tokens[0].word, k->sets.determiner));
}

/* Whether the words before the count, or those after its noun, say that it is all there is. */
static bool is_total(const telling_list *k, const sentence *s, uint32_t at, uint32_t end)
{
	bool there = at > 1 && word_in(s->tokens[at - 1].word, k->sets.are) && word_in(s->tokens[at - 2].word, k->sets.there);
	bool of = at > 1 && word_in(s->tokens[at - 1].word, k->sets.of) && word_in(s->tokens[at - 2].word, k->sets.total);
	return there || of || any_in(s, end, end + 2, k->sets.total);
}

/* "has 12 ferries", "has all the 12 ferries" */
static bool is_had(const telling_list *k, const sentence *s, uint32_t at)
{
	while (at > 0 && (word_in(s->tokens[at - 1].word, k->sets.determiner) || word_in(s->tokens[at - 1].word, k->sets.all)))
		at--;
	return at > 0 && word_in(s->tokens[at - 1].word, k->sets.have);
}

/* Whether the noun before token `end` is a plural: a number before another word names a thing, as "bell 12" does. */
static bool is_plural(const scan *sc, const sentence *s, uint32_t end)
{
	const word *k = end > 0 && end <= s->token_count ? s->tokens[end - 1].word : NULL;
	return k && s->tokens[end - 1].kind == TOKEN_WORD && (k->plural || vocabulary_noun(sc->vocab, k) != k);
}

/* "12 ferries, 11 of which sail": the other number is theirs too. */
static bool names_part(const telling_list *k, const sentence *s, uint32_t end)
{
	for (uint32_t i = end; i + 1 < s->token_count; i++)
		if (word_in(s->tokens[i].word, k->sets.of) && word_in(s->tokens[i + 1].word, k->sets.relative))
			return true;
	return false;
}

/* A comma, stroke or dot, or "and", between two counts. */
static bool is_mark_between(const telling_list *k, const scan *sc, const sentence *s, uint32_t i)
{
	const token *t = &s->tokens[i];
	char c = sc->doc->text.ptr[t->start];
	return word_in(t->word, k->sets.joiner) ||
	       (t->kind == TOKEN_PUNCT && (c == ',' || c == '/' || c == '|' || (unsigned char)c >= 0x80));
}

/* `12 "Tall crane"`: a name in quotes is no noun of the number, which then names a thing. */
static bool before_quote(const document *d, const figure *f)
{
	uint32_t i = f->end;
	while (i < d->text.len && d->text.ptr[i] == ' ')
		i++;
	return i < d->text.len && d->text.ptr[i] == '"';
}

/* "In the yard stand 12 cranes": a phrase with a preposition comes first, but not "In total". */
static bool is_led(const telling_list *k, const sentence *s, uint32_t at)
{
	return at > 1 && word_in(s->tokens[0].word, k->sets.preposition) && !any_in(s, 1, at, k->sets.total);
}

static uint64_t frame_of(const sentence *s)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	for (uint32_t i = 0; i < s->token_count; i++) {
		if (s->tokens[i].kind != TOKEN_WORD || !s->tokens[i].word)
			continue;
		slice text = word_text(s->tokens[i].word);
		for (size_t k = 0; k <= text.len; k++) /* the end counts as a byte of its own */
			hash = (hash ^ (k < text.len ? (unsigned char)text.ptr[k] : 0)) * UINT64_C(1099511628211);
	}
	return hash;
}

/* "Kilnware 23 bakes", "Kilnware 24 bakes": behind a name that no lexicon has, the number tells which edition. */
static bool follows_name(const sentence *s, uint32_t at)
{
	const token *prior = at > 0 ? &s->tokens[at - 1] : NULL;
	return prior && prior->kind == TOKEN_WORD && (prior->flags & TOKEN_CAPITAL) && prior->word && !prior->word->known;
}

/* Told as it was, for one of several, or as an example. */
static bool of_another(const telling_list *k, const scan *sc, const sentence *s, uint32_t at)
{
	bool group = at > 1 && word_in(s->tokens[at - 1].word, k->sets.of) && word_in(s->tokens[at - 2].word, k->sets.group);
	bool other = at > 0 && word_in(s->tokens[at - 1].word, k->sets.other) && !group; /* but "a set of 12 bells" */
	bool ordinal = at > 0 && s->tokens[at - 1].kind == TOKEN_FIGURE && /* "the first 12 bells", but "today 12 bells" */
	               sc->figures[s->tokens[at - 1].figure].kind != FIGURE_DATE;
	bool coordinated = at > 1 && word_in(s->tokens[at - 1].word, k->sets.joiner) && s->tokens[at - 2].kind == TOKEN_FIGURE;
	return other || ordinal || coordinated || any_in(s, at > BEFORE ? at - BEFORE : 0, at, k->sets.past) ||
	       any_in(s, 0, s->token_count, k->sets.shown);
}

/* Whether the block, or an item that holds it, begins with an edition: "v2.1: ...". */
static bool begins_with_edition(const document *d, uint32_t at)
{
	for (int32_t i = (int32_t)at; i >= 0; i = d->blocks[i].parent) {
		slice text = document_text(d, d->blocks[i].start, d->blocks[i].end);
		size_t space = slice_find_byte(text, ' ');
		if (space != SIZE_MAX && space <= EDITION_BYTES && section_names_edition(slice_sub(text, 0, space)))
			return true;
	}
	return false;
}

uint32_t telling_opening_number(slice text)
{
	enum { MOST_DIGITS = 6 };
	uint32_t number = 0;
	size_t at = 0;
	for (; at < text.len && at < MOST_DIGITS && ascii_is_digit(text.ptr[at]); at++)
		number = number * 10 + (uint32_t)(text.ptr[at] - '0');
	return at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t') ? number : 0;
}

/* Whether a block that opens with a number is one of a series: one not far before or behind it opens with one less or more. */
static bool is_numbered(const document *d, uint32_t at)
{
	enum { BESIDE = 24 };
	uint32_t number = telling_opening_number(slice_trim(document_text(d, d->blocks[at].start, d->blocks[at].end)));
	for (uint32_t step = 1; number && step <= BESIDE; step++) {
		for (int way = -1; way < 2; way += 2) {
			int64_t i = (int64_t)at + way * (int64_t)step;
			const block *b = i >= 0 && i < (int64_t)d->block_count ? &d->blocks[i] : NULL;
			uint32_t other = b ? telling_opening_number(slice_trim(document_text(d, b->start, b->end))) : 0;
			if (other && (int64_t)other == (int64_t)number + way)
				return true;
		}
	}
	return false;
}

/* Whether nothing but space stands before it on its line: of code, then, it is no comment. */
static bool begins_line(const document *d, const figure *f)
{
	uint32_t i = f->start;
	while (i > 0 && (d->text.ptr[i - 1] == ' ' || d->text.ptr[i - 1] == '\t'))
		i--;
	return i == 0 || d->text.ptr[i - 1] == '\n';
}

/* A line that begins with a day or an edition is an entry of a log, as is what stands under such a heading. */
static bool is_entry(const scan *sc, const claim_list *claims, const sentence *s, telling_list *out)
{
	const document *d = sc->doc;
	const block *b = &d->blocks[s->block];
	int32_t section = b->kind == BLOCK_HEADING ? (int32_t)s->block : b->section;
	if (section != out->section) {
		out->section = section;
		out->edition = of_edition(sc, out, s->block);
	}
	const figure *first = claims->at[s->first_figure].figure;
	bool dated = (first->kind == FIGURE_DATE && !first->relative) || first->kind == FIGURE_YEAR ||
	             (first->kind == FIGURE_LABEL && first->why == LABEL_VERSION);
	return out->edition || (dated && first->start <= b->start + 1) || begins_with_edition(d, s->block);
}

/* The words that it was given on the way, in the arena. */
static void keep_words(arena *a, telling *t)
{
	const word **all = ARENA_ARRAY(a, const word *, (size_t)t->word_count + t->tail_count);
	memcpy(all, t->words, t->word_count * sizeof *all);
	memcpy(all + t->word_count, t->tail, t->tail_count * sizeof *all);
	t->words = all;
	t->tail = all + t->word_count;
}

void telling_keep(arena *a, const scan *sc, const claim_list *claims, const sentence *s, telling_list *out)
{
	const document *d = sc->doc;
	uint64_t frame = 0;
	uint32_t beyond = 0; /* the token behind the telling before; 0: none stands in this sentence */
	if (!out->begun)
		begin(sc, out);
	if (out->log)
		return;
	for (uint32_t i = 0; i < s->figure_count; i++) {
		const claim *c = &claims->at[s->first_figure + i];
		bool beside = introduces(d, s), lasts = beside && is_length_of_time(c);
		bool badge = is_badge(d, s, c);
		const word *words[TELLING_WORDS], *tail[TELLING_WORDS];
		telling t = {.words = words, .tail = tail, .claim = c->index, .tail_claim = -1, .introduces = beside};
		t.below = c->figure->hedge == HEDGE_BELOW;
		t.cell = telling_of_cell(out, sc, c, &t);
		if (!(t.cell || badge || lasts || is_count(c, d)) || before_quote(d, c->figure) ||
		    of_another(out, sc, s, c->token) || (!badge && follows_name(s, c->token)))
			continue;
		uint32_t end = c->token + 1;
		if (t.cell)
			end = s->token_count;
		else if (badge)
			t.words[t.word_count++] = vocabulary_noun(sc->vocab, s->tokens[c->token - 1].word);
		else if (lasts)
			t.words[t.word_count++] = vocabulary_word(sc->vocab, figure_unit(c->figure)->name);
		else if (!take_noun(sc, s, c, &t, &end) || any_in(s, c->token + 1, end, out->sets.apart))
			continue;
		if (is_entry(sc, claims, s, out))
			return;
		take_tail(out, sc, s, end, &t);
		if (end < s->token_count && s->tokens[end].kind == TOKEN_WORD && s->tokens[end].word)
			t.verb = vocabulary_verb(sc->vocab, s->tokens[end].word);
		t.had = is_had(out, s, c->token);
		t.comment = d->blocks[c->block].kind == BLOCK_CODE && !begins_line(d, c->figure);
		t.all = any_in(s, c->token > 3 ? c->token - 3 : 0, c->token, out->sets.all);
		t.whole_heading = is_whole_heading(out, d, s, c, end);
		t.badge = badge;
		t.plural = is_plural(sc, s, end);
		t.parts = names_part(out, s, end);
		t.whole = badge || t.comment || t.whole_heading || (t.plural && c->block < out->opening && !t.parts) ||
		          begins_strong(d, &d->blocks[c->block], c->figure);
		bool first = t.plural && c->token == 0 && s->start <= d->blocks[c->block].start + 1,
			 numbered = first && is_numbered(d, c->block);
		t.opens = first && !numbered;
		t.led = numbered || is_led(out, s, c->token);
		t.joined = beyond > 0 && beyond + 1 == c->token && is_mark_between(out, sc, s, beyond);
		beyond = end;
		t.anew = is_total(out, s, c->token, end);
		t.total = t.cell || t.all || t.whole || t.anew;
		t.name = name_of(d, c->block, c->figure->start);
		t.frame = frame = frame ? frame : frame_of(s);
		keep_words(a, &t);
		VEC_PUSH(a, *out, t);
	}
}
