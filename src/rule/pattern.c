/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/pattern.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"

enum {
	KIND_AMOUNT = 1 << FIGURE_COUNT | 1 << FIGURE_MONEY | 1 << FIGURE_MEASURE,
	KIND_ANY = (1 << FIGURE_KIND_COUNT) - 1 - (1 << FIGURE_LABEL)
};

typedef struct compiler {
	arena *arena;
	const lexicon *lex;
	slice source;
	size_t at;
	expr_errors *errors;
	pattern *out;
	VEC(pattern_op) ops;
	VEC(pattern_atom) atoms; /* of the item at hand */
	unsigned open;           /* brackets */
	bool broken;
} compiler;

__attribute__((format(printf, 4, 5))) static void complain(compiler *c, size_t at, size_t width, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	slice message = arena_vprintf(c->arena, format, args);
	va_end(args);
	VEC_PUSH(c->arena, *c->errors, (expr_error){(uint32_t)at, width ? (uint32_t)width : 1, message});
	c->broken = true;
}

static char peek(const compiler *c, size_t ahead)
{
	return c->at + ahead < c->source.len ? c->source.ptr[c->at + ahead] : '\0';
}

static void skip_space(compiler *c)
{
	while (peek(c, 0) == ' ' || peek(c, 0) == '\t' || peek(c, 0) == '\n')
		c->at++;
}

static bool is_name_char(char ch)
{
	return ascii_is_alnum(ch) || ch == '_';
}

static bool is_set_char(char ch)
{
	return is_name_char(ch) || ch == '.' || ch == '-';
}

static void add_op(compiler *c, pattern_op op)
{
	op.optional = c->open > 0;
	VEC_PUSH(c->arena, c->ops, op);
	if (c->ops.n > LIMIT_PATTERN_TOKENS && !c->broken)
		complain(c, c->at, 1, "the pattern has more than %d items (LIMIT_PATTERN_TOKENS)", LIMIT_PATTERN_TOKENS);
}

/* Figures. */

uint32_t pattern_figure_bits(const figure *f)
{
	if (f->kind == FIGURE_LABEL)
		return 0;
	uint32_t bits = UINT32_C(1) << f->kind;
	if (f->kind == FIGURE_DATE && f->when.weekday && !f->when.day)
		bits |= KIND_WEEKDAY;
	if (f->kind == FIGURE_DATE && f->when.weekday && f->when.day)
		bits |= KIND_DATED;
	if (f->kind == FIGURE_DATE && f->when.day >= 29)
		bits |= KIND_LATE;
	if (f->attributive)
		bits |= KIND_ATTRIBUTIVE;
	if (f->base == BASE_MULTIPLE)
		bits |= KIND_MULTIPLE;
	bool numeric = f->kind == FIGURE_COUNT || f->kind == FIGURE_STATISTIC || f->kind == FIGURE_MEASURE ||
	               f->kind == FIGURE_VAGUE || f->kind == FIGURE_RATIO || f->kind == FIGURE_YEAR;
	if (numeric && f->has_value && !figure_unit(f)->name.len)
		bits |= KIND_NUMBER;
	return bits;
}

static uint32_t kind_bits(slice name)
{
	static const struct {
		slice name;
		uint32_t bits;
	} more[] = {
		{{"amount", 6}, KIND_AMOUNT},
		{{"number", 6}, KIND_NUMBER},
		{{"weekday", 7}, KIND_WEEKDAY},
		{{"dated", 5}, KIND_DATED},
		{{"late", 4}, KIND_LATE},
		{{"multiple", 8}, KIND_MULTIPLE},
		{{"attributive", 11}, KIND_ATTRIBUTIVE},
	};
	for (int k = 0; k < FIGURE_LABEL; k++) {
		if (slice_equal(slice_of(figure_kind_name((figure_kind)k)), name))
			return UINT32_C(1) << k;
	}
	for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
		if (slice_equal(more[i].name, name))
			return more[i].bits;
	}
	return 0;
}

static uint32_t read_kinds(compiler *c, slice kinds, size_t at)
{
	uint32_t bits = 0;
	while (kinds.len) {
		size_t bar = slice_find_byte(kinds, '|');
		slice one = slice_trim(slice_sub(kinds, 0, bar == SIZE_MAX ? kinds.len : bar));
		uint32_t known = kind_bits(one);
		if (!known)
			complain(c, at, kinds.len, "unknown kind of figure \"" SLICE_FMT "\"", SLICE_ARG(one));
		bits |= known;
		kinds = bar == SIZE_MAX ? (slice){"", 0} : slice_sub(kinds, bar + 1, kinds.len);
	}
	return bits;
}

static int8_t add_variable(compiler *c, slice name, size_t at)
{
	pattern *p = c->out;
	for (size_t i = 0; i < name.len; i++) {
		if (!is_name_char(name.ptr[i]) || (i == 0 && name.ptr[i] <= '9')) {
			complain(c, at, name.len, "\"" SLICE_FMT "\" is no name for a variable", SLICE_ARG(name));
			return -1;
		}
	}
	size_t which = 0;
	while (which < p->var_count && !slice_equal(p->vars[which], name))
		which++;
	if (which == RULE_VARS) {
		complain(c, at, name.len, "more than %d variables", RULE_VARS);
		return -1;
	}
	p->several[which] = which < p->var_count;
	p->vars[which] = name;
	p->var_count += which == p->var_count;
	return (int8_t)which;
}

static void parse_figure(compiler *c)
{
	size_t from = ++c->at;
	while (c->at < c->source.len && peek(c, 0) != '}')
		c->at++;
	slice inner = slice_sub(c->source, from, c->at);
	if (c->at == c->source.len || !inner.len) {
		complain(c, from - 1, 1, inner.len ? "this brace is not closed" : "nothing stands between the braces");
		return;
	}
	c->at++;
	pattern_op op = {.kind = OP_FIGURE, .var = -1, .kinds = KIND_ANY, .alone = slice_ends_with(inner, SLICE("!"))};
	if (op.alone)
		inner = slice_sub(inner, 0, inner.len - 1);
	size_t colon = slice_find_byte(inner, ':');
	slice first = slice_sub(inner, 0, slice_find_byte(inner, '|') == SIZE_MAX ? inner.len : slice_find_byte(inner, '|'));
	if (colon != SIZE_MAX) {
		op.var = add_variable(c, slice_sub(inner, 0, colon), from);
		op.kinds = read_kinds(c, slice_sub(inner, colon + 1, inner.len), from + colon + 1);
	} else if (kind_bits(first) || first.len < inner.len) {
		op.kinds = read_kinds(c, inner, from);
	} else {
		op.var = add_variable(c, inner, from);
	}
	add_op(c, op);
}

/* Words and sets. */

static lex_set parse_set(compiler *c)
{
	size_t from = ++c->at;
	while (is_set_char(peek(c, 0)))
		c->at++;
	slice name = slice_sub(c->source, from, c->at);
	if (peek(c, 0) != '>') {
		complain(c, from - 1, name.len + 1, "expected \">\" after the name of a set");
		return 0;
	}
	c->at++;
	lex_set which = lexicon_set(c->lex, name);
	if (!which)
		complain(c, from - 1, name.len + 2, "the lexicon has no set <" SLICE_FMT ">", SLICE_ARG(name));
	return which;
}

static bool ends_word(char ch)
{
	return ch == '\0' || ch == ' ' || ch == '\t' || ch == '\n' || ch == '|' || ch == ']' || ch == '[' || ch == '{';
}

static slice parse_word(compiler *c)
{
	if (peek(c, 0) == '\\' && peek(c, 1)) {
		c->at += 2;
		return slice_sub(c->source, c->at - 1, c->at);
	}
	size_t from = c->at;
	while (!ends_word(peek(c, 0)))
		c->at++;
	return slice_sub(c->source, from, c->at);
}

static pattern_atom atom_of(const compiler *c, slice folded)
{
	return (pattern_atom){.word = folded, .known = lexicon_word(c->lex, folded)};
}

/* A run of word|word|<set>. A word of several parts ("year-to-date") is as many items, and stands alone. */
static void parse_alternatives(compiler *c, pattern_op_kind kind)
{
	enum { PARTS = 8 };
	size_t from = c->at;
	c->atoms.n = 0;
	for (;;) {
		slice parts[PARTS];
		if (peek(c, 0) == '<' && is_set_char(peek(c, 1))) {
			VEC_PUSH(c->arena, c->atoms, (pattern_atom){.words = parse_set(c)});
		} else {
			slice written = utf8_fold(c->arena, parse_word(c));
			size_t n = lexicon_split(written, parts, PARTS);
			if (n == 0 || n > PARTS || (n > 1 && (c->atoms.n || peek(c, 0) == '|'))) {
				complain(c, from, c->at - from,
				         n ? "of several alternatives each is one word; put phrases into a set" : "a word is missing");
				return;
			}
			for (size_t i = 0; i + 1 < n; i++) {
				pattern_atom *one = ARENA_NEW(c->arena, pattern_atom);
				*one = atom_of(c, parts[i]);
				add_op(c, (pattern_op){.kind = OP_WORDS, .atoms = one, .n = 1, .var = -1});
			}
			VEC_PUSH(c->arena, c->atoms, atom_of(c, parts[n - 1]));
		}
		if (peek(c, 0) != '|' || c->broken)
			break;
		c->at++;
	}
	if (peek(c, 0) == '*') {
		c->at++;
		kind = OP_REPEAT;
	}
	pattern_atom *atoms = ARENA_ARRAY(c->arena, pattern_atom, c->atoms.n);
	for (size_t i = 0; i < c->atoms.n; i++)
		atoms[i] = c->atoms.at[i];
	add_op(c, (pattern_op){.kind = kind, .atoms = atoms, .n = c->atoms.n, .var = -1});
}

static void parse_gap(compiler *c)
{
	pattern_op op = {.kind = OP_GAP, .var = -1};
	c->at += 3;
	for (; peek(c, 0) == '#' || peek(c, 0) == '&'; c->at++) {
		op.figures = op.figures || peek(c, 0) == '#';
		op.clauses = op.clauses || peek(c, 0) == '&';
	}
	if (peek(c, 0) == '!' && peek(c, 1) == '<') {
		c->at++;
		op.without = parse_set(c);
	}
	add_op(c, op);
}

static void parse_items(compiler *c);

/* Every turn of what repeats takes a figure, so that it ends. */
static void repeat_from(compiler *c, size_t split, size_t at)
{
	bool ends = false;
	size_t inner = 0;
	for (size_t i = split + 1; i < c->ops.n; i++) {
		const pattern_op *op = &c->ops.at[i];
		inner = op->kind == OP_SPLIT && op->to > inner ? op->to : inner;
		if (op->kind != OP_FIGURE)
			continue;
		ends = ends || i >= inner;
		if (op->var >= 0)
			c->out->several[op->var] = true;
	}
	if (!ends)
		complain(c, at, 1, "what may stand again holds a figure outside further brackets");
	c->out->repeats = true;
	add_op(c, (pattern_op){.kind = OP_AGAIN, .var = -1, .to = (uint8_t)split});
	c->at++;
}

static void parse_optional(compiler *c)
{
	size_t from = c->at++;
	if (c->open >= 4) {
		complain(c, from, 1, "more than 4 brackets inside one another");
		return;
	}
	c->open++;
	size_t split = c->ops.n;
	add_op(c, (pattern_op){.kind = OP_SPLIT, .var = -1});
	parse_items(c);
	if (c->broken)
		return;
	if (peek(c, 0) != ']') {
		complain(c, from, 1, "this bracket is not closed");
		return;
	}
	c->at++;
	if (peek(c, 0) == '*')
		repeat_from(c, split, from);
	c->open--;
	c->ops.at[split].to = (uint8_t)c->ops.n;
}

static void parse_anchor(compiler *c)
{
	c->at++;
	c->out->at_anchor = true;
	if (ends_word(peek(c, 0)))
		add_op(c, (pattern_op){.kind = OP_ANCHOR, .var = -1});
	else
		parse_alternatives(c, OP_ANCHOR);
}

static void parse_items(compiler *c)
{
	for (skip_space(c); c->at < c->source.len && !c->broken; skip_space(c)) {
		switch (peek(c, 0)) {
		case ']':
			if (c->open)
				return;
			complain(c, c->at, 1, "this bracket was not opened");
			break;
		case '[':
			parse_optional(c);
			break;
		case '{':
			parse_figure(c);
			break;
		case '@':
			parse_anchor(c);
			break;
		case '$':
			c->at++;
			add_op(c, (pattern_op){.kind = OP_LAST, .var = -1});
			break;
		case '^':
			if (c->ops.n || c->open)
				complain(c, c->at, 1, "\"^\" stands at the start");
			c->out->adjacent = true;
			c->at++;
			break;
		case '.':
			if (peek(c, 1) == '.' && peek(c, 2) == '.') {
				parse_gap(c);
				break;
			}
			/* fall through */
		default:
			parse_alternatives(c, OP_WORDS);
		}
	}
}

/* The anchor. How rare a word is goes by its length: the short ones are the common ones. */

static int rarity_of_word(slice text)
{
	unsigned char first = (unsigned char)text.ptr[0];
	bool mark = text.len == 1 && !is_name_char((char)first);
	if (mark)
		return first == ',' || first == '.' ? 0 : first == '(' || first == ')' || first == '-' ? 1 : 4;
	static const int by_length[] = {0, 4, 2, 3, 5};
	return by_length[text.len < 4 ? text.len : 4];
}

static int rarity_of(const pattern_op *op)
{
	int least = 9;
	for (size_t i = 0; i < op->n; i++) {
		int one = op->atoms[i].words ? 3 : rarity_of_word(op->atoms[i].word);
		least = one < least ? one : least;
	}
	return least;
}

static unsigned bit_count(uint32_t bits)
{
	return (unsigned)__builtin_popcount(bits);
}

/* The rarest words that must be there; without any, the figure of the fewest kinds. False if there is neither. */
static bool choose_anchor(pattern *p)
{
	int best = -1;
	unsigned fewest = 99;
	bool any = false;
	for (size_t i = 0; i < p->n; i++) {
		const pattern_op *op = &p->ops[i];
		if (op->optional)
			continue;
		if (op->kind == OP_WORDS && rarity_of(op) > best) {
			best = rarity_of(op);
			p->anchor = i;
			any = true;
		} else if (op->kind == OP_FIGURE && best < 0 && bit_count(op->kinds) < fewest) {
			fewest = bit_count(op->kinds);
			p->anchor = i;
			any = true;
		}
	}
	return any;
}

pattern *pattern_compile(arena *a, const lexicon *lex, slice source, expr_errors *errors)
{
	pattern *p = ARENA_NEW(a, pattern);
	compiler c = {.arena = a, .lex = lex, .source = source, .errors = errors, .out = p};
	parse_items(&c);
	p->source = source;
	p->ops = c.ops.at;
	p->n = c.ops.n;
	p->grade = GRADE_CERTAIN;
	for (size_t i = 0; i < RULE_VARS; i++)
		p->index[i] = -1;
	if (!c.broken && !choose_anchor(p))
		complain(&c, 0, source.len, "the pattern needs a word, a set or a figure outside brackets");
	return c.broken ? NULL : p;
}
