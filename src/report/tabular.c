/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tabular.h"

static const double GAP = 10, PAD = 2.5;

tabular tabular_new(layout *l, const tabular_column *columns, size_t n)
{
	tabular t = {.l = l, .columns = columns, .n = n};
	double whole = 0, room = l->right - l->left - GAP * (double)(n - 1), x = l->left;
	for (size_t i = 0; i < n; i++)
		whole += columns[i].share;
	for (size_t i = 0; i < n; i++) {
		t.x[i] = x;
		t.width[i] = room * columns[i].share / whole;
		x += t.width[i] + GAP;
	}
	return t;
}

void tabular_text(tabular *t, size_t column, slice text, look how)
{
	para_add(t->l, &t->cell[column], text, how);
}

void tabular_mark(tabular *t, size_t column, mark m, look how)
{
	para_mark(t->l, &t->cell[column], m, how);
}

static double cells_height(tabular *t)
{
	double most = 0;
	for (size_t i = 0; i < t->n; i++) {
		double h = layout_para_height(t->l, &t->cell[i], t->width[i], t->columns[i].max_lines);
		most = h > most ? h : most;
	}
	return most + 2 * PAD;
}

static void draw_cells(tabular *t, double height)
{
	layout *l = t->l;
	double top = l->y;
	for (size_t i = 0; i < t->n; i++) {
		l->y = top + PAD;
		layout_para(l, &t->cell[i], t->x[i], t->width[i], t->columns[i].max_lines, t->columns[i].side);
		t->cell[i] = (para){0};
	}
	l->y = top + height;
	layout_rule(l, l->left, l->right);
}

static double head_height(void)
{
	return STYLE.type[TYPE_CAPTION].leading + 2 * PAD;
}

static void draw_head(tabular *t)
{
	layout *l = t->l;
	look how = {.size = TYPE_CAPTION, .ink = INK_SECONDARY};
	double baseline = l->y + PAD + layout_baseline(TYPE_CAPTION);
	for (size_t i = 0; i < t->n; i++) {
		bool right = t->columns[i].side == ALIGN_RIGHT;
		layout_at(l, right ? t->x[i] + t->width[i] : t->x[i], baseline, slice_of(t->columns[i].head), how,
		          t->columns[i].side);
	}
	l->y += head_height();
	layout_rule(l, l->left, l->right);
	t->begun = true;
}

static double group_height(void)
{
	return STYLE.type[TYPE_BODY].leading + 3 * PAD;
}

static void draw_group(tabular *t, const char *more)
{
	layout *l = t->l;
	look how = {.size = TYPE_BODY, .ink = INK_TEXT, .bold = true}, small = {.size = TYPE_CAPTION, .ink = INK_SECONDARY};
	double baseline = l->y + 2 * PAD + layout_baseline(TYPE_BODY), width = l->right - l->left;
	slice title = layout_fit(l, t->group, how, width - layout_width(l, slice_of(more), small) - GAP, FIT_MIDDLE);
	layout_at(l, l->left, baseline, title, how, ALIGN_LEFT);
	layout_at(l, l->left + layout_width(l, title, how) + GAP / 2, baseline, slice_of(more), small, ALIGN_LEFT);
	l->y += group_height();
	layout_rule(l, l->left, l->right);
}

/* Room for what comes next; on a new page the head comes first. True if it began a page or the table. */
static bool make_room(tabular *t, double height)
{
	layout *l = t->l;
	size_t page = l->page;
	layout_room(l, height + (t->begun ? 0 : head_height()));
	if (t->begun && l->page == page)
		return false;
	draw_head(t);
	return true;
}

void tabular_row(tabular *t)
{
	double height = cells_height(t);
	bool begun = t->begun;
	if (make_room(t, height) && begun && t->group.len)
		draw_group(t, "continued");
	if (t->anchor)
		layout_anchor_here(t->l, t->anchor);
	t->anchor = 0;
	draw_cells(t, height);
}

void tabular_group(tabular *t, slice title)
{
	make_room(t, group_height() + 3 * STYLE.baseline);
	t->group = title;
	draw_group(t, "");
}

void tabular_end(tabular *t)
{
	t->l->y += STYLE.baseline / 2;
}
