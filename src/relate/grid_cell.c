/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one cell of a table says. */
#include "relate/grid.h"

#include "base/ascii.h"
#include "base/bisect.h"
#include "base/utf8.h"

#include <string.h>

enum {
	LONGEST = 64,      /* bytes of a cell that is a number */
	MARK_LONGEST = 16, /* of what may stand behind the number */
	NIL_LONGEST = 6,
	MISSING_LONGEST = 20,
	MOST_DIGITS = 18,
	MOST_WORDS = 24, /* of a label that are looked at */
	FINEST = -12     /* decimal places that are kept */
};

typedef struct cell_text { /* without footnote marks and what is struck out */
	char at[LONGEST];
	uint32_t from[LONGEST]; /* where in the document each byte stands */
	size_t n;
} cell_text;

int32_t grid_claim(const reading_of *doc, uint32_t at)
{
	size_t n;
	BISECT(n, doc->claims.n, doc->claims.at[n].figure->start <= at);
	return n && doc->claims.at[n - 1].figure->end > at ? (int32_t)(n - 1) : -1;
}

/* A number is no form of a word, so it is not kept; a column may have as many as it has rows. */
static const word *label_word(const grid_words *w, slice part)
{
	size_t digits = 0;
	while (digits < part.len && ascii_is_digit(part.ptr[digits]))
		digits++;
	return digits == part.len ? lexicon_word(w->lex, part) : vocabulary_word(w->vocab, part);
}

/* The longest phrase of any of the lexicon's sets that begins with word i; whether it is of this one. */
static bool phrase_at(const grid_words *w, const slice *parts, size_t n, size_t i, lex_set which, size_t *end)
{
	const lex_step *step = lexicon_root(w->lex);
	bool found = false;
	const word *next;
	for (*end = i; i < n && (next = label_word(w, parts[i])) && (step = lexicon_step(w->lex, step, next)); i++) {
		for (const lex_entry *e = lexicon_entries(step); e; e = lexicon_next(e)) {
			bool ours = e->set == which;
			if (!ours && e->set != w->part && e->set != w->total && e->set != w->alike)
				continue;
			found = ours || (found && *end == i + 1);
			*end = i + 1;
		}
	}
	return found;
}

static size_t split(slice text, slice *parts, size_t most)
{
	size_t n = lexicon_split(text, parts, most);
	return n < most ? n : most;
}

bool grid_says(const grid_words *w, slice text, lex_set which)
{
	slice parts[MOST_WORDS * 4];
	size_t n = which ? split(text, parts, sizeof parts / sizeof *parts) : 0, end;
	for (size_t i = 0; i < n; i++)
		if (phrase_at(w, parts, n, i, which, &end))
			return true;
	return false;
}

static bool is_letter(char c)
{
	return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* "(c)", "(iii)": dots, dashes and brackets around it are passed over anyway. */
static bool numbers_item(const slice *parts, size_t n, size_t i)
{
	return i > 0 && i + 1 < n && parts[i].len <= 4 && *parts[i - 1].ptr == '(' && *parts[i + 1].ptr == ')';
}

bool grid_begins(const grid_words *w, slice text, lex_set which)
{
	slice parts[MOST_WORDS];
	size_t n = which ? split(text, parts, MOST_WORDS) : 0, end, i = 0;
	while (i < n && (!is_letter(*parts[i].ptr) || numbers_item(parts, n, i)))
		i++;
	if (phrase_at(w, parts, n, i, which, &end))
		return true;
	for (; i + 1 < n; i++)
		if (parts[i].len == 1 && *parts[i].ptr == ',' && phrase_at(w, parts, n, i + 1, which, &end) && end == n)
			return true;
	return false;
}

/* Bytes of a superscript digit at p. */
static size_t superscript(const char *p, size_t room)
{
	const unsigned char *c = (const unsigned char *)p;
	if (room >= 2 && c[0] == 0xC2 && (c[1] == 0xB9 || c[1] == 0xB2 || c[1] == 0xB3))
		return 2;
	return room >= 3 && c[0] == 0xE2 && c[1] == 0x81 && ((c[2] >= 0xB0 && c[2] <= 0xBE)) ? 3 : 0;
}

/* Whether offset `at` stands in a span of this kind; *next is the first span that may. */
static bool is_set_apart(const document *d, uint32_t at, size_t *next)
{
	while (*next < d->inline_count && d->inlines[*next].end <= at)
		++*next;
	for (size_t i = *next; i < d->inline_count && d->inlines[i].start <= at; i++)
		if (d->inlines[i].end > at && (d->inlines[i].kind == INLINE_NOTE || d->inlines[i].kind == INLINE_STRUCK))
			return true;
	return false;
}

/* False if the cell is too long for a number. Spaces of any kind become one blank, any minus a hyphen. */
static bool take_text(const document *d, const block *b, cell_text *out)
{
	size_t next = document_inlines_from(d, b->start), len;
	out->n = 0;
	for (uint32_t at = b->start; at < b->end; at += (uint32_t)len) {
		const char *p = d->text.ptr + at;
		len = superscript(p, b->end - at);
		if (len && out->n)
			continue;
		uint32_t c = utf8_decode(slice_sub(d->text, 0, b->end), at, &len);
		if (is_set_apart(d, at, &next))
			continue;
		bool space = utf8_is_space(c), minus = utf8_is_dash(c);
		if (out->n + 4 >= LONGEST)
			return false;
		if (space && (!out->n || out->at[out->n - 1] == ' '))
			continue;
		for (size_t k = 0; k < (space || minus ? 1 : len); k++) {
			out->from[out->n] = at;
			out->at[out->n++] = space ? ' ' : minus ? '-' : p[k];
		}
	}
	while (out->n && out->at[out->n - 1] == ' ')
		out->n--;
	return true;
}

/* The numeral that begins at *at: digits, grouped by threes or not, and decimal places. */
static bool take_numeral(const cell_text *t, size_t *at, grid_cell *out)
{
	char groups = 0, point = 0;
	size_t i = *at, digits = 0, since = 0, from = i;
	int128 number = 0;
	int places = 0;
	for (; i < t->n; i++) {
		char c = t->at[i];
		if (ascii_is_digit(c)) {
			if (++digits > MOST_DIGITS + 12 || (digits > MOST_DIGITS && !point))
				return false;
			if (point && places == -FINEST)
				continue;
			number = number * 10 + (c - '0');
			since++;
			places += point != 0;
			continue;
		}
		bool next = i + 1 < t->n && ascii_is_digit(t->at[i + 1]);
		bool three = i + 3 < t->n && next && ascii_is_digit(t->at[i + 2]) && ascii_is_digit(t->at[i + 3]) &&
		             (i + 4 >= t->n || !ascii_is_digit(t->at[i + 4]));
		if ((c == ',' || c == ' ' || c == '\'') && three && !point && since <= 3 && digits &&
		    (!groups || (groups == c && since == 3))) {
			groups = c;
			since = 0;
		} else if ((c == '.' || (c == ',' && !groups)) && !point && (next || (c == '.' && digits))) {
			if (!next)
				break;
			point = c;
		} else if (c == '.' && point == '.' && three && places == 3 && !groups) {
			return false; /* 1.234.567: as like a version as a number */
		} else {
			break;
		}
	}
	bool lead = digits > 1 && t->at[from] == '0' && ascii_is_digit(t->at[from + 1]);
	if (!digits || lead || (groups && since != 3 && !point))
		return false;
	out->value = number;
	out->place = (int16_t)-places;
	out->dated = !groups && !point && digits == 4 && number >= 1800 && number <= 2100;
	*at = i;
	return true;
}

static bool begins_with(const cell_text *t, size_t at, const char *what)
{
	size_t n = strlen(what);
	return at + n <= t->n && memcmp(t->at + at, what, n) == 0;
}

/* Past a currency's sign or short name. */
static size_t past_money(const cell_text *t, size_t at)
{
	static const char *const signs[] = {"US$", "C$", "A$", "$", "€", "£", "¥", "₹", "USD", "EUR", "GBP"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (begins_with(t, at, signs[i])) {
			at += strlen(signs[i]);
			return at < t->n && t->at[at] == ' ' ? at + 1 : at;
		}
	return at;
}

/* Whether the letter behind a number tells about it, as "r" of what is revised: apart from it, or behind thousands, "1,204a", where
 * it is no unit's or magnitude's. */
static bool is_remark(const cell_text *t, size_t at)
{
	static const char *const UNITS = "bBgGhHkKlLmMsStTxX";
	char c = t->at[at];
	if (at > 0 && t->at[at - 1] == ' ')
		return c == 'r' || c == 'p' || c == 'e';
	return is_letter(c) && (unsigned char)c < 0x80 && !strchr(UNITS, c) && memchr(t->at, ',', at);
}

/* What may stand behind a number: a unit or sign, no second number. Footnote letters and marks are passed over. */
static bool take_mark(const cell_text *t, size_t at, grid_cell *out)
{
	while (at < t->n && t->at[at] == ' ')
		at++;
	size_t end = t->n;
	if (end > at + 2 && t->at[end - 1] == ')') { /* "(r)", "(1)", "[2]" */
		size_t open = end - 2;
		while (open > at && t->at[open] != '(')
			open--;
		if (t->at[open] == '(' && end - open <= 4)
			end = open;
	} else if (end > at + 2 && t->at[end - 1] == ']' && t->at[end - 3] == '[') {
		end -= 3;
	}
	while (end > at && (t->at[end - 1] == '*' || t->at[end - 1] == ' ' || t->at[end - 1] == '#'))
		end--;
	while (end >= at + 3 && memcmp(t->at + end - 3, "†", 3) == 0)
		end -= 3;
	if (end == at || (end == at + 1 && is_remark(t, at)))
		return true;
	if (end - at > MARK_LONGEST)
		return false;
	size_t words = 1;
	for (size_t i = at; i < end; i++) {
		char c = t->at[i];
		words += c == ' ';
		if (ascii_is_digit(c) || c == '/' || c == ':' || c == ',' || c == ';' || c == '=' || c == '-' || c == '|' ||
		    c == '+')
			return false;
	}
	uint64_t hash = slice_hash((slice){t->at + at, end - at});
	bool percent = end - at == 1 && t->at[at] == '%';
	bool times = (end - at == 1 && (t->at[at] | 0x20) == 'x') || (end - at == 2 && memcmp(t->at + at, "×", 2) == 0);
	out->mark = percent ? GRID_PERCENT : times ? GRID_TIMES : (uint32_t)(hash ^ hash >> 32) | 1;
	return words <= 2;
}

/* "3.2M", "$3 billion": the figure knows the word. */
static void take_magnitude(const reading_of *doc, grid_cell *out)
{
	int32_t i = out->mark ? grid_claim(doc, out->at) : -1;
	const figure *f = i >= 0 ? doc->claims.at[i].figure : NULL;
	if (!f || !f->magnitude || !f->has_value || f->has_high || out->value == 0)
		return;
	rational times =
		rational_divide(rational_abs(figure_value(f)), (rational){out->value < 0 ? -out->value : out->value, 1}, ROUND_UP);
	int place = 0;
	for (; place < 15 && times.den == 1 && times.num >= 10 && times.num % 10 == 0; place++)
		times.num /= 10;
	for (; place > -15 && times.num == 1 && times.den >= 10 && times.den % 10 == 0; place--)
		times.den /= 10;
	if (times.num != 1 || times.den != 1)
		return;
	out->place = (int16_t)place;
	out->big = true;
	out->mark = 0;
}

static bool take_number(const reading_of *doc, const cell_text *t, grid_cell *out)
{
	size_t at = 0;
	bool minus = false, open = false;
	for (int i = 0; i < 3; i++) {
		at = past_money(t, at);
		if (!open && at < t->n && t->at[at] == '(')
			open = true, at++;
		bool goes_on = at < t->n && t->n - at > 1;
		if (!minus && goes_on && t->at[at] == '-')
			minus = true, at++;
		else if (goes_on && t->at[at] == '+')
			at++;
		while (at < t->n && t->at[at] == ' ')
			at++;
	}
	if (at >= t->n || !(ascii_is_digit(t->at[at]) || (t->at[at] == '.' && at + 1 < t->n && ascii_is_digit(t->at[at + 1]))))
		return false;
	out->at = t->from[t->at[at] == '.' ? at + 1 : at];
	if (!take_numeral(t, &at, out))
		return false;
	if (open) {
		bool percent = at < t->n && t->at[at] == '%';
		at += percent;
		minus = out->bracketed = true;
		if (at < t->n && t->at[at] != ')')
			return false;
		at += at < t->n;
		if (percent && at == t->n)
			out->mark = GRID_PERCENT;
	} else if (at + 1 == t->n && t->at[at] == '-') {
		minus = true;
		at++;
	}
	if (!out->mark && !take_mark(t, at, out))
		return false;
	if (minus)
		out->value = -out->value;
	take_magnitude(doc, out);
	return true;
}

/* The number that a sheet stores behind what it shows. */
static void take_stored(const document *d, size_t i, grid_cell *out)
{
	slice digits = document_stored(d, i);
	decimal stored;
	if (!digits.len || out->mark || !decimal_parse(digits, &stored))
		return;
	for (; stored.exponent < FINEST; stored.exponent++)
		stored.coefficient /= 10;
	stored = decimal_normal(stored);
	const int128 most = (int128)1000000000000000000 * 1000000000000;
	for (; stored.exponent > 0 && stored.coefficient < most && stored.coefficient > -most; stored.exponent--)
		stored.coefficient *= 10;
	if (stored.exponent > 0 || stored.coefficient >= most || stored.coefficient <= -most)
		return;
	out->value = stored.coefficient;
	out->bracketed = false;
	out->place = (int16_t)stored.exponent;
}

grid_cell grid_cell_read(const reading_of *doc, const grid_words *w, size_t i)
{
	const document *d = doc->doc;
	const block *b = &d->blocks[i];
	grid_cell out = {.block = (int32_t)i, .kind = CELL_TEXT, .at = b->start};
	cell_text t;
	if (b->struck || b->start == b->end) {
		out.kind = CELL_EMPTY;
		return out;
	}
	if (!take_text(d, b, &t))
		return out;
	slice text = {t.at, t.n};
	bool bare = true; /* nothing but signs */
	for (size_t k = 0; k < t.n; k++)
		bare = bare && !ascii_is_digit(t.at[k]) && !is_letter(t.at[k]);
	if (!t.n || slice_equal(text, SLICE("$")) || slice_equal(text, SLICE(")")) || slice_equal(text, SLICE("%")))
		out.kind = CELL_EMPTY;
	else if (take_number(doc, &t, &out))
		out.kind = CELL_NUMBER;
	else if (bare || (t.n <= NIL_LONGEST && grid_begins(w, text, w->nil)))
		out.kind = CELL_NIL;
	else if (t.at[0] == '<' || t.at[0] == '>' || t.at[0] == '~' ||
	         (t.n <= MISSING_LONGEST && grid_begins(w, text, w->missing)) ||
	         (t.n <= 4 && t.at[0] == '(' && t.at[t.n - 1] == ')'))
		out.kind = CELL_MISSING;
	if (out.kind == CELL_NUMBER)
		take_stored(d, i, &out);
	return out;
}
