/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every bound of the program in one place; a message that names a bound names it by this name. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#define LIMIT_DOCUMENT_BYTES ((size_t)2 << 30) /* one document, read whole */
#define LIMIT_LANGUAGE_BYTES ((size_t)8 << 10) /* of a text, whose letters tell its language */
#define LIMIT_RULE_FILE_BYTES ((size_t)4 << 20)
#define LIMIT_YAML_DEPTH 32
#define LIMIT_RULES 4096
#define LIMIT_PATTERN_TOKENS 48 /* items in one pattern */
#define LIMIT_PATTERN_GAP 8     /* tokens that "..." may pass over */
#define LIMIT_EXPRESSION_DEPTH 32
#define LIMIT_SENTENCE_TOKENS 2000     /* a longer sentence is cut here */
#define LIMIT_MATCH_STEPS 20000        /* steps of the matcher in one sentence for one pattern */
#define LIMIT_FIGURES_PER_SENTENCE 200 /* past it, figures are read but not bound */
#define LIMIT_GROUP_PAIRS 10000        /* pairs compared inside one key of same/across */
#define LIMIT_LIST_ITEMS 1000
#define LIMIT_RATE_PAIRS 8         /* pairs of two currencies, say, that one of them is held against */
#define LIMIT_REASON_RELATIONS 200 /* relations of one document that are reasoned over together */
#define LIMIT_REASON_STEPS 2000    /* steps of one such reasoning: how often a condition may narrow the values */
#define LIMIT_FOLDER_DEPTH 64

#endif
