/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unit by its symbol or its name, with a prefix or without. A word that is in no table is no unit. */
#include "base/utf8.h"
#include "scan/unit.h"

enum { LONGEST_SYMBOL = 12, SHORTEST_PREFIX = 3, LONGEST_PREFIX = 5 };

static void fill(const lex_entry *e, uint32_t end, bool symbol, unit *out)
{
	*out = unit_of_entry(e, end, FIGURE_MEASURE);
	out->symbol = symbol;
	out->powers = (symbol && !entry_flag(e, "quote")) || entry_flag(e, "power"); /* 6'2" */
	if (!out->name.len)
		out->name = lexicon_phrase(e);
	if (!out->base.len)
		out->base = out->name;
	entry_number(e, "size", &out->factor);
	entry_number(e, "offset", &out->offset);
	if (slice_equal(out->dimension, SLICE("time")) || entry_flag(e, "duration"))
		out->kind = FIGURE_DURATION;
}

static void add_prefix(const atoms *s, const lex_entry *prefix, unit *out)
{
	rational value;
	slice name = entry_text(prefix, "name"), begins = name.len ? name : lexicon_phrase(prefix);
	if (!entry_number(prefix, "value", &value))
		return;
	out->factor = rational_multiply(out->factor, value, ROUND_DOWN);
	out->name = arena_printf(s->arena, SLICE_FMT SLICE_FMT, SLICE_ARG(begins), SLICE_ARG(out->name));
}

/* The entry of a one-word phrase in a set, spelled so. */
static const lex_entry *entry_spelled(const atoms *s, slice folded, slice written, lex_set which)
{
	const word *w = lexicon_word(s->lex, folded);
	if (!word_in(w, which))
		return NULL;
	const lex_entry *e = lexicon_entries(lexicon_step(s->lex, lexicon_root(s->lex), w));
	while (e && !(e->set == which && slice_equal(lexicon_phrase(e), written)))
		e = lexicon_next(e);
	return e;
}

typedef struct spelling { /* what may follow a prefix */
	slice tail;           /* of the first atom, as written */
	const lex_entry *prefix;
	bool names, binary;
	bool loose; /* letter case may differ where the unit says so */
} spelling;

static bool takes_prefix(const atoms *s, const lex_entry *e, const spelling *how)
{
	if (how->binary && !entry_flag(e, "binary"))
		return false;
	if (how->names)
		return e->set == s->sets->unit && entry_flag(e, "prefix");
	return e->set == s->sets->unit_prefixed || (e->set == s->sets->unit_symbol && entry_flag(e, "prefix"));
}

/* Few symbols are told with every prefix: "TV", "PA" and "EU" are words, and "3 ply" is no light year. */
static bool prefix_used(const lex_entry *prefix, const lex_entry *e)
{
	rational value, bound;
	if (!entry_number(prefix, "value", &value))
		return false;
	if (entry_number(e, "up-to", &bound) && rational_compare(value, bound) > 0)
		return false;
	return !entry_number(e, "down-to", &bound) || rational_compare(value, bound) >= 0;
}

/* The longest unit whose first word is the rest of atom i and goes on in the atoms after it: "kW h", "kilowatt-hours". */
static const lex_entry *prefixed_walk(const atoms *s, uint32_t i, const word *first, const spelling *how, uint32_t *end)
{
	const lex_entry *best = NULL;
	const lex_step *step = first ? lexicon_step(s->lex, lexicon_root(s->lex), first) : NULL;
	for (uint32_t k = i + 1; step; k++) {
		for (const lex_entry *e = lexicon_entries(step); e; e = lexicon_next(e)) {
			slice written = slice_sub(s->text, (size_t)(how->tail.ptr - s->text.ptr), s->at[k - 1].end);
			bool spelled =
				how->names || spelled_same(written, lexicon_phrase(e)) || (how->loose && entry_flag(e, "any-case"));
			if (takes_prefix(s, e, how) && spelled && (how->names || prefix_used(how->prefix, e))) {
				best = e;
				*end = k;
			}
		}
		if (k >= s->n || !s->at[k].word)
			break;
		step = lexicon_step(s->lex, step, s->at[k].word);
	}
	return best;
}

/* The first code points of s in bytes; s.len if it has no more. */
static size_t letters_len(slice s, int letters)
{
	size_t at = 0, len;
	for (; letters > 0 && at < s.len; letters--) {
		utf8_decode(s, at, &len);
		at += len;
	}
	return at;
}

/* "GHz", "µm", "mW", "dag": a prefix of one or two letters and a symbol that takes one. */
static bool prefixed_symbol(const atoms *s, uint32_t i, const numeral *num, unit *out)
{
	slice text = atom_text(s, i), folded = word_text(s->at[i].word);
	for (int letters = 2; letters > 0; letters--) {
		size_t at = letters_len(text, letters), from = letters_len(folded, letters);
		if (at >= text.len || from >= folded.len)
			continue;
		slice head = slice_sub(text, 0, at);
		const lex_entry *prefix = entry_spelled(s, slice_sub(folded, 0, from), head, s->sets->unit_prefix);
		if (!prefix || (entry_flag(prefix, "decimal") && !(num && num->decimal)))
			continue;
		bool loud = head.ptr[0] < 'a' || head.ptr[0] == 'k';
		spelling how = {
			.tail = slice_sub(text, at, text.len), .prefix = prefix, .binary = entry_flag(prefix, "binary"), .loose = loud};
		uint32_t end;
		const lex_entry *e = prefixed_walk(s, i, lexicon_word(s->lex, slice_sub(folded, from, folded.len)), &how, &end);
		if (!e)
			continue;
		fill(e, end, true, out);
		add_prefix(s, prefix, out);
		return true;
	}
	return false;
}

/* "kilometres", "milliampere hours". */
static bool prefixed_name(const atoms *s, uint32_t i, unit *out)
{
	slice text = atom_text(s, i), folded = word_text(s->at[i].word);
	for (size_t n = SHORTEST_PREFIX; n <= LONGEST_PREFIX && n + 1 < folded.len; n++) {
		const word *head = lexicon_word(s->lex, slice_sub(folded, 0, n));
		if (!word_in(head, s->sets->unit_prefix_name))
			continue;
		const lex_entry *prefix = lexicon_entry(s->lex, head, s->sets->unit_prefix_name);
		spelling how = {.tail = slice_sub(text, n, text.len), .names = true, .binary = entry_flag(prefix, "binary")};
		uint32_t end;
		const lex_entry *e = prefixed_walk(s, i, lexicon_word(s->lex, slice_sub(folded, n, folded.len)), &how, &end);
		if (!e)
			continue;
		fill(e, end, false, out);
		add_prefix(s, prefix, out);
		return true;
	}
	return false;
}

/* A foot's mark closes a size: 6' 2", 3' x 5', 10' wide. Before other words it is a prime: 3' end. */
static bool foot_fits(const atoms *s, uint32_t end)
{
	if (end >= s->n || atom_is(s, end, ATOM_NUMBER) || atom_in(s, end, s->sets->unit_size) ||
	    atom_in(s, end, s->sets->unit_by))
		return true;
	return s->at[end].kind == ATOM_PUNCT && !atom_in(s, end, s->sets->dash);
}

/* Whether a symbol may be read where it stands: after a number, spaced or glued to it. */
static bool symbol_fits(const atoms *s, const lex_entry *e, uint32_t i, uint32_t end, const numeral *num, bool spaced)
{
	if (num && entry_flag(e, "spaced") && !spaced)
		return false;
	if (entry_flag(e, "glued") && (spaced || !num) && !(num && atom_in(s, end, s->sets->unit_size)))
		return false;
	if (entry_flag(e, "race") && !(num && !spaced && atom_in(s, end, s->sets->no_magnitude)))
		return false;
	if (entry_flag(e, "below-one") && !(num && spaced && rational_compare(num->value, rational_int(1)) < 0))
		return false;
	if (entry_flag(e, "quote")) {
		bool word_after = atom_is(s, end, ATOM_WORD) && atom_glued(s, end);
		if (spaced || i == 0 || word_after || (s->at[i - 1].flags & TOKEN_QUOTED))
			return false;
		return !entry_flag(e, "foot") || foot_fits(s, end);
	}
	return true;
}

/* "a 5K run": the letter means kilometres there, whatever it stands for else. */
static const lex_entry *race_symbol(const atoms *s, uint32_t i)
{
	const lex_entry *e = atom_in(s, i + 1, s->sets->no_magnitude)
	                         ? lexicon_entries(lexicon_step(s->lex, lexicon_root(s->lex), s->at[i].word))
	                         : NULL;
	while (e && !(e->set == s->sets->unit_symbol && entry_flag(e, "race")))
		e = lexicon_next(e);
	return e;
}

static bool symbol_read(const atoms *s, uint32_t i, const numeral *num, bool spaced, unit *out)
{
	uint32_t end;
	const lex_entry *direct = phrase_spelled(s, i, s->sets->unit_symbol, &end), *race = direct ? race_symbol(s, i) : NULL;
	if (race) {
		direct = race;
		end = i + 1;
	}
	if (direct && !symbol_fits(s, direct, i, end, num, spaced))
		direct = NULL;
	if (direct)
		fill(direct, end, true, out);
	slice text = atom_text(s, i);
	bool letters = atom_is(s, i, ATOM_WORD) && text.len > 1 && text.len <= LONGEST_SYMBOL && s->at[i].word &&
	               !(atom_in(s, i, s->sets->function_word) && text.ptr[text.len - 1] >= 'a');
	unit prefixed;
	if (!letters || !prefixed_symbol(s, i, num, &prefixed))
		return direct != NULL;
	if (!direct || prefixed.end > out->end)
		*out = prefixed;
	return true;
}

/* "five SEC commissioners": a short name in capitals is an abbreviation of something else, but where all is in capitals. */
static bool is_abbreviation(const atoms *s, const lex_entry *e, uint32_t i)
{
	enum { SHORT = 3 };
	return (s->at[i].flags & TOKEN_ALL_CAPS) && !s->capitals && atom_text(s, i).len <= SHORT && !entry_flag(e, "capitals");
}

static bool name_read(const atoms *s, uint32_t i, unit *out)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->unit, &end);
	bool person = e && entry_flag(e, "person") && atom_is_capital(s, i) && !(s->at[i].flags & TOKEN_ALL_CAPS);
	if (e && is_abbreviation(s, e, i))
		return false;
	if (e && !person) {
		fill(e, end, false, out);
		return true;
	}
	return !e && atom_is(s, i, ATOM_WORD) && s->at[i].word && prefixed_name(s, i, out);
}

bool unit_is_symbol(const atoms *s, slice letters)
{
	const word *w = vocabulary_word(s->vocab, letters);
	if (word_in(w, s->sets->unit_symbol))
		return true;
	size_t len;
	utf8_decode(letters, 0, &len);
	if (letters.len <= len || letters.len > LONGEST_SYMBOL)
		return false;
	slice head = slice_sub(letters, 0, len), tail = slice_sub(letters, len, letters.len);
	const lex_entry *prefix = entry_spelled(s, word_text(vocabulary_word(s->vocab, head)), head, s->sets->unit_prefix);
	const word *of = vocabulary_word(s->vocab, tail);
	const lex_set with[] = {s->sets->unit_symbol, s->sets->unit_prefixed};
	for (size_t k = 0; prefix && k < sizeof with / sizeof *with; k++) {
		if (word_in(of, with[k]) && prefix_used(prefix, lexicon_entry(s->lex, of, with[k])))
			return true;
	}
	return false;
}

static bool plain_part(const atoms *s, uint32_t i, const numeral *num, bool spaced, unit *out)
{
	unit symbol;
	bool named = name_read(s, i, out), told = symbol_read(s, i, num, spaced, &symbol);
	if (told && (!named || symbol.end > out->end))
		*out = symbol;
	return named || told;
}

bool unit_part_of(const atoms *s, uint32_t i, lex_set which, unit *out)
{
	uint32_t end;
	const lex_entry *e = i < s->n && atom_glued(s, i) ? phrase_at(s, i, which, &end) : NULL;
	if (e)
		fill(e, end, true, out);
	return e != NULL;
}

bool unit_part_read(const atoms *s, uint32_t i, const numeral *num, bool spaced, unit *out)
{
	uint32_t at;
	rational power;
	if (i >= s->n)
		return false;
	const lex_entry *e = phrase_at(s, i, s->sets->unit_power_before, &at); /* square, cubic */
	if (e && entry_number(e, "value", &power)) {
		if (atom_in(s, at, s->sets->dash) && atom_glued(s, at) && atom_glued(s, at + 1))
			at++;
		if (plain_part(s, at, NULL, false, out) && slice_equal(out->dimension, SLICE("length"))) {
			unit_raise(s, out, (int)power.num);
			return true;
		}
	}
	return plain_part(s, i, num, spaced, out);
}
