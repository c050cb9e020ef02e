/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/inflect.h"

#include <stdlib.h>
#include <string.h>

static bool is_vowel(const inflector *inf, char c)
{
	return slice_find_byte(inf->vowels, c) != SIZE_MAX;
}

/* Whether the stem ends in the pattern: letters, C, V, and ^ at its front. */
static bool stem_ends(const inflector *inf, slice stem, slice pattern)
{
	size_t at = stem.len;
	for (size_t i = pattern.len; i-- > 0;) {
		char want = pattern.ptr[i];
		if (want == '^')
			return at == 0;
		if (at == 0)
			return false;
		char c = stem.ptr[--at];
		if (want == 'C' ? is_vowel(inf, c) : want == 'V' ? !is_vowel(inf, c) : c != want)
			return false;
	}
	return true;
}

static bool stem_in(const inflector *inf, slice stem, stems list)
{
	for (size_t i = 0; i < list.n; i++) {
		if (stem_ends(inf, stem, list.at[i]))
			return true;
	}
	return false;
}

static bool has_vowel(const inflector *inf, slice stem)
{
	for (size_t i = 0; i < stem.len; i++) {
		if (is_vowel(inf, stem.ptr[i]))
			return true;
	}
	return false;
}

static int by_bytes(const void *a, const void *b)
{
	return slice_compare(*(const slice *)a, *(const slice *)b);
}

static bool doubles(const inflector *inf, slice stem)
{
	return inf->doubling.n && bsearch(&stem, inf->doubling.at, inf->doubling.n, sizeof stem, by_bytes);
}

/* What holds of the stem in both directions. */
static bool stem_allowed(const inflector *inf, const ending *rule, slice stem)
{
	if (rule->vowel && !has_vowel(inf, stem))
		return false;
	if (rule->doubled && doubles(inf, stem))
		return true;
	return (rule->after.n == 0 || stem_in(inf, stem, rule->after)) && !stem_in(inf, stem, rule->not_after);
}

size_t inflect_make(const inflector *inf, const ending_slot *slot, slice lemma, char out[INFLECT_WORD])
{
	for (size_t i = 0; i < slot->n; i++) {
		const ending *rule = &slot->rules[i];
		if (lemma.len <= rule->lemma.len || !slice_ends_with(lemma, rule->lemma))
			continue;
		slice stem = slice_sub(lemma, 0, lemma.len - rule->lemma.len);
		if (stem.len + rule->form.len + 1 > INFLECT_WORD || !stem_allowed(inf, rule, stem))
			continue;
		memcpy(out, stem.ptr, stem.len);
		size_t len = stem.len;
		if (rule->doubled && stem.len)
			out[len++] = stem.ptr[stem.len - 1];
		memcpy(out + len, rule->form.ptr, rule->form.len);
		return len + rule->form.len;
	}
	return 0;
}

/* Takes the ending off: the stem, or false if the form has not this ending. */
static bool stem_of(const inflector *inf, const ending *rule, slice form, slice *stem)
{
	if (form.len <= rule->form.len || !slice_ends_with(form, rule->form))
		return false;
	*stem = slice_sub(form, 0, form.len - rule->form.len);
	if (rule->doubled) {
		if (stem->len < 3 || stem->ptr[stem->len - 1] != stem->ptr[stem->len - 2])
			return false;
		stem->len--;
	}
	return stem->len + rule->lemma.len <= INFLECT_WORD && stem_allowed(inf, rule, *stem);
}

size_t inflect_read(const inflector *inf, pos p, slice form, inflect_known known, const void *ctx, char out[INFLECT_WORD],
                    bool *plural, bool *sure)
{
	size_t best = 0;
	*plural = *sure = false;
	for (size_t s = 0; s < inf->slot_count[p]; s++) {
		const ending_slot *slot = &inf->slots[p][s];
		for (size_t i = 0; i < slot->n; i++) {
			const ending *rule = &slot->rules[i];
			slice stem;
			if (rule->made_only || !stem_of(inf, rule, form, &stem))
				continue;
			char lemma[INFLECT_WORD];
			memcpy(lemma, stem.ptr, stem.len);
			memcpy(lemma + stem.len, rule->lemma.ptr, rule->lemma.len);
			size_t len = stem.len + rule->lemma.len;
			*sure = known(ctx, p, (slice){lemma, len});
			if (!*sure &&
			    (best > 0 || (rule->likely.n > 0 && !stem_in(inf, stem, rule->likely)) || stem_in(inf, stem, rule->except)))
				continue;
			memcpy(out, lemma, len);
			best = len;
			*plural = slot->plural;
			if (*sure)
				return len;
		}
	}
	return best;
}

/* Loading. */

typedef struct endings_reader {
	inflector *inf;
	arena *arena;
	const node_file *file;
	diag_list *diags;
	const node *named; /* the map `stems` */
} endings_reader;

static bool read_text(endings_reader *r, const node *at, slice *out)
{
	if (at->kind == NODE_SCALAR) {
		*out = node_text(at);
		return true;
	}
	node_complain(r->diags, r->file, at, "expected a text");
	return false;
}

static stems read_texts(endings_reader *r, const node *list)
{
	slice *texts = ARENA_ARRAY(r->arena, slice, list->n);
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++)
		n += read_text(r, node_item(list, i), &texts[n]);
	return (stems){texts, n};
}

/* A list of stem endings, or the name of one; a list may name others in turn only by being written out. */
static stems read_stems(endings_reader *r, const node *at)
{
	if (at->kind == NODE_SCALAR) {
		const node *named = node_get(r->named, node_text(at));
		if (!named) {
			node_complain(r->diags, r->file, at, "no list \"" SLICE_FMT "\" under `stems`", SLICE_ARG(node_text(at)));
			return (stems){NULL, 0};
		}
		at = named;
	}
	if (at->kind != NODE_SEQUENCE) {
		node_complain(r->diags, r->file, at, "expected a list of stem endings");
		return (stems){NULL, 0};
	}
	return read_texts(r, at);
}

static void read_rule(endings_reader *r, const node *at, ending *out)
{
	static const slice keys[] = {{"form", 4},  {"lemma", 5},  {"after", 5},  {"not-after", 9}, {"double", 6},
	                             {"vowel", 5}, {"likely", 6}, {"except", 6}, {"read", 4}};
	if (at->kind != NODE_MAP) {
		node_complain(r->diags, r->file, at, "expected an ending: {form: ies, lemma: y}");
		return;
	}
	node_only_keys(r->diags, r->file, at, keys, sizeof keys / sizeof *keys);
	out->form = out->lemma = (slice){"", 0};
	const node *form = node_get(at, SLICE("form")), *lemma = node_get(at, SLICE("lemma"));
	if (!form)
		node_complain(r->diags, r->file, at, "an ending needs its `form`");
	else
		read_text(r, form, &out->form);
	if (lemma)
		read_text(r, lemma, &out->lemma);
	const node *read = node_get(at, SLICE("read"));
	bool reads = true;
	if (read && node_bool(r->diags, r->file, read, &reads))
		out->made_only = !reads;
	/* Each lemma read is smaller than its form in this order, so that reading lemma after lemma comes to an end. */
	bool grows =
		out->lemma.len > out->form.len || (out->lemma.len == out->form.len && slice_compare(out->lemma, out->form) <= 0);
	if (grows && !out->made_only)
		node_complain(r->diags, r->file, at, "`lemma` must be shorter than `form`, or as long and later in the alphabet");
	if (out->form.len >= INFLECT_WORD || out->lemma.len >= INFLECT_WORD)
		node_complain(r->diags, r->file, at, "an ending is shorter than %d bytes", INFLECT_WORD);
	const struct {
		slice key;
		stems *list;
	} lists[] = {{SLICE("after"), &out->after},
	             {SLICE("not-after"), &out->not_after},
	             {SLICE("likely"), &out->likely},
	             {SLICE("except"), &out->except}};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const node *given = node_get(at, lists[i].key);
		if (given)
			*lists[i].list = read_stems(r, given);
	}
	const node *doubled = node_get(at, SLICE("double")), *vowel = node_get(at, SLICE("vowel"));
	if (doubled)
		node_bool(r->diags, r->file, doubled, &out->doubled);
	if (vowel)
		node_bool(r->diags, r->file, vowel, &out->vowel);
}

static void read_slots(endings_reader *r, pos p, const node *map)
{
	if (map->kind != NODE_MAP) {
		node_complain(r->diags, r->file, map, "expected a map of lists of endings");
		return;
	}
	for (size_t i = 0; i < map->n; i++) {
		const node *name = node_key(map, i), *list = node_value(map, i);
		if (list->kind != NODE_SEQUENCE) {
			node_complain(r->diags, r->file, list, "expected a list of endings");
			continue;
		}
		if (r->inf->slot_count[p] == INFLECT_SLOTS) {
			node_complain(r->diags, r->file, name, "more than %d lists of endings", INFLECT_SLOTS);
			return;
		}
		ending_slot *slot = &r->inf->slots[p][r->inf->slot_count[p]++];
		ending *rules = ARENA_ARRAY(r->arena, ending, list->n);
		slot->rules = rules;
		slot->n = list->n;
		slot->plural = p == POS_NOUN && slice_starts_with(node_text(name), SLICE("plural"));
		slot->made = !slice_equal(node_text(name), SLICE("possessive"));
		for (size_t k = 0; k < list->n; k++)
			read_rule(r, node_item(list, k), &rules[k]);
	}
}

static void read_doubling(endings_reader *r, const node *list)
{
	if (list->kind != NODE_SEQUENCE) {
		node_complain(r->diags, r->file, list, "expected a list of words");
		return;
	}
	stems words = read_texts(r, list);
	if (words.n)
		qsort((void *)(uintptr_t)words.at, words.n, sizeof *words.at, by_bytes);
	r->inf->doubling = words;
}

void inflect_load(inflector *inf, arena *a, const node_file *file, const node *endings, diag_list *diags)
{
	static const slice keys[] = {{"vowels", 6}, {"doubling", 8}, {"stems", 5}, {"noun", 4}, {"verb", 4}};
	endings_reader r = {.inf = inf, .arena = a, .file = file, .diags = diags, .named = node_get(endings, SLICE("stems"))};
	if (endings->kind != NODE_MAP) {
		node_complain(diags, file, endings, "expected a map with vowels, doubling, stems, noun, verb");
		return;
	}
	node_only_keys(diags, file, endings, keys, sizeof keys / sizeof *keys);
	const node *vowels = node_get(endings, SLICE("vowels")), *doubling = node_get(endings, SLICE("doubling"));
	if (vowels)
		read_text(&r, vowels, &inf->vowels);
	if (doubling)
		read_doubling(&r, doubling);
	const node *noun = node_get(endings, SLICE("noun")), *verb = node_get(endings, SLICE("verb"));
	if (noun)
		read_slots(&r, POS_NOUN, noun);
	if (verb)
		read_slots(&r, POS_VERB, verb);
}
