/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units as written after a numeral. A word that is in no table is no unit: it is what is counted. */
#include "base/utf8.h"
#include "scan/quantity.h"

typedef struct factor { /* one unit of a product */
	uint32_t end;
	const lex_entry *entry;
	slice name, dimension, base;
	rational size, offset;
	bool prefixed, symbol;
} factor;

enum { MOST_FACTORS = 4 };

static bool same_case(slice written, slice phrase)
{
	return slice_equal(written, phrase);
}

/* Symbols differ by case: m and M, s and S. Phrases of several parts do not. */
static const lex_entry *symbol_at(const atoms *s, uint32_t i, uint32_t *end)
{
	const lex_set sets[] = {s->sets->unit_symbol, s->sets->unit_capital};
	const lex_entry *best = NULL;
	*end = i;
	for (size_t k = 0; k < 2; k++) {
		uint32_t stop;
		const lex_entry *e = phrase_at(s, i, sets[k], &stop);
		if (!e || stop <= *end || entry_flag(e, "only-prefix"))
			continue;
		slice written = slice_sub(s->text, s->at[i].start, s->at[stop - 1].end);
		if (stop == i + 1 && !entry_flag(e, "any-case") && !same_case(written, e->phrase))
			continue;
		best = e;
		*end = stop;
	}
	return best;
}

static void fill_factor(const lex_entry *e, uint32_t end, factor *out)
{
	*out = (factor){.end = end,
	                .entry = e,
	                .name = entry_text(e, "name"),
	                .dimension = entry_text(e, "dimension"),
	                .base = entry_text(e, "base"),
	                .size = rational_int(1),
	                .offset = rational_int(0)};
	if (!out->name.len)
		out->name = e->phrase;
	if (!out->base.len)
		out->base = out->name;
	entry_number(e, "size", &out->size);
	entry_number(e, "offset", &out->offset);
}

/* "GHz", "µm", "mW": a prefix and a symbol that takes one. */
static bool prefixed_at(const atoms *s, uint32_t i, factor *out)
{
	slice text = atom_text(s, i);
	size_t len;
	if (!atom_is(s, i, ATOM_WORD) || text.len < 2 || text.len > 8)
		return false;
	utf8_decode(text, 0, &len);
	if (text.len <= len)
		return false;
	slice head = slice_sub(text, 0, len), tail = slice_sub(text, len, text.len);
	const word *prefix = vocabulary_word(s->vocab, head), *symbol = vocabulary_word(s->vocab, tail);
	const lex_set prefixes[] = {s->sets->unit_prefix, s->sets->unit_prefix_capital};
	const lex_set symbols[] = {s->sets->unit_symbol, s->sets->unit_capital};
	const lex_entry *p = NULL, *u = NULL;
	for (size_t k = 0; k < 2; k++) {
		const lex_entry *e = lexicon_entry(s->lex, prefix, prefixes[k]);
		p = e && same_case(head, e->phrase) ? e : p;
		e = lexicon_entry(s->lex, symbol, symbols[k]);
		u = e && same_case(tail, e->phrase) && entry_flag(e, "prefix") ? e : u;
	}
	rational size;
	if (!p || !u || !entry_number(p, "value", &size))
		return false;
	fill_factor(u, i + 1, out);
	out->size = rational_multiply(out->size, size, ROUND_DOWN);
	out->name = arena_printf(s->arena, SLICE_FMT SLICE_FMT,
	                         SLICE_ARG(entry_text(p, "name").len ? entry_text(p, "name") : p->phrase), SLICE_ARG(out->name));
	out->prefixed = out->symbol = true;
	return true;
}

static bool is_mark(const lex_entry *e)
{
	return entry_flag(e, "quote");
}

/* One unit at atom i. `spaced`: white space stands between it and the number. */
static bool factor_at(const atoms *s, uint32_t i, bool spaced, bool after_number, factor *out)
{
	uint32_t end, symbol_end;
	const lex_entry *e = phrase_at(s, i, s->sets->unit, &end), *symbol = symbol_at(s, i, &symbol_end);
	if (symbol && (!e || symbol_end > end)) {
		if (entry_flag(symbol, "spaced") && !spaced && after_number)
			symbol = NULL;
		bool sized = after_number && atom_in(s, symbol_end, s->sets->unit_size);
		if (symbol && entry_flag(symbol, "glued") && (spaced || !after_number) && !sized)
			symbol = NULL;
		bool word_after = atom_is(s, symbol_end, ATOM_WORD) && atom_glued(s, symbol_end);
		if (symbol && is_mark(symbol) && (spaced || i == 0 || word_after || (s->at[i - 1].flags & TOKEN_QUOTED)))
			symbol = NULL;
	}
	if (symbol && (!e || symbol_end > end)) {
		fill_factor(symbol, symbol_end, out);
		out->symbol = true;
		return true;
	}
	if (e) {
		fill_factor(e, end, out);
		return true;
	}
	return prefixed_at(s, i, out);
}

/* A small whole power after a unit: ², ^2, 2 glued to it, ⁻¹, -1. */
static int power_at(const atoms *s, uint32_t i, bool symbol, uint32_t *end)
{
	size_t len;
	int sign = 1;
	*end = i;
	if (i >= s->n)
		return 1;
	uint32_t c = utf8_decode(s->text, s->at[i].start, &len);
	if (c == 0x207B && atom_glued(s, i)) {
		sign = -1;
		i++;
	} else if (symbol && (c == '-' || c == 0x2212) && atom_glued(s, i + 1) && (atom_glued(s, i) || c == 0x2212)) {
		sign = -1;
		i++;
	} else if (c == '^' && atom_glued(s, i)) {
		i++;
	}
	if (i >= s->n || (sign > 0 && !atom_glued(s, i)))
		return 1;
	c = utf8_decode(s->text, s->at[i].start, &len);
	int digit = c == 0xB9 ? 1 : c == 0xB2 ? 2 : c == 0xB3 ? 3 : c == 0x2074 ? 4 : 0;
	if (!digit && symbol && atom_is(s, i, ATOM_NUMBER) && atom_text(s, i).len == 1 && c >= '1' && c <= '4')
		digit = (int)(c - '0');
	if (!digit)
		return 1;
	*end = i + 1;
	return sign * digit;
}

static rational raise(rational size, int power)
{
	rational out = rational_int(1);
	for (int k = 0; k < (power < 0 ? -power : power); k++)
		out = rational_multiply(out, size, ROUND_DOWN);
	return power < 0 ? rational_divide(rational_int(1), out, ROUND_DOWN) : out;
}

static slice powered(const atoms *s, slice name, int power)
{
	static const char *const marks[] = {"", "", "²", "³", "⁴"};
	int most = power < 0 ? -power : power;
	return most < 2 || most > 4 || !name.len ? name : arena_printf(s->arena, SLICE_FMT "%s", SLICE_ARG(name), marks[most]);
}

/* One more unit of the product: km·h, km/h, km per h. */
static void join_factor(const atoms *s, unit *to, const factor *f, int power)
{
	const char *mark = power < 0 ? "/" : "·";
	slice name = powered(s, f->name, power), dimension = powered(s, f->dimension, power), base = powered(s, f->base, power);
	to->name = arena_printf(s->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(to->name), mark, SLICE_ARG(name));
	to->dimension = arena_printf(s->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(to->dimension), mark, SLICE_ARG(dimension));
	to->base = arena_printf(s->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(to->base), mark, SLICE_ARG(base));
	to->factor = rational_multiply(to->factor, raise(f->size, power), ROUND_DOWN);
	to->offset = rational_int(0);
	to->kind = FIGURE_MEASURE;
}

/* A divisor after "/", "per", or "a" before a measure of time: miles an hour. */
static bool divisor_at(const atoms *s, uint32_t i, const factor *first, factor *out)
{
	uint32_t end;
	const lex_entry *per = phrase_at(s, i, s->sets->unit_per, &end);
	if (!per)
		return false;
	bool symbols = entry_flag(per, "symbol"), loose = entry_flag(per, "article");
	if (symbols && !atom_glued(s, i) && !(s->at[i].flags & TOKEN_SPACE))
		return false;
	if (!factor_at(s, end, false, false, out))
		return false;
	if (loose)
		return !first->symbol && !out->symbol && slice_equal(first->dimension, SLICE("length")) &&
		       slice_equal(out->dimension, SLICE("time"));
	return true;
}

/* A further factor: kg·m, pound-feet, or a symbol with a power of its own: kg m⁻². */
static bool product_at(const atoms *s, uint32_t i, const factor *first, factor *out, int *power, uint32_t *end)
{
	uint32_t k = i;
	bool marked = atom_in(s, k, s->sets->unit_times) && atom_glued(s, k) == atom_glued(s, k + 1);
	bool dash = atom_in(s, k, s->sets->dash) && atom_glued(s, k) && atom_glued(s, k + 1);
	if (marked || dash)
		k++;
	if (k >= s->n || !factor_at(s, k, false, false, out))
		return false;
	*power = power_at(s, out->end, out->symbol, end);
	if (dash)
		return slice_equal(first->dimension, SLICE("mass")) != slice_equal(out->dimension, SLICE("mass")) &&
		       slice_equal(first->dimension, SLICE("length")) != slice_equal(out->dimension, SLICE("length"));
	return out->symbol && first->symbol && (marked || *power < 0);
}

static void read_product(const atoms *s, const factor *first, unit *out)
{
	for (int k = 1; k < MOST_FACTORS; k++) {
		factor next;
		uint32_t end;
		int power = 1;
		if (divisor_at(s, out->end, first, &next)) {
			power = -power_at(s, next.end, next.symbol, &end);
			if (power > 0)
				power = -power;
		} else if (!product_at(s, out->end, first, &next, &power, &end)) {
			return;
		}
		join_factor(s, out, &next, power);
		out->end = end;
	}
}

static bool percent_read(const atoms *s, uint32_t i, bool spaced, unit *out)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->percent, &end);
	if (!e || (entry_flag(e, "glued") && spaced))
		return false;
	bool points = entry_flag(e, "points");
	*out = (unit){.end = end,
	              .kind = points ? FIGURE_MEASURE : FIGURE_PERCENT,
	              .entry = e,
	              .name = entry_text(e, "name"),
	              .dimension = entry_text(e, "dimension"),
	              .base = entry_text(e, "base"),
	              .factor = rational_int(1),
	              .offset = rational_int(0)};
	entry_number(e, "size", &out->factor);
	return true;
}

static void fill_money(const lex_entry *e, uint32_t end, unit *out)
{
	*out = (unit){.end = end,
	              .kind = FIGURE_MONEY,
	              .entry = e,
	              .name = entry_text(e, "name"),
	              .dimension = SLICE("money"),
	              .base = entry_text(e, "base"),
	              .factor = rational_int(1),
	              .offset = rational_int(0)};
	if (!out->base.len)
		out->base = out->name;
	entry_number(e, "size", &out->factor);
}

bool currency_read(const atoms *s, uint32_t i, unit *out)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->currency, &end);
	if (!e || (entry_flag(e, "code") && !(s->at[i].flags & TOKEN_ALL_CAPS)))
		return false;
	fill_money(e, end, out);
	return true;
}

static bool money_read(const atoms *s, uint32_t i, bool spaced, const numeral *num, unit *out)
{
	uint32_t end;
	const lex_entry *sub = phrase_at(s, i, s->sets->currency_sub, &end);
	if (sub && !(entry_flag(sub, "glued") && spaced)) {
		fill_money(sub, end, out);
		return true;
	}
	if (!currency_read(s, i, out))
		return false;
	if (entry_flag(out->entry, "mass") && !(num && num->magnitude))
		return false;
	if (entry_flag(out->entry, "before"))
		return false;
	bool next_is_number =
		atom_is(s, out->end, ATOM_NUMBER) && s->at[i].kind == ATOM_PUNCT && !(atom_glued(s, i) && !atom_glued(s, out->end));
	return !next_is_number;
}

/* "20 (kg)". */
static bool bracketed_read(const atoms *s, uint32_t i, unit *out)
{
	factor f;
	bool open = atom_is_char(s, i, '(') || atom_is_char(s, i, '[') || atom_is_char(s, i, '{') || atom_is_char(s, i, '<');
	if (!open || !factor_at(s, i + 1, true, true, &f) || !f.symbol)
		return false;
	char close = s->text.ptr[s->at[i].start] == '(' ? ')' : (char)(s->text.ptr[s->at[i].start] + 2);
	if (!atom_is_char(s, f.end, close))
		return false;
	*out = (unit){.end = f.end + 1,
	              .kind = FIGURE_MEASURE,
	              .entry = f.entry,
	              .name = f.name,
	              .dimension = f.dimension,
	              .base = f.base,
	              .factor = f.size,
	              .offset = f.offset};
	return true;
}

bool unit_read(const atoms *s, uint32_t i, const numeral *num, unit *out)
{
	if (i >= s->n)
		return false;
	bool spaced = !atom_glued(s, i);
	uint32_t at = i;
	if (atom_in(s, i, s->sets->dash) && atom_glued(s, i) == atom_glued(s, i + 1) && !atom_is(s, i + 1, ATOM_NUMBER)) {
		at = i + 1;
		spaced = true;
	}
	if (percent_read(s, at, spaced, out) || money_read(s, at, spaced, num, out))
		return true;
	factor f;
	if (!factor_at(s, at, spaced, true, &f))
		return at == i && bracketed_read(s, i, out);
	bool letter = f.symbol && f.end == at + 1 && atom_text(s, at).len == 1;
	if (letter && (at > i || (num && num->words) || atom_is_char(s, f.end, '.')) && !(spaced && f.end + 1 >= s->n))
		return false;
	uint32_t end;
	int power = power_at(s, f.end, f.symbol, &end);
	bool time = slice_equal(f.dimension, SLICE("time")) || entry_flag(f.entry, "duration");
	*out = (unit){.end = power == 1 ? f.end : end,
	              .kind = time ? FIGURE_DURATION : FIGURE_MEASURE,
	              .entry = f.entry,
	              .name = f.name,
	              .dimension = f.dimension,
	              .base = f.base,
	              .factor = f.size,
	              .offset = f.offset};
	if (power != 1) {
		out->name = powered(s, f.name, power);
		out->dimension = powered(s, f.dimension, power);
		out->base = powered(s, f.base, power);
		out->factor = raise(f.size, power);
		out->kind = FIGURE_MEASURE;
	}
	read_product(s, &f, out);
	return true;
}
