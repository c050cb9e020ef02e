/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules as they are after loading: typed links, frames and checks, compiled from YAML (rules/checks/ has them). */
#ifndef RULE_RULE_H
#define RULE_RULE_H

#include "claim/claim.h"
#include "base/table.h"
#include "pack/node.h"

typedef struct pattern pattern; /* rule/pattern.h */
typedef struct expr expr;       /* rule/expr.h */
typedef struct automaton automaton;

#define RULE_BINDERS(X)                                                                                                     \
	X(LINKS, "links")                                                                                                       \
	X(FRAME, "frame")                                                                                                       \
	X(ANNOUNCE, "announce")                                                                                                 \
	X(LIST, "list")                                                                                                         \
	X(TABLE_TOTAL, "table-total")                                                                                           \
	X(TABLE_ACROSS, "table-across")                                                                                         \
	X(TABLE_MEAN, "table-mean")                                                                                             \
	X(TABLE_DIFFERENCE, "table-difference")                                                                                 \
	X(TABLE_RATIO, "table-ratio")                                                                                           \
	X(TABLE_PERCENT, "table-percent")                                                                                       \
	X(TABLE_GROWTH, "table-growth")                                                                                         \
	X(SAME, "same")                                                                                                         \
	X(ACROSS, "across")                                                                                                     \
	X(REPEAT, "repeat")                                                                                                     \
	X(REPEAT_ACROSS, "repeat-across")                                                                                       \
	X(DAY_COLUMN, "day-column")                                                                                             \
	X(DAY_ROWS, "day-rows")                                                                                                 \
	X(DAY_TITLE, "day-title")                                                                                               \
	X(NUMBERING, "numbering")                                                                                               \
	X(DEFAULT, "default")                                                                                                   \
	X(DISPUTE, "dispute")                                                                                                   \
	X(RATES, "rates")                                                                                                       \
	X(JOINT, "joint")
typedef enum {
#define X(NAME, name) BIND_##NAME,
	RULE_BINDERS(X)
#undef X
		RULE_BINDER_COUNT
} rule_binder;

typedef enum { GRADE_POSSIBLE, GRADE_PROBABLE, GRADE_CERTAIN } link_grade;                /* rising */
typedef enum { SEVERITY_NONE, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } severity; /* rising */

enum { RULE_VARS = 8 }; /* variables of one link type, frame or rule */

typedef struct link_type { /* `part-of: ["{a:count} of [the] {b:count}", ...]` */
	slice name;
	size_t number;           /* its place in the rule set */
	slice vars[RULE_VARS];   /* in alphabetical order: a join's arguments go by it */
	bool several[RULE_VARS]; /* which of them may have more than one figure */
	size_t var_count;
	const pattern *const *patterns;
	size_t pattern_count;
} link_type;

typedef struct slot_pattern { /* `{say: "compared with {x}", needs: to, unless: more}` */
	const pattern *pattern;
	int8_t needs;  /* slot that must be filled already, -1: none */
	int8_t unless; /* slot that must not be filled, -1 */
	int8_t after;  /* slot whose match must end directly before, -1 */
} slot_pattern;

typedef struct frame_slot {
	slice name;
	const slot_pattern *patterns;
	size_t pattern_count;
	bool once; /* a second match is passed over; without it, it opens another instance */
} frame_slot;

typedef struct frame { /* an anchor word and slots around it, in any order */
	slice name;
	size_t number;            /* its place in the rule set */
	const pattern *anchor;    /* of a figure (`{times:multiple}`), that figure fills the slot of its name */
	const pattern *not_after; /* words that, directly before it, make it none ("the rise"); NULL: none */
	const pattern *next;      /* words that may open another instance ("and"), NULL: none */
	frame_slot slots[RULE_VARS];
	size_t slot_count;
} frame;

typedef struct join { /* one link a rule wants: part-of(parts*, whole) */
	const link_type *type;
	slice args[RULE_VARS]; /* the rule's names for the type's variables */
	bool many[RULE_VARS];  /* written with *: collects every link that agrees on the other arguments */
} join;

typedef struct
	assumption { /* `else: [{assume: one-tailed, when: one-tailed, check: ...}]`, tried in turn when check fails */
	slice assume;
	const expr *check;
	const expr *with; /* NULL: always tried */
} assumption;

typedef struct rule_example {
	enum { EXAMPLE_FLAG, EXAMPLE_HOLD, EXAMPLE_SKIP } kind;
	slice text;         /* of the first document */
	const slice *texts; /* several documents are one collection */
	size_t text_count;
	const node *at;
} rule_example;

typedef struct rule {
	slice id, name, summary, because, message;
	slice open_note; /* told of an open relation; may hold {expressions}, may be empty */
	slice
		unchecked_note; /* told where a figure that the check needs is not in the text; empty: then no relation is formed */
	rule_binder bind;
	const frame *frame; /* of bind: frame */
	const join *joins;  /* of bind: links */
	size_t join_count;
	const expr *check;
	const expr *const *with; /* all must be true for the relation to be formed at all */
	size_t with_count;
	const assumption *otherwise;
	size_t otherwise_count;
	bool exact;        /* reading: exact — no blur by trailing zeros; percents ± u in the generous reading */
	bool told;         /* reading: told — told sets stand for plain and generous ones: two renderings of one quantity */
	bool weak;         /* strong: false — direction only, or a bare n of N */
	link_grade grade;  /* an upper bound on the link's grade, from `grade:` */
	severity severity; /* an upper bound */
	const slice *profiles;
	size_t profile_count;
	slice documents; /* the file ending of its examples, so their format ("md"); empty: plain text */
	const rule_example *examples;
	size_t example_count;
	const node_file *file; /* where it stands */
	const node *at;
	bool enabled;
	bool overridden; /* switched or re-levelled by the user */
} rule;

typedef struct
	decision { /* settled by the user: a claim that says all words of one phrase, and one that says those of the other, */
	slice a, b;
	bool same; /* tell one quantity; or never do */
} decision;

typedef struct rule_refs { /* enabled rules, in order of id */
	const rule **at;
	size_t n, cap;
} rule_refs;

typedef struct rule_set {
	const lexicon *lex;
	const scan_kit *scan_kit; /* its own */
	const claim_kit *claim_kit;
	rule *rules; /* in order of id */
	size_t rule_count;
	const link_type *const *links;
	size_t link_count;
	const frame *const *frames;
	size_t frame_count;
	const table *link_names;    /* to link_type */
	const rule_refs *by_link;   /* by link_type.number: those whose first join is of that type */
	const rule_refs *by_frame;  /* by frame.number */
	const rule_refs *by_binder; /* by rule_binder */
	const decision *decided;
	size_t decided_count;
	const automaton *automaton; /* over the anchors of all patterns of enabled rules */
	slice digest;               /* "sha256:..." over every rule and lexicon file */
} rule_set;

/* Loads every file (rules/checks/ of the built-in pack, then the user's; a user's rule with a built-in id takes its place).
 * Every mistake of every file is reported; NULL if there was any. */
rule_set *rule_load(arena *a, const lexicon *lex, const node_file *const *files, size_t n, diag_list *diags);
/* Whether its figures are cells of one table, read as the table writes them: brackets are a minus there. */
bool rule_reads_cells(const rule *r);
/* Whether it holds two tellings of one quantity against each other: same, dispute, across, repeat or repeat-across. */
bool rule_compares_tellings(const rule *r);
/* By id (any case) or name; NULL if there is none. */
rule *rule_find(const rule_set *rules, slice id_or_name);
/* To be called after rules were switched on or off: builds the automaton and the lists of enabled rules anew. */
void rule_prepare(arena *a, rule_set *rules);

#endif
