/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "rule/load.h"

#include "base/utf8.h"

#include <string.h>

enum { SUPPLIED_MOST = 4, MOST_JOINS = 4, MOST_CONDITIONS = 16, MOST_PROFILES = 8 };

static const slice BINDERS[] = {
#define X(NAME, name) {name, sizeof name - 1},
	RULE_BINDERS(X)
#undef X
};

/* The variables that the binders written in C supply. */
static const slice SUPPLIED[RULE_BINDER_COUNT][SUPPLIED_MOST] = {
	[BIND_ANNOUNCE] = {{"n", 1}, {"items", 5}},
	[BIND_LIST] = {{"n", 1}, {"items", 5}},
	[BIND_TABLE_TOTAL] = {{"parts", 5}, {"total", 5}, {"less", 4}, {"rest", 4}},
	[BIND_TABLE_ACROSS] = {{"parts", 5}, {"total", 5}, {"less", 4}, {"rest", 4}},
	[BIND_TABLE_MEAN] = {{"parts", 5}, {"mean", 4}, {"rest", 4}, {"n", 1}},
	[BIND_TABLE_DIFFERENCE] = {{"a", 1}, {"b", 1}, {"c", 1}},
	[BIND_TABLE_RATIO] = {{"a", 1}, {"b", 1}, {"c", 1}},
	[BIND_TABLE_PERCENT] = {{"a", 1}, {"b", 1}, {"c", 1}},
	[BIND_TABLE_GROWTH] = {{"a", 1}, {"b", 1}, {"c", 1}},
	[BIND_SAME] = {{"a", 1}, {"b", 1}},
	[BIND_ACROSS] = {{"a", 1}, {"b", 1}},
	[BIND_REPEAT] = {{"a", 1}, {"b", 1}},
	[BIND_REPEAT_ACROSS] = {{"a", 1}, {"b", 1}},
	[BIND_DAY_COLUMN] = {{"a", 1}, {"b", 1}, {"v", 1}, {"w", 1}},
	[BIND_DAY_ROWS] = {{"d", 1}, {"w", 1}, {"on", 2}},
	[BIND_DAY_TITLE] = {{"d", 1}, {"e", 1}},
	[BIND_NUMBERING] = {{"a", 1}, {"b", 1}},
	[BIND_DEFAULT] = {{"a", 1}, {"b", 1}},
	[BIND_DISPUTE] = {{"a", 1}, {"b", 1}},
	[BIND_RATES] = {{"firsts", 6}, {"seconds", 7}},
	[BIND_JOINT] = {{"figures", 7}},
};

typedef struct rule_reader {
	rule_loader *loader;
	rule *rule;
	const node *map;
	slice vars[RULE_VARS];
	size_t var_count;
} rule_reader;

static const node *get(const rule_reader *r, const char *key)
{
	return node_get(r->map, slice_of(key));
}

static void add_variable(rule_reader *r, slice name, const node *at)
{
	for (size_t i = 0; i < r->var_count; i++) {
		if (slice_equal(r->vars[i], name))
			return;
	}
	if (r->var_count == RULE_VARS)
		node_complain(r->loader->diags, r->loader->file, at, "a rule has at most %d variables", RULE_VARS);
	else
		r->vars[r->var_count++] = name;
}

/* Joins. */

static const open_link *find_link(rule_reader *r, slice name, const node *at)
{
	rule_loader *l = r->loader;
	const void *number = table_get(&l->link_names, name);
	if (number)
		return &l->links.at[(uintptr_t)number - 1];
	slice *known = ARENA_ARRAY(l->arena, slice, l->links.n);
	for (size_t i = 0; i < l->links.n; i++)
		known[i] = l->links.at[i].name;
	load_unknown(l, at, "link type", name, known, l->links.n);
	return NULL;
}

static bool is_name(slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		bool letter = ascii_is_letter(c) || c == '_';
		if (!letter && !(i > 0 && ascii_is_digit(c)))
			return false;
	}
	return s.len > 0;
}

static slice names_text(arena *a, const slice *names, size_t n)
{
	slice text = {"", 0};
	for (size_t i = 0; i < n; i++)
		text = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text), i ? ", " : "", SLICE_ARG(names[i]));
	return text;
}

/* `part-of(parts*, whole)` */
static bool load_join(rule_reader *r, const node *at, join *out)
{
	rule_loader *l = r->loader;
	slice text = at->kind == NODE_SCALAR ? slice_trim(node_text(at)) : (slice){"", 0};
	size_t open = slice_find_byte(text, '(');
	if (open == SIZE_MAX || !slice_ends_with(text, SLICE(")"))) {
		node_complain(l->diags, l->file, at, "expected a link type and its variables: part-of(a, b)");
		return false;
	}
	const open_link *link = find_link(r, slice_trim(slice_sub(text, 0, open)), at);
	out->type = link ? link->type : NULL;
	slice rest = slice_sub(text, open + 1, text.len - 1);
	size_t n = 0;
	while (rest.len) {
		size_t comma = slice_find_byte(rest, ',');
		slice arg = slice_trim(slice_sub(rest, 0, comma == SIZE_MAX ? rest.len : comma));
		rest = comma == SIZE_MAX ? (slice){"", 0} : slice_sub(rest, comma + 1, rest.len);
		bool many = slice_ends_with(arg, SLICE("*"));
		if (many)
			arg = slice_trim(slice_sub(arg, 0, arg.len - 1));
		if (!is_name(arg) || n == RULE_VARS) {
			node_complain(l->diags, l->file, at, "\"" SLICE_FMT "\" is no name for a variable", SLICE_ARG(arg));
			return false;
		}
		out->args[n] = arg;
		out->many[n++] = many;
		add_variable(r, arg, at);
	}
	if (link && !link->broken && n != out->type->var_count)
		node_complain(l->diags, l->file, at, SLICE_FMT " has %zu variables (" SLICE_FMT "), not %zu",
		              SLICE_ARG(out->type->name), out->type->var_count,
		              SLICE_ARG(names_text(l->arena, out->type->vars, out->type->var_count)), n);
	return out->type && n == out->type->var_count;
}

static void load_joins(rule_reader *r)
{
	rule_loader *l = r->loader;
	const node *at = get(r, "join"), *items[MOST_JOINS];
	if (!at) {
		node_complain(l->diags, l->file, r->map, "a rule with `bind: links` or `bind: rates` needs a `join`");
		return;
	}
	size_t n = load_terms(l, at, items, MOST_JOINS, "a join like part-of(a, b)");
	join *joins = ARENA_ARRAY(l->arena, join, n ? n : 1);
	for (size_t i = 0; i < n; i++)
		r->rule->join_count += load_join(r, items[i], &joins[r->rule->join_count]);
	r->rule->joins = joins;
}

/* `bind`. */

static void bind_to_frame(rule_reader *r, const node *at, slice name)
{
	rule_loader *l = r->loader;
	slice *known = ARENA_ARRAY(l->arena, slice, l->frames.n);
	r->rule->bind = BIND_FRAME;
	for (size_t i = 0; i < l->frames.n; i++) {
		known[i] = l->frames.at[i]->name;
		if (slice_equal(known[i], name))
			r->rule->frame = l->frames.at[i];
	}
	if (!r->rule->frame) {
		load_unknown(l, at, "frame", name, known, l->frames.n);
		return;
	}
	for (size_t i = 0; i < r->rule->frame->slot_count; i++)
		add_variable(r, r->rule->frame->slots[i].name, at);
}

static void load_bind(rule_reader *r)
{
	rule_loader *l = r->loader;
	const node *at = get(r, "bind");
	if (!at) {
		node_complain(l->diags, l->file, r->map, "a rule needs `bind`");
		return;
	}
	if (at->kind == NODE_SCALAR && slice_starts_with(node_text(at), SLICE("frame "))) {
		bind_to_frame(r, at, slice_trim(slice_sub(node_text(at), 6, at->len)));
	} else {
		int binder = load_choice(l, at, "binder", BINDERS, RULE_BINDER_COUNT);
		if (binder == BIND_FRAME)
			node_complain(l->diags, l->file, at, "which frame? `bind: frame NAME`");
		if (binder < 0 || binder == BIND_FRAME)
			return;
		r->rule->bind = (rule_binder)binder;
		for (size_t i = 0; i < SUPPLIED_MOST && SUPPLIED[binder][i].len; i++)
			add_variable(r, SUPPLIED[binder][i], at);
	}
	if (r->rule->bind == BIND_LINKS || r->rule->bind == BIND_RATES)
		load_joins(r);
	else if (get(r, "join"))
		node_complain(l->diags, l->file, get(r, "join"), "only `bind: links` and `bind: rates` have a `join`");
}

/* Expressions. */

static expr_scope scope_of(const rule_reader *r)
{
	return (expr_scope){.lex = r->loader->lex, .vars = r->vars, .var_count = r->var_count};
}

static void warn_of_width(const rule_reader *r, const node *at, const expr *check)
{
	const rule_loader *l = r->loader;
	for (size_t i = 0; i < r->var_count; i++) {
		if (expr_uses(check, r->vars[i]) > 1)
			diag_at(l->diags, DIAG_WARNING, l->file->path, l->file->source, at->line, at->col, 1,
			        "the variable " SLICE_FMT
			        " is used twice, as if it could be two numbers at once: the check is wider than it need be",
			        SLICE_ARG(r->vars[i]));
	}
}

static const expr *load_check(const rule_reader *r, const node *at)
{
	expr_scope scope = scope_of(r);
	const expr *check = load_expr(r->loader, at, &scope, FUNC_TRUTH);
	if (check)
		warn_of_width(r, at, check);
	return check;
}

static void load_conditions(rule_reader *r)
{
	const node *at = get(r, "with"), *items[MOST_CONDITIONS];
	size_t n = at ? load_terms(r->loader, at, items, MOST_CONDITIONS, "a condition") : 0;
	expr_scope scope = scope_of(r);
	const expr **with = ARENA_ARRAY(r->loader->arena, const expr *, n ? n : 1);
	for (size_t i = 0; i < n; i++) {
		with[r->rule->with_count] = load_expr(r->loader, items[i], &scope, FUNC_TRUTH);
		r->rule->with_count += with[r->rule->with_count] != NULL;
	}
	r->rule->with = with;
}

static void load_assumption(rule_reader *r, const node *at, assumption *out)
{
	static const slice keys[] = {{"assume", 6}, {"check", 5}, {"with", 4}};
	rule_loader *l = r->loader;
	if (at->kind != NODE_MAP) {
		node_complain(l->diags, l->file, at, "an assumption has `assume` and `check`");
		return;
	}
	node_only_keys(l->diags, l->file, at, keys, 3);
	const node *assume = node_get(at, keys[0]), *check = node_get(at, keys[1]), *with = node_get(at, keys[2]);
	if (!assume || !check) {
		node_complain(l->diags, l->file, at, "an assumption has `assume` and `check`");
		return;
	}
	expr_scope scope = scope_of(r);
	load_text(l, assume, &out->assume);
	out->check = load_check(r, check);
	out->with = with ? load_expr(l, with, &scope, FUNC_TRUTH) : NULL;
}

static void load_assumptions(rule_reader *r)
{
	const node *at = get(r, "else");
	if (!at)
		return;
	size_t n = at->kind == NODE_SEQUENCE ? at->n : 1;
	assumption *list = ARENA_ARRAY(r->loader->arena, assumption, n ? n : 1);
	for (size_t i = 0; i < n; i++)
		load_assumption(r, node_one(at, i), &list[i]);
	r->rule->otherwise = list;
	r->rule->otherwise_count = n;
}

/* The rest. */

static void load_levels(rule_reader *r)
{
	static const slice severities[] = {{"none", 4}, {"note", 4}, {"warning", 7}, {"error", 5}};
	static const slice readings[] = {{"exact", 5}, {"told", 4}};
	rule_loader *l = r->loader;
	const node *at = get(r, "severity"), *grade = get(r, "grade"), *how = get(r, "reading"), *strong = get(r, "strong");
	int s = at ? load_choice(l, at, "severity", severities, 4) : SEVERITY_ERROR;
	int g = grade ? load_choice(l, grade, "grade", LOAD_GRADES, 3) : GRADE_CERTAIN;
	int h = how ? load_choice(l, how, "reading", readings, 2) : -1;
	bool is_strong = true;
	if (strong)
		node_bool(l->diags, l->file, strong, &is_strong);
	r->rule->severity = s < 0 ? SEVERITY_ERROR : (severity)s;
	r->rule->grade = g < 0 ? GRADE_CERTAIN : (link_grade)g;
	r->rule->exact = h == 0;
	r->rule->told = h == 1;
	r->rule->weak = !is_strong;
}

static void load_profiles(rule_reader *r)
{
	const node *at = get(r, "profiles"), *items[MOST_PROFILES];
	size_t n = at ? load_list(r->loader, at, items, MOST_PROFILES, "the name of a profile") : 0;
	slice *profiles = ARENA_ARRAY(r->loader->arena, slice, n ? n : 1);
	for (size_t i = 0; i < n; i++)
		r->rule->profile_count += load_text(r->loader, items[i], &profiles[r->rule->profile_count]);
	r->rule->profiles = profiles;
}

static void need_text(rule_reader *r, const char *key, slice *out)
{
	const node *at = get(r, key);
	if (at)
		load_text(r->loader, at, out);
	else
		node_complain(r->loader->diags, r->loader->file, r->map, "a rule needs `%s`", key);
}

static void load_identity(rule_reader *r)
{
	rule_loader *l = r->loader;
	rule *out = r->rule;
	need_text(r, "id", &out->id);
	need_text(r, "name", &out->name);
	need_text(r, "summary", &out->summary);
	need_text(r, "because", &out->because);
	const node *at = get(r, "id");
	for (size_t i = 0; i < out->id.len; i++) {
		char c = out->id.ptr[i];
		if (!(ascii_is_capital(c) || ascii_is_digit(c) || (i > 0 && (c == '-' || c == '_')))) {
			node_complain(l->diags, l->file, at, "an id is of capital letters and digits: N101");
			break;
		}
	}
	at = get(r, "name");
	for (size_t i = 0; i < out->name.len; i++) {
		char c = out->name.ptr[i];
		if (!(ascii_is_small(c) || ascii_is_digit(c) || c == '-')) {
			node_complain(l->diags, l->file, at, "a name is of small letters, digits and hyphens: percent-of-whole");
			break;
		}
	}
}

static void load_texts(rule_reader *r)
{
	rule_loader *l = r->loader;
	expr_scope scope = scope_of(r);
	const node *check = get(r, "check"), *message = get(r, "message"), *open = get(r, "open"),
			   *examples = get(r, "examples");
	if (check)
		r->rule->check = load_check(r, check);
	else
		node_complain(l->diags, l->file, r->map, "a rule needs `check`");
	if (message)
		load_message(l, message, &scope, &r->rule->message);
	else
		node_complain(l->diags, l->file, r->map, "a rule needs `message`");
	if (open)
		load_message(l, open, &scope, &r->rule->open_note);
	const node *unchecked = get(r, "unchecked");
	if (unchecked)
		load_message(l, unchecked, &scope, &r->rule->unchecked_note);
	const node *documents = get(r, "documents");
	if (documents && documents->kind == NODE_SCALAR)
		r->rule->documents = node_text(documents);
	else if (documents)
		node_complain(l->diags, l->file, documents, "`documents` is the file ending of the examples, such as md");
	if (examples)
		example_load(l, r->rule, examples);
	else
		node_complain(l->diags, l->file, r->map, "a rule needs `examples`: flag, hold and skip");
}

static rule *rule_under(rule_loader *l, const table *t, slice key)
{
	const void *at = key.len ? table_get(t, key) : NULL;
	return at ? &l->rules.at[(uintptr_t)at - 1] : NULL;
}

static void refuse_second(rule_loader *l, const rule *made, const rule *first, const char *what)
{
	if (first && first->file == made->file)
		node_complain(l->diags, l->file, made->at, "the rule " SLICE_FMT " of line %u has this %s already",
		              SLICE_ARG(first->id), first->at->line, what);
}

/* A user's rule takes the place of a built-in one; two of one id or name in one file are a mistake. */
static void add_rule(rule_loader *l, const rule *made)
{
	slice id = utf8_fold(l->arena, made->id);
	rule *same_id = rule_under(l, &l->ids, id), *same_name = rule_under(l, &l->names, made->name);
	refuse_second(l, made, same_id, "id");
	if (same_name != same_id)
		refuse_second(l, made, same_name, "name");
	void *place = (void *)(uintptr_t)(same_id ? (size_t)(same_id - l->rules.at) + 1 : l->rules.n + 1);
	if (made->name.len && !same_name)
		*table_at(&l->names, made->name) = place;
	if (same_id) {
		*same_id = *made;
		same_id->overridden = true;
		return;
	}
	if (id.len)
		*table_at(&l->ids, id) = place;
	VEC_PUSH(l->arena, l->rules, *made);
}

void load_rule(rule_loader *l, const node *map)
{
	static const slice keys[] = {
		{"id", 2},      {"name", 4},    {"summary", 7},  {"bind", 4},      {"join", 4},      {"reading", 7}, {"check", 5},
		{"with", 4},    {"else", 4},    {"open", 4},     {"severity", 8},  {"grade", 5},     {"strong", 6},  {"profiles", 8},
		{"message", 7}, {"because", 7}, {"examples", 8}, {"unchecked", 9}, {"documents", 9},
	};
	if (map->kind != NODE_MAP) {
		node_complain(l->diags, l->file, map,
		              "expected a rule: a map with id, name, summary, bind, check, message, because, examples");
		return;
	}
	rule made = {.file = l->file, .at = map, .enabled = true};
	rule_reader r = {.loader = l, .rule = &made, .map = map};
	node_only_keys(l->diags, l->file, map, keys, sizeof keys / sizeof *keys);
	load_identity(&r);
	load_bind(&r);
	load_texts(&r);
	load_conditions(&r);
	load_assumptions(&r);
	load_levels(&r);
	load_profiles(&r);
	add_rule(l, &made);
}
