/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/word_styles.h"

#include "base/table.h"
#include "format/flow.h"
#include "format/word_run.h"
#include "format/xml.h"

enum { DEPTHS = 9, BASES = 24, MOST_NUMBER = 1000000, BODY_OUTLINE = 9 };

typedef struct list_level {
	word_mark mark;
	uint32_t start, next; /* the next item's number; 0: none counted yet */
} list_level;

typedef struct list_kind { /* an abstract list: several lists may count on together */
	uint32_t id;
	list_level levels[DEPTHS];
} list_kind;

typedef struct list_one {
	uint32_t id, kind;
	bool used;
	uint32_t starts[DEPTHS]; /* 0: as its kind has it */
} list_one;

struct word_styles {
	arena *arena;
	VEC(word_style) styles;
	table numbers; /* of the styles by their id: the first of it, counted from 1 */
	VEC(list_kind) kinds;
	VEC(list_one) lists;
};

/* Built-in styles keep their English names in every language of Office. */
static void take_name(word_style *s, slice name)
{
	static const struct {
		slice name;
		word_role role;
	} NAMES[] = {{SLICE("caption"), WORD_CAPTION},           {SLICE("quote"), WORD_QUOTE},
	             {SLICE("intense quote"), WORD_QUOTE},       {SLICE("toc heading"), WORD_CONTENTS},
	             {SLICE("table of figures"), WORD_CONTENTS}, {SLICE("title"), WORD_HEADING}};
	slice heading = SLICE("heading "), toc = SLICE("toc "), list = SLICE("list");
	s->list_style = slice_equal_nocase(slice_sub(name, 0, list.len), list);
	s->told_role = true;
	s->level = 1;
	if (slice_equal_nocase(slice_sub(name, 0, heading.len), heading) && name.len == heading.len + 1) {
		s->role = WORD_HEADING;
		s->level = (uint16_t)(name.ptr[heading.len] - '0');
		return;
	}
	if (slice_equal_nocase(slice_sub(name, 0, toc.len), toc) && name.len == toc.len + 1) {
		s->role = WORD_CONTENTS;
		return;
	}
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
		if (slice_equal_nocase(name, NAMES[i].name)) {
			s->role = NAMES[i].role;
			return;
		}
	}
	s->told_role = false;
}

static void read_style(word_styles *out, xml_reader *x)
{
	uint32_t depth = xml_depth(x);
	word_style s = {.id = arena_copy(out->arena, xml_attribute(x, XML_W, "styleId"))};
	word_run run = {0};
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "style") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_W, "name")) {
			take_name(&s, xml_attribute(x, XML_W, "val"));
		} else if (xml_opens(x, XML_W, "basedOn")) {
			s.base = arena_copy(out->arena, xml_attribute(x, XML_W, "val"));
		} else if (xml_opens(x, XML_W, "outlineLvl") && s.role != WORD_CONTENTS) {
			uint32_t outline = xml_number(x, XML_W, "val", BODY_OUTLINE, BODY_OUTLINE);
			s.told_role = true;
			s.role = outline < BODY_OUTLINE ? WORD_HEADING : s.role == WORD_HEADING ? WORD_PLAIN : s.role;
			s.level = (uint16_t)(outline + 1);
		} else if (xml_opens(x, XML_W, "numId")) {
			s.numbered = true;
			s.list = xml_number(x, XML_W, "val", MOST_NUMBER, 0);
		} else if (xml_opens(x, XML_W, "ilvl")) {
			s.depth = (uint16_t)xml_number(x, XML_W, "val", DEPTHS - 1, 0);
		} else if (xml_opens(x, XML_W, "rPr")) {
			word_run_read(out->arena, x, &run);
		}
	}
	s.marks = run.marks;
	s.hidden = run.hidden;
	VEC_PUSH(out->arena, out->styles, s);
	void **number = table_at(&out->numbers, s.id);
	if (!*number)
		*number = (void *)(uintptr_t)out->styles.n;
}

static const word_style *find_style(const word_styles *s, slice id)
{
	uintptr_t n = (uintptr_t)table_get(&s->numbers, id);
	return n ? &s->styles.at[n - 1] : NULL;
}

word_style word_style_of(const word_styles *s, slice id)
{
	word_style out = {0};
	const word_style *from = find_style(s, id);
	for (int i = 0; from && i < BASES; i++) {
		if (!out.told_role && from->told_role) {
			out.told_role = true;
			out.role = from->role;
			out.level = from->level;
		}
		if (!out.numbered && from->numbered) {
			out.numbered = true;
			out.list = from->list;
			out.depth = from->depth;
		}
		out.list_style |= from->list_style;
		out.marks |= from->marks;
		out.hidden |= from->hidden;
		from = from->base.len ? find_style(s, from->base) : NULL;
	}
	return out;
}

static void read_kind(word_styles *out, xml_reader *x)
{
	uint32_t depth = xml_depth(x);
	list_kind k = {.id = xml_number(x, XML_W, "abstractNumId", MOST_NUMBER, 0)};
	list_level *level = &k.levels[0];
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "abstractNum") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_W, "lvl")) {
			level = &k.levels[xml_number(x, XML_W, "ilvl", DEPTHS - 1, 0)];
			level->mark = WORD_NUMBER;
			level->start = 1;
		} else if (xml_opens(x, XML_W, "start")) {
			level->start = xml_number(x, XML_W, "val", MOST_NUMBER, 1);
		} else if (xml_opens(x, XML_W, "numFmt")) {
			slice format = xml_attribute(x, XML_W, "val");
			level->mark = slice_equal(format, SLICE("bullet")) ? WORD_BULLET
			              : slice_equal(format, SLICE("none")) ? WORD_NO_ITEM
			                                                   : WORD_NUMBER;
		}
	}
	VEC_PUSH(out->arena, out->kinds, k);
}

static void read_list(word_styles *out, xml_reader *x)
{
	uint32_t depth = xml_depth(x), at = 0;
	list_one l = {.id = xml_number(x, XML_W, "numId", MOST_NUMBER, 0)};
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_W, "num") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_W, "abstractNumId"))
			l.kind = xml_number(x, XML_W, "val", MOST_NUMBER, 0);
		else if (xml_opens(x, XML_W, "lvlOverride"))
			at = xml_number(x, XML_W, "ilvl", DEPTHS - 1, 0);
		else if (xml_opens(x, XML_W, "startOverride"))
			l.starts[at] = xml_number(x, XML_W, "val", MOST_NUMBER, 1);
	}
	VEC_PUSH(out->arena, out->lists, l);
}

word_styles *word_styles_read(arena *a, slice styles, slice numbering)
{
	word_styles *out = ARENA_NEW(a, word_styles);
	out->arena = a;
	out->numbers = table_new(a, 0);
	xml_reader *x = xml_open(a, styles);
	while (xml_next(x) != XML_END)
		if (xml_opens(x, XML_W, "style"))
			read_style(out, x);
	xml_close(x);
	x = xml_open(a, numbering);
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_W, "abstractNum"))
			read_kind(out, x);
		else if (xml_opens(x, XML_W, "num"))
			read_list(out, x);
	}
	xml_close(x);
	return out;
}

word_mark word_count_item(word_styles *s, uint32_t list, uint16_t depth, uint32_t *number)
{
	list_one *l = NULL;
	list_kind *k = NULL;
	*number = 0;
	for (size_t i = 0; i < s->lists.n && !l; i++)
		l = s->lists.at[i].id == list ? &s->lists.at[i] : NULL;
	for (size_t i = 0; l && i < s->kinds.n && !k; i++)
		k = s->kinds.at[i].id == l->kind ? &s->kinds.at[i] : NULL;
	if (!k || depth >= DEPTHS)
		return l ? WORD_BULLET : WORD_NO_ITEM;
	for (size_t i = 0; !l->used && i < DEPTHS; i++)
		if (l->starts[i])
			k->levels[i].next = l->starts[i];
	l->used = true;
	list_level *level = &k->levels[depth];
	for (size_t i = depth + 1u; i < DEPTHS; i++)
		k->levels[i].next = l->starts[i];
	*number = level->next ? level->next : level->start;
	level->next = *number + 1;
	return level->mark;
}
