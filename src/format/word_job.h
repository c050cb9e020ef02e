/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Word document that is being read: what the readers of its blocks and of its tables share. */
#ifndef FORMAT_WORD_JOB_H
#define FORMAT_WORD_JOB_H

#include "format/flow.h"
#include "format/word_styles.h"
#include "format/xml.h"
#include "format/zip_parts.h"

enum { WORD_FIELDS = 32 };

typedef struct note_mark {
	uint32_t id, number; /* number 0: of a comment, which has no mark in the text */
} note_mark;

typedef VEC(note_mark) note_marks;

typedef struct word_job {
	arena *arena;
	const zip_parts *parts;
	slice part; /* the name of the one that is read */
	xml_reader *x;
	builder *b;
	flow *f;
	word_styles *styles;
	note_marks footnotes, endnotes, comments; /* in the order of the text */
	VEC(slice) heads;                         /* the ids of heads and feet of pages that are shown */
	uint32_t notes;                           /* numbered so far */
	bool joins;                               /* the last paragraph's mark is deleted: the next one goes on in it */
	flow_shape joined;                        /* what it is if none follows */
	uint32_t fields;                          /* fields open; of each whether its result is at hand: */
	bool result[WORD_FIELDS];
} word_job;

/* The block at the event at hand; what only wraps blocks is looked through. */
void word_event_read(word_job *j);
/* Puts out a paragraph that waits for another to join on. */
void word_flush(word_job *j);
/* format/word_table: the table that just opened, to its end. */
void word_table_read(word_job *j);
/* format/word_heads: what the section whose properties just opened has at the edges of its pages, and all of it, put out. */
void word_section_read(word_job *j);
void word_heads_put(word_job *j);
/* Whether what just opened is not read: deleted, a fallback, what tells of the whole. */
bool word_is_passed_over(const xml_reader *x);

#endif
