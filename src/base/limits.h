/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every bound of the program in one place; a message that names a bound names it by this name. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* The caps that a run may set (base/caps.h, --limit NAME=VALUE): X(ID, name, unit, default, what it bounds). */
#define LIMIT_CAPS(X)                                                                                                       \
	X(SIZE, size, BYTES, (uint64_t)2 << 30, "one document, read whole")                                                     \
	X(MEMORY, memory, BYTES, (uint64_t)1 << 30, "the memory in which one document is taken apart")                          \
	X(TIME, time, SECONDS, 10, "a processor's time for taking one document apart")                                          \
	X(WAIT, wait, SECONDS, 60, "the time by the clock for the same")                                                        \
	X(DEPTH, depth, COUNT, 256, "elements within each other in a document")                                                 \
	X(EXPANSION, expansion, BYTES, (uint64_t)1 << 30, "what an archive or a packed document may hold unpacked")             \
	X(RATIO, ratio, COUNT, 250, "how many times its packed size that may be, past the first 16 MiB")                        \
	X(FILES, files, COUNT, 10000, "files in one archive, those of archives in it included")                                 \
	X(NESTING, nesting, COUNT, 3, "archives within each other")                                                             \
	X(FOLDERS, folders, COUNT, 64, "folders within each other")

#define LIMIT_DOCUMENT_BYTES ((size_t)2 << 30) /* what no cap may be set above: offsets have 32 bits */
#define LIMIT_RATIO_FREE_BYTES ((uint64_t)16 << 20)
#define LIMIT_TABLE_ROWS ((uint32_t)1 << 21) /* of a table that a sandboxed reader tells of */
#define LIMIT_TABLE_COLUMNS ((uint32_t)1 << 17)
#define LIMIT_MARKDOWN_COLUMNS 256              /* of a Markdown table; a wider one is text */
#define LIMIT_METADATA_BYTES ((size_t)64 << 10) /* a title, a place, a publisher */
#define LIMIT_NOTES 100                         /* about one document; of others it is told how many there are */
#define LIMIT_NOTE_BYTES 1000                   /* of one such sentence */
#define LIMIT_LANGUAGE_BYTES ((size_t)8 << 10)  /* of a text, whose letters tell its language */
#define LIMIT_RULE_FILE_BYTES ((size_t)4 << 20)
#define LIMIT_YAML_DEPTH 32
#define LIMIT_RULES 4096
#define LIMIT_RULE_FOLDER_DEPTH 64
#define LIMIT_PATTERN_TOKENS 48 /* items in one pattern */
#define LIMIT_PATTERN_GAP 8     /* tokens that "..." may pass over */
#define LIMIT_EXPRESSION_DEPTH 32
#define LIMIT_SENTENCE_TOKENS 2000     /* a longer sentence is cut here */
#define LIMIT_MATCH_STEPS 20000        /* steps of the matcher in one sentence for one pattern */
#define LIMIT_FIGURES_PER_SENTENCE 200 /* past it, figures are read but not bound */
#define LIMIT_GROUP_PAIRS 10000        /* pairs compared inside one key of same/across */
#define LIMIT_LIST_ITEMS 1000
#define LIMIT_RATE_PAIRS 8  /* pairs of two currencies, say, that one of them is held against */
#define LIMIT_TOLD_TWICE 64 /* findings on one figure that another is held against, so that one cause makes one finding */
#define LIMIT_REASON_RELATIONS 200 /* relations of one document that are reasoned over together */
#define LIMIT_REASON_STEPS 2000    /* steps of one such reasoning: how often a condition may narrow the values */
#define LIMIT_MARKUP_DEPTH 32    /* blocks within blocks of a marked-up text; deeper ones are kept as they stand, as code */
#define LIMIT_ASIDE_NODES 1000   /* of what stands beside a page's text that are looked at for whether it is of links */
#define LIMIT_TABLE_SPARSE 64    /* places of a table for each cell that is told */
#define LIMIT_TABLE_ADDENDS 64   /* of a sum that are named one by one; the others are one number */
#define LIMIT_TABLE_OPEN 5000    /* rows that a total may reach back over beyond the nearest heading or total */
#define LIMIT_TABLE_COMPARED 24  /* of a table whose columns are compared by threes */
#define LIMIT_TABLE_SEARCHED 200 /* lines of a table that are tried in other ways than in order */
#define LIMIT_TABLE_SHORTENED 1000    /* sums of a table that may be told through one another */
#define LIMIT_TABLE_ROUNDED 20000     /* places of a table whose sums may tell that its numbers were rounded */
#define LIMIT_TABLE_MISSES 20         /* cells that may break what the others of their row or column obey */
#define LIMIT_FORMULA_DEPTH 64        /* brackets within each other in a sheet's formula */
#define LIMIT_FORMULA_READS 1000000   /* cells that a workbook's formulas may read for their recomputation, */
#define LIMIT_FORMULA_READS_A_CELL 64 /* and as many more for each cell that it has */
#define LIMIT_STALE_FORMULAS 20       /* that are told one by one */
#define LIMIT_PAGE_HEADS 100          /* different heads and feet of the pages of an office document */
#define LIMIT_PDF_PAGES 10000         /* of one document */
#define LIMIT_PDF_PAGE_WORDS 50000    /* on one page */
#define LIMIT_READERS 8               /* processes that read one document together */
#define LIMIT_READERS_BYTES 32768     /* of a document, below which they would only cost */
#define LIMIT_READERS_PAGES 16        /* for each of them, likewise */

#endif
