/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/telling_cell.h"

#include "base/ascii.h"

enum { ROW_CELLS = 32 };

slice telling_row_name(const document *d, uint32_t index)
{
	const block *b = &d->blocks[index];
	for (uint32_t i = index; i-- > 0 && index - i <= ROW_CELLS;) {
		const block *cell = &d->blocks[i];
		if (cell->group != b->group || cell->kind != BLOCK_CELL)
			continue;
		if (cell->row != b->row)
			break;
		if (cell->col == 0)
			return document_text(d, cell->start, cell->end);
	}
	return (slice){"", 0};
}

slice telling_column_name(const document *d, const block *cell)
{
	const block_group *g = &d->groups[cell->group - 1];
	slice name = {"", 0};
	for (uint32_t i = g->first; i < g->end && i - g->first <= ROW_CELLS && d->blocks[i].row < g->header_rows; i++)
		if (d->blocks[i].group == cell->group && d->blocks[i].kind == BLOCK_CELL && d->blocks[i].col == cell->col)
			name = document_text(d, d->blocks[i].start, d->blocks[i].end);
	return name;
}

static bool begins_with(const scan *sc, slice text, lex_set which)
{
	slice first;
	return lexicon_split(text, &first, 1) > 0 && word_in(vocabulary_word(sc->vocab, first), which);
}

/* The words of a plural: "Rope ferries". */
static bool take_plural(const scan *sc, slice name, telling *t)
{
	slice parts[TELLING_WORDS];
	const word *nouns[TELLING_WORDS];
	size_t n = lexicon_split(name, parts, TELLING_WORDS);
	if (n == 0 || n > TELLING_WORDS)
		return false;
	for (size_t i = 0; i < n; i++) {
		const word *w = vocabulary_word(sc->vocab, parts[i]);
		nouns[i] = vocabulary_noun(sc->vocab, w);
		if (!ascii_is_letter(*parts[i].ptr) || (i + 1 == n && !w->plural && nouns[i] == w))
			return false;
	}
	for (size_t i = 0; i < n; i++)
		t->words[t->word_count++] = nouns[i];
	return true;
}

/* "Rope ferries (12)", and nothing more. */
static bool of_heading(const scan *sc, const block *b, const figure *f, telling *t)
{
	slice before = slice_trim(document_text(sc->doc, b->start, f->start)),
		  after = slice_trim(document_text(sc->doc, f->end, b->end));
	bool bracket = before.len > 1 && before.ptr[before.len - 1] == '(' && slice_equal(after, SLICE(")"));
	return bracket && take_plural(sc, slice_trim(slice_sub(before, 0, before.len - 1)), t);
}

bool telling_of_cell(const telling_list *k, const scan *sc, const claim *c, telling *t)
{
	const document *d = sc->doc;
	const block *b = &d->blocks[c->block];
	const figure *f = c->figure;
	bool fills = b->kind == BLOCK_CELL && f->start <= b->start + 1 && f->end + 1 >= b->end;
	bool counts = f->kind == FIGURE_COUNT && f->has_value && !f->has_high && f->whole;
	if (b->kind == BLOCK_HEADING && counts)
		return of_heading(sc, b, f, t);
	if (!fills || !counts || !b->group || b->col == 0 || b->row < d->groups[b->group - 1].header_rows)
		return false;
	slice row = telling_row_name(d, c->block), column = telling_column_name(d, b);
	if (begins_with(sc, row, k->sets.row))
		return take_plural(sc, column, t);
	return begins_with(sc, column, k->sets.column) && take_plural(sc, row, t);
}
