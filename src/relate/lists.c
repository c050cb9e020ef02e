/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/lists.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "relate/lead_in.h"
#include "relate/list_habit.h"
#include "relate/list_length.h"
#include "relate/list_series.h"

typedef struct announcement {
	const reading_of *doc;
	const claim *count;
	lead_in lead;
	listed things;
	bool right; /* they stand right below it */
	bool near;  /* other text stands between: only the same noun there tells that they belong together */
	bool named; /* of a table: its first column is headed by the counted noun */
	list_lengths lengths;
} announcement;

static bool is_title(const document *d, uint32_t b)
{
	return d->blocks[b].kind == BLOCK_HEADING;
}

/* The whole number that a block begins with; -1: none. */
static int64_t opening_number(const document *d, const block *b)
{
	enum { DIGITS = 6 };
	int64_t n = -1;
	for (uint32_t i = b->start; i < b->end && i < b->start + DIGITS && ascii_is_digit(d->text.ptr[i]); i++)
		n = (n < 0 ? 0 : n * 10) + (d->text.ptr[i] - '0');
	return n;
}

/* "3 Lists" next to "2 Trees" or "3.1 Long lists": the number is the heading's own. */
static bool is_numbered_heading(const announcement *a)
{
	const document *d = a->doc->doc;
	uint32_t own = a->count->block;
	int64_t number = opening_number(d, &d->blocks[own]);
	if (!is_title(d, own) || number < 0 || a->count->token > 0)
		return false;
	for (uint32_t step = 0; step < 2; step++) {
		for (uint32_t i = own; step ? i-- > 0 : ++i < d->block_count;) {
			if (!is_title(d, i) || d->blocks[i].level > d->blocks[own].level)
				continue; /* its own parts may be headed without numbers */
			int64_t other = opening_number(d, &d->blocks[i]);
			if (other >= 0 && other - number <= 1 && number - other <= 1)
				return true;
			break;
		}
	}
	return false;
}

/* The heading above tells of the same things: "Modes" over "There are three modes." */
static bool heading_names(const announcement *a)
{
	const document *d = a->doc->doc;
	enum { WORDS = 12, REACH = 64 /* blocks back to the heading */ };
	slice parts[WORDS];
	uint32_t own = a->count->block, above = own;
	while (above > 0 && d->blocks[above].kind != BLOCK_HEADING && own - above < REACH)
		above--;
	uint32_t titles = 0; /* the first heading, and one of the highest level, tell what the whole document is about */
	while (titles < above && d->blocks[titles].kind != BLOCK_HEADING && titles < REACH)
		titles++;
	if (d->blocks[above].kind != BLOCK_HEADING || above == titles || d->blocks[above].level <= 1)
		return false;
	size_t n = lexicon_split(document_text(d, d->blocks[above].start, d->blocks[above].end), parts, WORDS);
	for (size_t i = 0; i < n && i < WORDS; i++) {
		const word *k = vocabulary_word(a->doc->scan.vocab, parts[i]);
		if (slice_equal(word_text(vocabulary_noun(a->doc->scan.vocab, k)), word_text(a->lead.head)))
			return true;
	}
	return false;
}

/* "There are three ways. For the second you need:", "one by the following options": the list is of what the rest of its paragraph
 * announces. */
static bool announces_behind(const list_words *w, const announcement *a)
{
	enum { WORDS = 64 };
	const document *d = a->doc->doc;
	slice parts[WORDS];
	slice rest = slice_trim(document_text(d, a->count->figure->end, d->blocks[a->count->block].end));
	bool announces = slice_ends_with(rest, SLICE(":"));
	size_t n = announces ? 0 : lexicon_split(rest, parts, WORDS);
	for (size_t i = 0; i < n && i < WORDS && !announces; i++)
		announces = word_in(vocabulary_word(a->doc->scan.vocab, parts[i]), w->following);
	return announces || n > WORDS;
}

/* What stands apart from its number is called by the same noun, in its heading or the head of its first column. */
static bool is_called_the_same(const list_words *w, const announcement *a)
{
	lead_form form = a->lead.form;
	if (!a->lead.head || form == LEAD_CHOICE || a->lead.closed)
		return false;
	if (a->things.kind == LISTED_ROWS)
		return a->named;
	bool told = form == LEAD_THERE || form == LEAD_TOLD || form == LEAD_STATED || form == LEAD_FOLLOWING;
	bool same_paragraph =
		(form == LEAD_THERE ? a->lead.noun : form == LEAD_TOLD && a->lead.manner) && a->things.kind == LISTED_ITEMS &&
		a->things.first == a->count->block + 1 /* "There are three ways. Some take longer." */ && !announces_behind(w, a);
	return same_paragraph || (told && heading_names(a));
}

/* A line between the items of a list, as a log has them, announces none. */
static bool is_amid_list(const announcement *a)
{
	const document *d = a->doc->doc;
	uint32_t own = a->count->block;
	if (own == 0 || !d->blocks[own - 1].group || d->blocks[own].group)
		return false;
	const block_group *before = &d->groups[d->blocks[own - 1].group - 1], *below = &d->groups[a->things.group];
	return before->kind == GROUP_LIST && before->parent == below->parent && before->ordered == below->ordered;
}

/* "Given two types `A` and `B`": behind the number stand names already. */
static bool names_behind(const announcement *a)
{
	const document *d = a->doc->doc;
	size_t i = document_inlines_from(d, a->count->figure->end);
	uint32_t end = d->blocks[a->count->block].end;
	while (i < d->inline_count && d->inlines[i].start < end && d->inlines[i].kind != INLINE_CODE)
		i++;
	return i < d->inline_count && d->inlines[i].start < end;
}

/* Told with a full stop, or of things that are seldom announced, and a list follows all the same: probably of those things. */
static bool is_told(const announcement *a)
{
	bool told = a->lead.form == LEAD_TOLD && a->lead.noun,
		 had = a->lead.form == LEAD_DIRECT && !a->lead.noun && a->lead.verb;
	bool names = a->lead.form == LEAD_LOOSE && a->lead.noun && a->right && a->lengths.apart && !a->lengths.open &&
	             !a->lead.closed && !a->lead.definite && !names_behind(a); /* whose items each begin with a name */
	return (told || had || names) && !a->near && !a->named && a->things.kind == LISTED_ITEMS && !is_amid_list(a);
}

/* "The mill has two wheels. These are:": the sentence behind it, the last of the block, which takes the things up again. */
static bool is_taken_up(const list_words *w, const announcement *a, slice rest)
{
	enum { WORDS = 12 };
	slice parts[WORDS];
	size_t n = lexicon_split(rest, parts, WORDS);
	if (n < 3 || n > WORDS || !a->lead.head || a->lead.closed)
		return false;
	vocabulary *v = a->doc->scan.vocab;
	if (!word_in(vocabulary_word(v, parts[n - 2]), w->copula))
		return false;
	lead_form form = a->lead.form;
	bool told = form == LEAD_THERE || form == LEAD_TOLD || form == LEAD_STATED || a->lead.verb;
	if (n == 3 && word_in(vocabulary_word(v, parts[0]), w->resume))
		return told && a->lead.noun;
	for (size_t i = 0; i < n; i++) {
		const word *k = vocabulary_word(v, parts[i]);
		if (vocabulary_noun(v, k) != k && slice_equal(word_text(vocabulary_noun(v, k)), word_text(a->lead.head)))
			return told;
	}
	return false;
}

/* What stands between sentence s and the end of its block, if it is no more than a line that ends in a colon. */
static slice line_behind(const document *d, const sentence *s)
{
	enum { LINE = 80 };
	const block *b = &d->blocks[s->block];
	slice rest = slice_trim(document_text(d, s->end, b->end));
	bool line = b->kind == BLOCK_PARAGRAPH && rest.len && rest.len <= LINE && rest.ptr[rest.len - 1] == ':';
	return line ? rest : (slice){"", 0};
}

/* "It follows a three-step plan:", and numbered items or such as begin with a name right below. */
static bool is_staged(const announcement *a)
{
	lead_form form = a->lead.form;
	bool led = a->lead.colon && (form == LEAD_CLOSE || form == LEAD_DIRECT || form == LEAD_FOLLOWING),
		 title = form == LEAD_TITLE || form == LEAD_HEADED;
	return (led || title) && a->right && a->things.kind == LISTED_ITEMS && !a->lengths.open && !a->lead.closed &&
	       (a->lengths.apart || a->doc->doc->groups[a->things.group].ordered);
}

/* Whether the form of words may bind these things at all. */
static bool fits(const announcement *a)
{
	lead_form form = a->lead.form;
	if (a->near)
		return true; /* is_called_the_same has told */
	if (a->lead.stages)
		return is_staged(a);
	bool title = form == LEAD_BRACKET || form == LEAD_BARE || form == LEAD_TITLE || form == LEAD_HEADED;
	if (a->things.kind == LISTED_SECTIONS && !title) {
		bool led = (form == LEAD_TOLD && a->lengths.placed) || form == LEAD_THERE || form == LEAD_CLOSE ||
		           form == LEAD_DIRECT || form == LEAD_FOLLOWING;
		return a->lengths.labelled ? !a->lead.closed
		                           : a->lead.noun && led && (a->lead.colon || a->lengths.placed || heading_names(a));
	}
	if (form == LEAD_LOOSE || form == LEAD_STATED || form == LEAD_TOLD)
		return !a->lead.closed && (a->named || is_told(a));
	if (form == LEAD_HEADED && !a->right)
		return false;
	return form != LEAD_NONE && !(form == LEAD_TITLE && is_numbered_heading(a));
}

/* Another way to read the list comes nearer to the number than the list as it stands: such a way may clear, never accuse. */
static bool has_nearer(const list_lengths *l, int64_t n)
{
	int64_t plain = n > l->at[0] ? n - l->at[0] : l->at[0] - n;
	for (size_t i = 1; i < l->n; i++)
		if ((n > l->at[i] ? n - l->at[i] : l->at[i] - n) < plain)
			return true;
	return false;
}

/* Whether a number in brackets counts what stands below: by what others of the document do, unless names set apart leave no doubt. */
static bool counts_below(const list_words *w, const announcement *a)
{
	bool bare = a->lead.form == LEAD_BARE, bracket = a->lead.form == LEAD_BRACKET;
	if (!bare && !bracket)
		return true;
	list_habit habit = list_habit_of(w, a->doc, a->count->block);
	if (habit.series)
		return false;
	if (bracket && (a->things.kind != LISTED_ITEMS || a->lengths.apart))
		return true;
	if (a->lengths.measured)
		return false;
	return bare ? habit.hold >= 2 && habit.hold > 2 * habit.fail : habit.fail < 2 || habit.hold >= habit.fail;
}

/* A paragraph of bold print alone is a heading that was not made one. */
static bool is_bold_line(const document *d, const block *b)
{
	enum { MARKS = 2 /* bytes behind it */ };
	return b->kind == BLOCK_PARAGRAPH && b->end > b->start + MARKS && document_within(d, b->start, INLINE_STRONG) &&
	       document_within(d, (b->start + b->end) / 2, INLINE_STRONG) &&
	       document_within(d, b->end - 1 - MARKS, INLINE_STRONG);
}

/* "The 12 bells", "**12 bells**:" right over 13 of them: a heading that says nothing else may count anything. */
static bool is_their_title(const announcement *a)
{
	const document *d = a->doc->doc;
	bool bold = is_bold_line(d, &d->blocks[a->count->block]) && a->count->token == 0 && a->lead.last;
	return a->right && a->things.kind != LISTED_NOTHING && (bold || (a->lead.form == LEAD_TITLE && a->lead.definite));
}

/* Whether a number that agrees with no length is worth a finding. */
static bool may_fail(const announcement *a, int64_t n)
{
	const list_lengths *l = &a->lengths;
	if (l->open || l->at[0] < 2 || (l->goes_on && n > l->at[0]))
		return false;
	if (a->lead.stages)
		return n == (int64_t)l->at[0] + 1 || n + 1 == (int64_t)l->at[0];
	bool columns = a->things.kind == LISTED_ROWS && !a->named && (n == l->columns || n + 1 == l->columns);
	if (columns)
		return false;
	bool beside = n == (int64_t)l->at[0] + 1 || n + 1 == (int64_t)l->at[0];
	if (l->labelled)
		return beside;
	bool led = a->lead.form != LEAD_BRACKET && a->lead.form != LEAD_BARE && a->lead.form != LEAD_TITLE &&
	           a->lead.form != LEAD_HEADED;
	if (a->things.kind == LISTED_SECTIONS && led && !heading_names(a)) /* a section more may be of something else */
		return l->placed || (l->apart && !l->pairs) ? beside : n == (int64_t)l->at[0] + 1 && !l->pairs && a->lead.last;
	if (a->things.kind == LISTED_PARAGRAPHS && ((!beside && n != l->at[0]) || !a->lead.noun || !a->right))
		return false;
	bool names = a->things.kind == LISTED_ROWS || (a->things.kind == LISTED_ITEMS && (l->apart || a->lead.manner));
	bool choice = a->lead.form == LEAD_CHOICE && (!a->lead.noun || !beside || !names);
	if (choice || (a->near && !beside) || (is_told(a) && ((!beside && n != l->at[0]) || (n == l->inside && n != l->at[0]))))
		return false;
	if (beside && is_their_title(a))
		return true;
	return a->lead.form == LEAD_FOLLOWING || a->lead.form == LEAD_CLOSE || (a->lead.form == LEAD_THERE && a->lead.colon) ||
	       a->lead.form == LEAD_BRACKET || a->lead.form == LEAD_BARE || a->lead.noun || a->named || a->near || is_told(a);
}

static slice what_stands(arena *a, const document *d, const listed *things, const list_lengths *lengths)
{
	uint32_t last = things->end - 1, from, to, col;
	document_place(d, d->blocks[things->first].start, &from, &col);
	document_place(d, d->blocks[last].end, &to, &col);
	unsigned n = lengths->at[0];
	if (lengths->summed)
		return arena_printf(a, "the column below adds up to %u (lines %u-%u)", n, from, to);
	const char *what = things->kind == LISTED_ITEMS  ? "the list below has"
	                   : things->kind == LISTED_ROWS ? "the table below has"
	                                                 : "what follows has";
	const char *ones = things->kind == LISTED_ITEMS        ? "item"
	                   : things->kind == LISTED_ROWS       ? "row"
	                   : things->kind == LISTED_PARAGRAPHS ? "paragraph"
	                                                       : "section";
	return arena_printf(a, "%s %u %s%s (lines %u-%u)", what, n, ones, n == 1 ? "" : "s", from, to);
}

static set lengths_set(const list_lengths *l)
{
	interval pieces[LIST_LENGTHS];
	for (size_t i = 0; i < l->n; i++) {
		rational r = rational_int((int64_t)l->at[i]);
		pieces[i] = (interval){.lo = r, .hi = r};
	}
	return set_gather(pieces, l->n, true);
}

bool list_lengths_hold(const list_lengths *l, int64_t n)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->at[i] == n)
			return true;
	return false;
}

void list_bind(arena *a, const rule_set *rules, const reading_of *doc, const list_binding *x, binding_list *out)
{
	const rule_refs *waiting = &rules->by_binder[BIND_LIST];
	set lengths = lengths_set(x->lengths);
	for (size_t i = 0; i < waiting->n; i++) {
		set *items = ARENA_NEW(a, set);
		slice *told = ARENA_NEW(a, slice);
		*items = lengths;
		*told = what_stands(a, doc->doc, x->things, x->lengths);
		binding b = bind_start(waiting->at[i], doc, x->grade);
		binding_add(a, &b, (binding_var){.name = SLICE("items"), .values = items, .told = told});
		binding_add_claims(a, &b, (binding_var){.name = SLICE("n")}, &x->count, 1);
		b.agreed = x->agreed;
		bind_reason(a, &b, x->why);
		VEC_PUSH(a, *out, b);
	}
}

static bool value_of(const claim *c, int64_t *n)
{
	const figure *f = c->figure;
	bool told = f->kind == FIGURE_COUNT && f->has_value && figure_value(f).den == 1 && figure_value(f).num >= 2 &&
	            figure_value(f).num <= LIMIT_LIST_ITEMS;
	*n = told ? (int64_t)figure_value(f).num : 0;
	return told;
}

/* What the column adds up to that is headed by what is counted, "Six bays, 40 boats" over one of boats; -1: there is none. */
static int64_t sum_below(const list_words *w, const announcement *a)
{
	enum { LEAST = 5 };
	bool rows = a->things.kind == LISTED_ROWS && !a->named && !a->lead.part;
	int64_t sum = rows ? list_table_sum(w, a->doc, &a->things, a->lead.head) : -1;
	return sum >= LEAST && sum <= UINT32_MAX ? sum : -1;
}

/* Farther off than a tenth, it is something else. */
static void bind_sum(arena *a, const rule_set *rules, announcement *x, int64_t n, int64_t sum, binding_list *out)
{
	enum { PART = 10 };
	int64_t apart = n > sum ? n - sum : sum - n;
	if (apart * PART > sum)
		return;
	x->lengths = (list_lengths){.at = {(uint32_t)sum}, .n = 1, .summed = true};
	list_bind(a, rules, x->doc,
	          &(list_binding){x->count, &x->things, &x->lengths, GRADE_PROBABLE, false,
	                          SLICE("a column below is headed by what is counted")},
	          out);
}

/* One of the first sentences of its block: further ones do not look ahead, so that long texts stay linear. */
static bool opens_block(const reading_of *doc, const sentence *s)
{
	enum { FIRST = 8 };
	size_t i = (size_t)(s - doc->scan.sentences);
	return i < FIRST || doc->scan.sentences[i - FIRST].block != s->block;
}

/* What stands right below the sentence, or near. Returns whether it bound it. */
static bool bind_below(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                       binding_list *out)
{
	const document *d = doc->doc;
	listed after = {0};
	bool right = false;
	if (s->end >= d->blocks[s->block].end) {
		after = listed_after(d, s->block);
		right = after.kind != LISTED_NOTHING || (s->block + 1 < d->block_count && is_title(d, s->block + 1));
		if (after.kind == LISTED_NOTHING && is_title(d, s->block))
			after = listed_below(d, s->block);
	}
	slice behind = s->end < d->blocks[s->block].end ? line_behind(d, s) : (slice){"", 0};
	if (behind.len)
		after = listed_after(d, s->block);
	bool near = after.kind == LISTED_NOTHING && d->blocks[s->block].kind == BLOCK_PARAGRAPH && opens_block(doc, s);
	if (near)
		after = listed_near(d, s->block);
	near |= behind.len > 0;
	if (after.kind == LISTED_NOTHING)
		return false;
	bool bound = false;
	for (uint32_t i = s->figure_count; i-- > 0;) {
		announcement x = {
			.doc = doc, .count = &doc->claims.at[s->first_figure + i], .things = after, .right = right, .near = near};
		int64_t n;
		if (!value_of(x.count, &n))
			continue;
		x.lead = lead_in_of(w, doc, s, x.count);
		x.named = after.kind == LISTED_ROWS && list_table_headed(doc, &after, x.lead.head);
		int64_t sum = sum_below(w, &x);
		if (sum >= 0)
			bind_sum(a, rules, &x, n, sum, out);
		if (bound || sum >= 0)
			continue;
		bool taken = behind.len ? is_taken_up(w, &x, behind) : !near || is_called_the_same(w, &x);
		if (x.lead.form == LEAD_NONE || !taken)
			continue;
		x.lengths = list_lengths_of(w, doc, &after, x.lead.head);
		if (!x.lengths.n || !fits(&x))
			continue;
		bool agrees = list_lengths_hold(&x.lengths, n), sure = may_fail(&x, n);
		if (agrees || (sure && !has_nearer(&x.lengths, n) && counts_below(w, &x))) {
			list_binding b = {x.count,    &x.things,
			                  &x.lengths, x.near || is_told(&x) ? GRADE_PROBABLE : GRADE_CERTAIN,
			                  !sure,      SLICE("what is announced stands right below the number")};
			list_bind(a, rules, doc, &b, out);
			bound = true;
		}
	}
	return bound;
}

void bind_list(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
               binding_list *out)
{
	if (rules->by_binder[BIND_LIST].n && !bind_below(a, rules, w, doc, s, out))
		list_series_bind(a, rules, w, doc, s, out);
}
