/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits to a text: words replaced, paragraphs dropped or changed about. */
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *joined(const char *a, size_t a_len, const char *b, size_t b_len, const char *c)
{
	size_t c_len = strlen(c);
	char *out = malloc(a_len + b_len + c_len + 1);
	if (!out)
		exit(2);
	memcpy(out, a, a_len);
	memcpy(out + a_len, b, b_len);
	memcpy(out + a_len + b_len, c, c_len + 1);
	return out;
}

static size_t count_of(const char *text, const char *what)
{
	size_t n = 0;
	for (const char *p = text; (p = strstr(p, what)); p += strlen(what))
		n++;
	return n;
}

static char *replace_all(char *text, const char *from, const char *to)
{
	size_t at = 0;
	for (char *p; (p = strstr(text + at, from));) {
		size_t before = (size_t)(p - text);
		char *next = joined(text, before, to, strlen(to), p + strlen(from));
		free(text);
		text = next;
		at = before + strlen(to);
	}
	return text;
}

/* The paragraph that begins with `start`, its line end included; NULL if there is none. */
static const char *paragraph(const char *text, const char *start, size_t *len)
{
	for (const char *p = text; *p;) {
		const char *end = strchr(p, '\n');
		end = end ? end + 1 : p + strlen(p);
		if (strncmp(p, start, strlen(start)) == 0) {
			*len = (size_t)(end - p);
			return p;
		}
		p = end;
	}
	return NULL;
}

static char *drop_paragraph(char *text, const char *start)
{
	size_t len;
	const char *p = paragraph(text, start, &len);
	char *out = joined(text, (size_t)(p - text), "", 0, p + len);
	free(text);
	return out;
}

static char *swap_paragraphs(char *text, const char *start_a, const char *start_b)
{
	size_t a_len, b_len;
	const char *a = paragraph(text, start_a, &a_len), *b = paragraph(text, start_b, &b_len);
	char *tail = joined(a, a_len, "", 0, b + b_len);
	char *middle = joined(b, b_len, a + a_len, (size_t)(b - (a + a_len)), tail);
	char *out = joined(text, (size_t)(a - text), "", 0, middle);
	free(tail);
	free(middle);
	free(text);
	return out;
}

/* What an edit makes of the text, which it consumes; *fits is false if the text has no place for it. */
static char *edited(char *text, const edit *e, size_t n, bool *fits)
{
	size_t len;
	switch (e->kind) {
	case NO_EDIT:
		break;
	case ALL:
	case ONE:
		*fits = e->kind == ALL ? n > 0 : n == 1;
		return *fits ? replace_all(text, e->from, e->to) : text;
	case DROP:
		*fits = paragraph(text, e->from, &len) != NULL;
		return *fits ? drop_paragraph(text, e->from) : text;
	case SWAP:
		*fits = paragraph(text, e->from, &len) && paragraph(text, e->from, &len) < paragraph(text, e->to, &len);
		return *fits ? swap_paragraphs(text, e->from, e->to) : text;
	}
	return text;
}

char *edit_text(const char *text, const edit edits[EDITS])
{
	char *out = joined(text, strlen(text), "", 0, "");
	for (size_t i = 0; i < EDITS && edits[i].kind != NO_EDIT; i++) {
		size_t n = count_of(out, edits[i].from);
		bool fits = true;
		out = edited(out, &edits[i], n, &fits);
		if (!fits) {
			printf("    the edit of \"%s\" does not fit: it stands there %zu times\n", edits[i].from, n);
			free(out);
			return NULL;
		}
	}
	return out;
}
