/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The automaton and the bounded matcher together, against a plain reading of what a pattern means: random patterns over random
 * sentences of words that mean nothing, where every way to match is tried at every token. */
#include "base_random.h"
#include "rule/match.h"
#include "rule/matcher.h"
#include "rule_fixture.h"

enum { PATTERNS = 12, ITEMS = 6, SENTENCES = 40, ROUNDS = 60, TOKENS = 64 };

typedef enum { ITEM_WORD, ITEM_EITHER, ITEM_MAYBE, ITEM_GAP, ITEM_MORE, ITEM_FIGURE } item_kind;

typedef struct
	item { /* of a pattern: a word, one of two, one that may be missing, a gap, words with a figure each, a figure */
	item_kind kind;
	size_t x, y; /* of words, or of a figure: 0 is a, 1 is b */
} item;

typedef struct pattern_case {
	item items[ITEMS];
	size_t n;
} pattern_case;

typedef struct way { /* which figures a match has as a and b */
	int32_t claims[2];
} way;

typedef struct ways {
	way at[256];
	size_t n;
} ways;

static const char *const WORDS[] = {"zorv", "makk", "tivu", "lupp", "dremo", "quon"};
enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

static size_t pick(uint64_t *seed, size_t n)
{
	return (size_t)random_between(seed, 0, (int64_t)n - 1);
}

static bool is_filler(item_kind k)
{
	return k == ITEM_GAP || k == ITEM_MAYBE || k == ITEM_MORE;
}

/* Two figures with words and gaps about them: something that must be there stands between two gaps. */
static pattern_case random_pattern(uint64_t *seed)
{
	pattern_case p = {.n = 0};
	size_t figures = 0, want = 3 + pick(seed, ITEMS - 2);
	while (p.n < want || figures < 2) {
		item_kind before = p.n ? p.items[p.n - 1].kind : ITEM_GAP;
		item_kind kind = (item_kind)pick(seed, 6);
		if (want - p.n <= 2 - figures && p.n < want)
			kind = ITEM_FIGURE;
		if ((kind == ITEM_FIGURE && figures == 2) || (is_filler(kind) && (is_filler(before) || p.n + 1 == want)))
			kind = ITEM_WORD;
		p.items[p.n++] = (item){kind, kind == ITEM_FIGURE ? figures++ : pick(seed, WORD_COUNT), pick(seed, WORD_COUNT)};
		if (p.n == ITEMS)
			break;
	}
	return p;
}

static slice pattern_text(arena *a, const pattern_case *p)
{
	slice text = {"", 0};
	for (size_t i = 0; i < p->n; i++) {
		const item *k = &p->items[i];
		slice one = {"", 0};
		switch (k->kind) {
		case ITEM_WORD:
			one = arena_printf(a, "%s", WORDS[k->x]);
			break;
		case ITEM_EITHER:
			one = arena_printf(a, "%s|%s", WORDS[k->x], WORDS[k->y]);
			break;
		case ITEM_MAYBE:
			one = arena_printf(a, "[%s]", WORDS[k->x]);
			break;
		case ITEM_GAP:
			one = SLICE("...");
			break;
		case ITEM_MORE:
			one = arena_printf(a, "[%s {count}]*", WORDS[k->x]);
			break;
		case ITEM_FIGURE:
			one = arena_printf(a, "{%c:count}", k->x ? 'b' : 'a');
			break;
		}
		text = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text), i ? " " : "", SLICE_ARG(one));
	}
	return text;
}

static slice random_sentence(arena *a, uint64_t *seed)
{
	slice text = SLICE("Now");
	size_t n = 4 + pick(seed, 14);
	for (size_t i = 0; i < n; i++) {
		bool number = pick(seed, 3) == 0;
		if (number)
			text = arena_printf(a, SLICE_FMT " %u", SLICE_ARG(text), (unsigned)(11 + 2 * pick(seed, 40)));
		text = arena_printf(a, SLICE_FMT " %s", SLICE_ARG(text), WORDS[pick(seed, WORD_COUNT)]);
	}
	return arena_printf(a, SLICE_FMT ".", SLICE_ARG(text));
}

typedef struct trial {
	const rule_bound *bound;
	const sentence *s;
	const pattern_case *p;
	ways *out;
} trial;

static bool has_word(const trial *t, uint32_t at, size_t w)
{
	return at < t->s->token_count && t->s->tokens[at].word &&
	       slice_equal(word_text(t->s->tokens[at].word), slice_of(WORDS[w]));
}

static void every_way(const trial *t, size_t i, uint32_t at, way so_far);

/* The same behind the figure at token `at`: what it counts may be passed over, as far as that goes. */
static void after_figure(const trial *t, size_t i, uint32_t at, way so_far)
{
	if (at >= t->s->token_count || t->s->tokens[at].figure < 0)
		return;
	matcher m = {.s = t->s, .sc = &t->bound->doc.scan};
	uint32_t end = matcher_phrase_end(&m, &t->bound->doc.claims.at[t->s->tokens[at].figure]);
	for (uint32_t next = at + 1; next <= end; next++)
		every_way(t, i, next, so_far);
}

/* Every way that items [i, n) match from token `at` on. */
static void every_way(const trial *t, size_t i, uint32_t at, way so_far)
{
	if (i == t->p->n) {
		if (t->out->n < sizeof t->out->at / sizeof *t->out->at)
			t->out->at[t->out->n++] = so_far;
		return;
	}
	const item *k = &t->p->items[i];
	if (is_filler(k->kind))
		every_way(t, i + 1, at, so_far);
	if (at >= t->s->token_count)
		return;
	const token *here = &t->s->tokens[at];
	if (k->kind == ITEM_GAP) {
		for (uint32_t gap = 0; gap < LIMIT_PATTERN_GAP && at + gap < t->s->token_count; gap++) {
			if (t->s->tokens[at + gap].figure >= 0)
				break;
			every_way(t, i + 1, at + gap + 1, so_far);
		}
	} else if (k->kind == ITEM_MORE && has_word(t, at, k->x)) {
		after_figure(t, i, at + 1, so_far);
	} else if (k->kind == ITEM_FIGURE && here->figure >= 0) {
		so_far.claims[k->x] = here->figure;
		after_figure(t, i + 1, at, so_far);
	} else if (k->kind != ITEM_FIGURE && k->kind != ITEM_MORE &&
	           (has_word(t, at, k->x) || (k->kind == ITEM_EITHER && has_word(t, at, k->y)))) {
		every_way(t, i + 1, at + 1, so_far);
	}
}

static bool among(const ways *all, const link_match *l)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].claims[0] == link_claim(l, 0) && all->at[i].claims[1] == link_claim(l, 1))
			return true;
	return false;
}

/* The links of one type in a sentence, in order, beside the tokens at which the pattern matches at all. */
static void compare(const rule_bound *b, const sentence *s, const link_list *links, slice name, const pattern_case *p)
{
	static ways all;
	size_t next = 0;
	for (uint32_t at = 0; at < s->token_count; at++) {
		all.n = 0;
		every_way(&(trial){b, s, p, &all}, 0, at, (way){{-1, -1}});
		if (!all.n)
			continue;
		while (next < links->n && !slice_equal(links->at[next].type->name, name))
			next++;
		MUST(next < links->n, "%.*s is not found at token %u of " SLICE_FMT, (int)name.len, name.ptr, at,
		     SLICE_ARG(document_text(b->doc.doc, s->start, s->end)));
		MUST(among(&all, &links->at[next]), "%.*s binds other figures in " SLICE_FMT, (int)name.len, name.ptr,
		     SLICE_ARG(document_text(b->doc.doc, s->start, s->end)));
		next++;
	}
	for (; next < links->n; next++)
		MUST(!slice_equal(links->at[next].type->name, name), "%.*s is found too often in " SLICE_FMT, (int)name.len,
		     name.ptr, SLICE_ARG(document_text(b->doc.doc, s->start, s->end)));
}

static const rule_set *rules_of(arena *a, const pattern_case *patterns)
{
	slice yaml = SLICE("links:\n");
	for (size_t i = 0; i < PATTERNS; i++)
		yaml = arena_printf(a, SLICE_FMT "  l%zu: ['" SLICE_FMT "']\n", SLICE_ARG(yaml), i,
		                    SLICE_ARG(pattern_text(a, &patterns[i])));
	yaml = arena_printf(a, SLICE_FMT "---\n", SLICE_ARG(yaml));
	for (size_t i = 0; i < PATTERNS; i++)
		yaml =
			arena_printf(a,
		                 SLICE_FMT "- {id: X%zu, name: x%zu, summary: s, bind: links, join: ['l%zu(a, b)'], check: a <= b, "
		                           "message: m, because: b, examples: [{flag: x}, {hold: y}, {skip: z}]}\n",
		                 SLICE_ARG(yaml), i, i, i);
	return rule_fixture_rules(yaml.ptr);
}

Test(rule_match, finds_what_trying_every_way_at_every_token_finds)
{
	rule_fixture_set_up();
	arena *a = rule_with.a;
	uint64_t seed = 22;
	size_t found = 0;
	for (size_t round = 0; round < ROUNDS; round++) {
		pattern_case patterns[PATTERNS];
		for (size_t i = 0; i < PATTERNS; i++)
			patterns[i] = random_pattern(&seed);
		const rule_set *rules = rules_of(a, patterns);
		for (size_t i = 0; i < SENTENCES; i++) {
			rule_bound *b = rule_fixture_bind(rules, random_sentence(a, &seed).ptr);
			for (size_t k = 0; k < b->doc.scan.sentence_count; k++) {
				const sentence *s = &b->doc.scan.sentences[k];
				link_list links = {0};
				frame_list frames = {0};
				match_limits met = 0;
				match_sentence(a, rules, &b->doc.scan, &b->doc.claims, s, &links, &frames, &met);
				MUST(!met, "a bound was met");
				found += links.n;
				for (size_t l = 0; l < PATTERNS; l++)
					compare(b, s, &links, arena_printf(a, "l%zu", l), &patterns[l]);
			}
		}
		arena_reset(a);
	}
	MUST(found > 1000, "only %zu matches were compared", found);
	rule_fixture_tear_down();
}
