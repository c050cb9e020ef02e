/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/scan.h"

#include "scan/read_figure.h"
#include "scan/sentence.h"

#include <string.h>

enum {
	WINDOW = 64 << 10, /* bytes of text that a window has at least */
	FEW_CUES = 256,    /* sentences that may have figures, of a small document */
	OPENING = 16       /* blocks of the first one, at least: what stands at a document's top is looked at together */
};

struct scanner {
	arena *arena, *aside;
	arena *tokens; /* of the window at hand */
	const document *doc;
	scan *out;      /* while a window is read */
	atoms sentence; /* the one being read */
	found_list found;
	sentence_list spans;
	size_t next;   /* of the spans, the first that is not read yet */
	uint32_t read; /* sentences */
	VEC(sentence) sentences;
	VEC(sentence_stretch) stretches;
	VEC(figure) figures;
};

/* The atoms as tokens, each figure as one. */
static void make_tokens(scanner *sc, sentence *to, size_t first)
{
	const atoms *s = &sc->sentence;
	token *tokens = ARENA_ARRAY(sc->tokens, token, s->n ? s->n : 1);
	uint32_t n = 0, i = 0;
	size_t next = 0;
	while (i < s->n) {
		const atom *a = &s->at[i];
		token *t = &tokens[n];
		if (next < sc->found.n && sc->found.at[next].first == i) {
			figure *fig = &sc->figures.at[first + next];
			*t = (token){.start = fig->full_start,
			             .end = fig->full_end,
			             .figure = (int32_t)(first + next),
			             .kind = TOKEN_FIGURE,
			             .flags = (uint8_t)(a->flags & (TOKEN_SPACE | TOKEN_QUOTED)),
			             .depth = a->depth};
			fig->token = (uint16_t)n;
			i = sc->found.at[next++].end;
		} else {
			bool mark = a->kind == ATOM_PUNCT;
			*t = (token){.start = a->start,
			             .end = a->end,
			             .figure = -1,
			             .kind = mark ? TOKEN_PUNCT : TOKEN_WORD,
			             .flags = a->flags,
			             .depth = a->depth,
			             .word = a->word};
			if (!t->word)
				t->word = vocabulary_word(s->vocab, slice_sub(s->text, a->start, a->end));
			i++;
		}
		n++;
	}
	to->tokens = tokens;
	to->token_count = (uint16_t)n;
}

static void read_atoms(scanner *sc, const sentence_span *span, uint32_t *end)
{
	atoms *s = &sc->sentence;
	const block *b = &sc->doc->blocks[span->block];
	s->opens_block = span->start == b->start;
	s->in_table = b->kind == BLOCK_CELL || b->kind == BLOCK_CODE;
	s->in_code = b->kind == BLOCK_CODE;
	s->in_heading = b->kind == BLOCK_HEADING;
	atoms_read(s, span->start, end, span->quoted);
}

/* A figure in code is no claim of its text. Its value stays told, for what reads code. */
static bool in_code(const scanner *sc, const figure *f, uint32_t at)
{
	const document *d = sc->doc;
	return d->blocks[at].kind == BLOCK_CODE || (d->inline_count && document_within(d, f->start, INLINE_CODE));
}

/* Whether text [start, at) ends with a mark that opens a comment in some language of code, white space around it. */
static bool opens_comment(const char *text, uint32_t start, uint32_t at)
{
	static const char *const marks[] = {"#", "//", "--", ";", "<-", "\xE2\x86\x90", "\xE2\x80\x94", "\xE2\x80\x93"};
	uint32_t end = at;
	while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t'))
		end--;
	if (end == at)
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t len = strlen(marks[i]);
		if (end - start >= len && memcmp(text + end - len, marks[i], len) == 0 &&
		    (end - start == len || strchr(" \t\n", text[end - len - 1])))
			return true;
	}
	return false;
}

/* A whole number that opens a comment tells of what the line of code is about: "lib/  # 12 modules", "# runs all 12 modules". */
static bool counts_in_comment(const scanner *sc, const figure *f, uint32_t first, uint32_t at)
{
	enum { VERB = 1 /* words before "all" */ };
	const block *b = &sc->doc->blocks[at];
	const atoms *s = &sc->sentence;
	if (b->kind != BLOCK_CODE || f->kind != FIGURE_COUNT || f->base != BASE_NUMBER || !f->has_value || f->has_high ||
	    figure_unit(f)->name.len || !rational_is_integer(figure_value(f)))
		return false;
	bool opens = opens_comment(sc->doc->text.ptr, b->start, f->start),
		 all = first > 0 && atom_in(s, first - 1, s->sets->all);
	for (uint32_t i = 1; !opens && all && i <= 1 + VERB && i <= first && s->at[first - i].kind == ATOM_WORD; i++)
		opens = opens_comment(sc->doc->text.ptr, b->start, s->at[first - i].start);
	return opens;
}

static void take_figures(scanner *sc, uint32_t at)
{
	for (size_t i = 0; i < sc->found.n; i++) {
		figure fig = sc->found.at[i].fig;
		if (fig.kind != FIGURE_LABEL && in_code(sc, &fig, at) && !counts_in_comment(sc, &fig, sc->found.at[i].first, at)) {
			fig.kind = FIGURE_LABEL;
			fig.why = LABEL_CODE;
		}
		VEC_PUSH(sc->arena, sc->figures, fig);
	}
}

static void keep_stretch(scanner *sc, const sentence *s)
{
	const block *b = &sc->doc->blocks[s->block];
	if (s->start != b->start || s->end != b->end)
		VEC_PUSH(sc->arena, sc->stretches, (sentence_stretch){s->number, s->start, s->end});
}

/* One sentence, in parts if it has too many tokens. `context`: a neighbour has figures. Returns whether it has any. */
static bool read_sentence(scanner *sc, sentence_span span, bool context)
{
	bool any = false;
	for (;;) {
		sentence to = {.number = sc->read++, .block = span.block, .start = span.start, .end = span.end};
		to.first_figure = (uint32_t)sc->figures.n;
		sc->found.n = 0;
		to.passed = context && !span.speech;
		if (span.speech && (span.cue || context)) {
			read_atoms(sc, &span, &to.end);
			if (span.cue)
				figures_read(&sc->sentence, &sc->found);
			to.figure_count = (uint16_t)sc->found.n;
			take_figures(sc, span.block);
			any = any || to.figure_count > 0;
			if (to.figure_count > 0 || context)
				make_tokens(sc, &to, to.first_figure);
		}
		if (to.figure_count)
			keep_stretch(sc, &to);
		VEC_PUSH(sc->aside, sc->sentences, to);
		if (to.end >= span.end)
			return any;
		span.start = (uint32_t)lexer_skip_space(sc->sentence.text, to.end, span.end);
		if (span.start >= span.end)
			return any;
	}
}

static void read_tokens(scanner *sc, sentence *to)
{
	sentence_span span = {.block = to->block, .start = to->start, .end = to->end};
	uint32_t end = to->end;
	sc->found.n = 0;
	read_atoms(sc, &span, &end);
	make_tokens(sc, to, sc->figures.n);
	to->passed = false;
}

/* The sentence before one with figures. */
static void read_context(scanner *sc, sentence *to, bool speech)
{
	if (to->tokens)
		return;
	if (speech)
		read_tokens(sc, to);
	else
		to->passed = true;
}

void scan_read_passed(const scan *s, uint32_t from, uint32_t to)
{
	scanner *sc = s->scanner;
	arena *window = sc->tokens;
	sc->tokens = sc->arena; /* the window's may be rewound to where it stood before somebody asked */
	for (uint32_t i = from; i < to; i++) {
		sentence *one = scan_sentence(s, i);
		if (!one || !one->passed)
			continue;
		read_tokens(sc, one);
		one->kept = true;
	}
	sc->tokens = window;
}

/* Where the window that begins at the next span ends: with a block. */
static size_t window_end(const scanner *sc)
{
	const sentence_span *spans = sc->spans.at;
	size_t end = sc->next;
	while (end < sc->spans.n) {
		bool enough = spans[end].start - spans[sc->next].start >= WINDOW && spans[end].block >= OPENING;
		if (enough && spans[end].block != spans[end - 1].block)
			break;
		end++;
	}
	return end;
}

bool scan_window(scanner *sc, arena *tokens)
{
	size_t end = window_end(sc);
	bool before = false; /* whether the last sentence had figures */
	if (sc->next == end || !sc->spans.at)
		return false;
	sc->tokens = tokens;
	sc->sentences.n = sc->out->window = sc->out->sentence_count;
	for (size_t i = sc->next; i < end; i++) {
		const sentence_span *span = &sc->spans.at[i];
		bool same = i > sc->next && span[-1].block == span->block;
		size_t last = sc->sentences.n;
		bool any = read_sentence(sc, *span, same && before);
		if (any && same)
			read_context(sc, &sc->sentences.at[last - 1], span[-1].speech);
		before = any;
	}
	sc->next = end;
	sc->out->sentences = sc->sentences.at;
	sc->out->sentence_count = sc->sentences.n;
	sc->out->stretches = sc->stretches.at;
	sc->out->stretch_count = sc->stretches.n;
	sc->out->figures = sc->figures.at;
	sc->out->figure_count = sc->figures.n;
	return true;
}

size_t scan_figures_room(const scanner *sc)
{
	return sc->figures.cap;
}

struct scan_kit {
	const lexicon *lex;
	scan_sets sets;
	const finder *finder;
};

const scan_kit *scan_kit_new(arena *a, const lexicon *lex)
{
	scan_kit *kit = ARENA_NEW(a, scan_kit);
	kit->lex = lex;
	kit->sets = scan_sets_of(a, lex);
	kit->finder = finder_new(a, lex, &kit->sets);
	return kit;
}

/* The marks of footnotes, in order; they do not overlap. */
static void take_notes(arena *a, const document *doc, atoms *s)
{
	VEC(inline_span) notes = {0};
	for (size_t i = 0; i < doc->inline_count; i++) {
		const inline_span *k = &doc->inlines[i];
		if (k->kind == INLINE_NOTE && k->end > k->start && (!notes.n || VEC_LAST(notes).end <= k->start))
			VEC_PUSH(a, notes, *k);
	}
	s->notes = notes.at;
	s->note_count = notes.n;
}

scanner *scan_begin(arena *a, arena *aside, const scan_kit *kit, const document *doc, scan *out)
{
	const lexicon *lex = kit->lex;
	const scan_sets *sets = &kit->sets;
	scanner *sc = ARENA_NEW(a, scanner);
	*out = (scan){.doc = doc, .lex = lex, .vocab = vocabulary_new(a, lex), .scanner = sc};
	sentence_walk walk = {.arena = aside, .sets = sets, .vocab = out->vocab, .text = doc->text, .finder = kit->finder};
	for (size_t i = 0; i < doc->block_count; i++)
		sentence_split(&walk, (uint32_t)i, &doc->blocks[i]);
	*sc = (scanner){.arena = a, .aside = aside, .doc = doc, .out = out, .spans = walk.list};
	sc->sentence =
		(atoms){.arena = a,
	            .lex = lex,
	            .sets = sets,
	            .vocab = out->vocab,
	            .text = doc->text,
	            .memory = ARENA_NEW(a, phrase_memory),
	            .units = ARENA_NEW(a, unit_memory),
	            .numeral = numeral_memory_new(a),
	            .number_prefixes = lexicon_set_used(lex, sets->number_prefix),
	            .decimal_comma = lexicon_set_used(lex, sets->decimal_comma) || (walk.dots > 0 && walk.commas == 0)};
	take_notes(a, doc, &sc->sentence);
	size_t cues = 0;
	for (size_t i = 0; i < walk.list.n; i++)
		cues += walk.list.at[i].cue;
	sc->sentences.cap = walk.list.n + 1;
	sc->sentences.at = ARENA_ARRAY(aside, sentence, sc->sentences.cap);
	sc->figures.cap = cues * (cues < FEW_CUES ? 2 : 4) + 4; /* room that is never used costs only where it is small */
	sc->figures.at = ARENA_ARRAY(a, figure, sc->figures.cap);
	return sc;
}

scan scan_document(arena *a, const lexicon *lex, const document *doc)
{
	scan out;
	scanner *sc = scan_begin(a, a, scan_kit_new(a, lex), doc, &out);
	while (scan_window(sc, a))
		;
	out.window = 0;
	return out;
}
