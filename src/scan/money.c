/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Currencies by symbol, code or name, and their hundredths. */
#include "base/ascii.h"
#include "scan/unit.h"

static void fill(const lex_entry *e, uint32_t end, unit *out)
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

static bool is_small(slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (ascii_is_capital(text.ptr[i]))
			return false;
	}
	return true;
}

bool currency_read(const atoms *s, uint32_t i, unit *out)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->currency, &end);
	bool small = entry_flag(e, "small") && is_small(atom_text(s, i)); /* uah, but not uAh */
	if (!e || (entry_flag(e, "code") && !small && !(s->at[i].flags & TOKEN_ALL_CAPS)))
		return false;
	slice written = slice_sub(s->text, s->at[i].start, s->at[end - 1].end);
	bool apart = entry_flag(e, "apart") && atom_is(s, end, ATOM_NUMBER) && atom_glued(s, end); /* "C $9" */
	if (entry_flag(e, "exact") &&
	    (!spelled_same(written, lexicon_phrase(e)) || (end > i + 1 && !atom_glued(s, end - 1) && !apart)))
		return false; /* "A $9m fee" is no sum of A$ */
	fill(e, end, out);
	return true;
}

/* A country after a number is money where a currency follows, "49 U.S. cents", or nothing does; not in "five U.S. banks". */
static bool country_money(const atoms *s, unit *out)
{
	unit money;
	uint32_t end, at = out->end;
	const lex_entry *sub = phrase_at(s, at, s->sets->currency_sub, &end);
	if (sub) {
		fill(sub, end, out);
	} else if (currency_read(s, at, &money)) {
		out->end = money.end;
	} else {
		return !atom_is_content(s, at) && !atom_in(s, at, s->sets->dash);
	}
	return true;
}

bool money_read(const atoms *s, uint32_t i, bool spaced, const numeral *num, unit *out)
{
	uint32_t end;
	const lex_entry *sub = phrase_at(s, i, s->sets->currency_sub, &end);
	bool small = sub && spelled_same(slice_sub(s->text, s->at[i].start, s->at[end - 1].end), lexicon_phrase(sub));
	bool bar = sub && atom_is_char(s, end, '/') && atom_is(s, end + 1, ATOM_NUMBER); /* 1p/19q */
	if (sub && !(entry_flag(sub, "glued") && (spaced || !small || bar))) {
		fill(sub, end, out);
		return true;
	}
	if (!currency_read(s, i, out))
		return false;
	if (entry_flag(out->entry, "country") && !country_money(s, out))
		return false;
	if (entry_flag(out->entry, "mass") && !(num && num->magnitude))
		return false;
	if (entry_flag(out->entry, "before"))
		return false;
	bool next_is_number =
		atom_is(s, out->end, ATOM_NUMBER) && s->at[i].kind == ATOM_PUNCT && !(atom_glued(s, i) && !atom_glued(s, out->end));
	return !next_is_number || phrase_at(s, out->end + 1, s->sets->currency_sub, &end); /* "10 $ 30 cent" */
}
