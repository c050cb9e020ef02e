/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands after a number as its unit: percent, money, a measure. A word that is in no table is what is counted. */
#include "scan/unit.h"

#include "base/utf8.h"

static bool percent_read(const atoms *s, uint32_t i, bool spaced, unit *out)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->percent, &end);
	if (!e || (entry_flag(e, "glued") && spaced))
		return false;
	bool points = entry_flag(e, "points");
	*out = unit_of_entry(e, end, points ? FIGURE_MEASURE : FIGURE_PERCENT);
	entry_number(e, "size", &out->factor);
	return true;
}

/* "20 (kg)". One letter in brackets is rather a variable. */
static bool bracketed_read(const atoms *s, uint32_t i, unit *out)
{
	bool open = atom_is_char(s, i, '(') || atom_is_char(s, i, '[') || atom_is_char(s, i, '{') || atom_is_char(s, i, '<');
	if (!open || !unit_part_read(s, i + 1, NULL, false, out) || !out->symbol || atom_text(s, i + 1).len < 2)
		return false;
	char close = s->text.ptr[s->at[i].start] == '(' ? ')' : (char)(s->text.ptr[s->at[i].start] + 2);
	if (!atom_is_char(s, out->end, close))
		return false;
	out->end++;
	return true;
}

/* "Figure 2A", "HD 188753 A", "IL-12A": the letter belongs to a label. */
static bool labelled(const atoms *s, const numeral *num)
{
	uint32_t at = num ? num->first : 0, start;
	if (at == 0 || !num->bare_digits)
		return false;
	if (phrase_before(s, at, 0, s->sets->numbered, &start) || phrase_before(s, at, 0, s->sets->number_sign, &start))
		return true;
	uint32_t before = at - 1;
	if (before > 0 && atom_in(s, before, s->sets->dash) && atom_glued(s, at) && atom_glued(s, before))
		before--;
	return (s->at[before].flags & TOKEN_ALL_CAPS) && !s->title;
}

/* "a 5-m wall", "a 24-h count": the noun goes on behind. */
static bool letter_dashed(const atoms *s, uint32_t i, const numeral *num)
{
	bool noun = atom_is_content(s, i + 1) && !atom_glued(s, i + 1) && !atom_is_capital(s, i + 1);
	bool adjective =
		atom_in(s, i + 1, s->sets->dash) && atom_glued(s, i + 1) && atom_glued(s, i + 2) && atom_is_content(s, i + 2);
	return atom_in(s, i, s->sets->letter_dashed) && atom_glued(s, i - 1) && atom_glued(s, i) && num && !num->words &&
	       !num->ordinal && !num->magnitude && (noun || adjective) && !labelled(s, num);
}

/* A symbol of one letter is none after words, at an abbreviation's stop, or where it is part of a label. */
static bool letter_fits(const atoms *s, const unit *u, uint32_t i, bool dashed, bool spaced, const numeral *num)
{
	if (!u->symbol || u->end != i + 1 || utf8_count(atom_text(s, i)) != 1 || s->at[i].kind != ATOM_WORD)
		return true;
	bool last = u->end + 1 >= s->n;
	if (dashed && letter_dashed(s, i, num))
		return true;
	if (dashed || (num && num->words) || (atom_is_char(s, u->end, '.') && atom_glued(s, u->end) && !last))
		return false;
	if (atom_is_char(s, u->end, '.') && !spaced && num && num->bare_digits && !last)
		return false;
	return !(atom_is_capital(s, i) || !spaced) || !labelled(s, num);
}

bool unit_read(const atoms *s, uint32_t i, const numeral *num, unit *out)
{
	if (i >= s->n)
		return false;
	bool spaced = !atom_glued(s, i);
	uint32_t at = i, end;
	if (atom_in(s, i, s->sets->dash) && atom_glued(s, i) == atom_glued(s, i + 1) && !atom_is(s, i + 1, ATOM_NUMBER)) {
		at = i + 1;
		spaced = true;
	}
	if (percent_read(s, at, spaced, out) || money_read(s, at, spaced, num, out))
		return true;
	if (!unit_part_read(s, at, num, spaced, out))
		return at == i && bracketed_read(s, i, out);
	if (!letter_fits(s, out, at, at > i, spaced, num))
		return false;
	int power = unit_power_read(s, out->end, out, true, &end);
	if (power != 1) {
		unit_raise(s, out, power);
		out->end = end;
	}
	unit_product_read(s, out);
	bool charged = atom_is_char(s, out->end, '+') && atom_glued(s, out->end) && out->symbol; /* H+ */
	return !charged;
}

unit unit_of_entry(const lex_entry *e, uint32_t end, figure_kind kind)
{
	return (unit){.end = end,
	              .kind = kind,
	              .entry = e,
	              .name = entry_text(e, "name"),
	              .dimension = entry_text(e, "dimension"),
	              .base = entry_text(e, "base"),
	              .factor = rational_int(1),
	              .offset = rational_int(0)};
}

void unit_give(const atoms *s, const unit *u, figure *to)
{
	unit_set(s,
	         &(told_unit){.entry = u->entry,
	                      .name = u->name,
	                      .per = figure_unit(to)->per,
	                      .dimension = u->dimension,
	                      .to_base = u->factor,
	                      .to_base_offset = u->offset,
	                      .base_unit = u->base},
	         to);
}

static bool same_unit(const told_unit *a, const told_unit *b)
{
	return a->entry == b->entry && slice_equal(a->name, b->name) && slice_equal(a->per, b->per) &&
	       slice_equal(a->dimension, b->dimension) && slice_equal(a->base_unit, b->base_unit) &&
	       rational_compare(a->to_base, b->to_base) == 0 && rational_compare(a->to_base_offset, b->to_base_offset) == 0;
}

void unit_set(const atoms *s, const told_unit *u, figure *to)
{
	uint64_t entry = (uint64_t)(uintptr_t)u->entry; /* one of several of the unit's names */
	const told_unit **last = &s->units->last[(slice_hash(u->name) ^ entry >> 3 ^ entry >> 9) % TOLD_UNITS];
	if (!*last || !same_unit(*last, u)) {
		told_unit *kept = ARENA_NEW(s->arena, told_unit);
		*kept = *u;
		*last = kept;
	}
	to->unit = *last;
}
