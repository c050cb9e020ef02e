/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of Office. A number of a chart is read where a label, or the chart's data table, shows it: what a person would have to
 * measure at an axis is not written anywhere. */
#include "format/gather.h"
#include "format/office_drawing.h"
#include "format/sheet.h"

#include <stdlib.h>

typedef struct chart_point {
	uint32_t at; /* its place in the series */
	slice text;
} chart_point;

typedef struct chart_data { /* of a series: what its points are called, or their values */
	VEC(chart_point) points;
	slice format;
	size_t next; /* to be put out */
} chart_data;

typedef struct chart_labels {
	bool told, values, percents;
	slice format;          /* empty: that of the values */
	VEC(uint32_t) alone;   /* points that show their value though the others do not */
	VEC(uint32_t) lacking; /* points that do not, or show a text of their own */
} chart_labels;

typedef struct chart_series {
	slice name;
	chart_data names, values;
	chart_labels labels;
	double sum;
	bool placed; /* its points are not named, but placed by another number */
} chart_series;

typedef struct chart_job {
	arena *arena;
	builder *b;
	xml_reader *x;
	VEC(chart_series) series;
	VEC(slice) texts; /* of axes and of single labels */
	slice title;
	size_t group; /* the first series of the group at hand: bars, or a line over them */
	bool table;   /* it shows all values below */
} chart_job;

static bool is_on(xml_reader *x)
{
	slice value = xml_attribute(x, XML_NONE, "val");
	return !slice_equal(value, SLICE("0")) && !slice_equal(value, SLICE("false"));
}

static uint32_t number_at(xml_reader *x, const char *name)
{
	return xml_number(x, XML_NONE, name, UINT32_MAX - 1, 0);
}

/* The text within the element that just opened: typed, or that of the cells it comes from. */
static slice read_text(chart_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	gathered all = {0};
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_A, "p"))
			gather_line(j->arena, &all);
		else if (xml_opens(x, XML_C, "pt") && all.n)
			gather_add(j->arena, &all, SLICE(" "));
		else if (xml_opens(x, XML_A, "t") || xml_opens(x, XML_C, "v"))
			gather_add(j->arena, &all, xml_inner_text(j->arena, x));
	}
	return gather_text(&all);
}

static int compare_points(const void *x, const void *y)
{
	const chart_point *p = x, *q = y;
	return p->at < q->at ? -1 : p->at > q->at;
}

/* The points as they were last read of their cells. Where they are named in several levels, the innermost comes first. */
static void read_data(chart_job *j, chart_data *out)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x), at = 0, levels = 0;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_C, "lvl") && levels++)
			xml_skip(x);
		else if (xml_opens(x, XML_C, "formatCode"))
			out->format = xml_inner_text(j->arena, x);
		else if (xml_opens(x, XML_C, "pt"))
			at = number_at(x, "idx");
		else if (xml_opens(x, XML_C, "v"))
			VEC_PUSH(j->arena, out->points, (chart_point){at, xml_inner_text(j->arena, x)});
	}
	if (out->points.n)
		qsort(out->points.at, out->points.n, sizeof *out->points.at, compare_points);
}

static int compare_places(const void *x, const void *y)
{
	const uint32_t *p = x, *q = y;
	return *p < *q ? -1 : *p > *q;
}

/* What a single label says in words of its own: not what is filled in. *filled: the number is. */
static slice read_own_text(chart_job *j, bool *filled)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	gathered all = {0};
	bool fields = false;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_A, "fld")) {
			fields = true;
			*filled |= slice_equal(xml_attribute(x, XML_NONE, "type"), SLICE("VALUE"));
			xml_skip(x);
		} else if (xml_opens(x, XML_A, "t") || xml_opens(x, XML_C, "v")) {
			gather_add(j->arena, &all, xml_inner_text(j->arena, x));
		}
	}
	return fields ? (slice){"", 0} : gather_text(&all);
}

static void read_label(chart_job *j, chart_labels *out)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x), at = 0;
	bool shown = false, removed = false;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_C, "idx")) {
			at = number_at(x, "val");
		} else if (xml_opens(x, XML_C, "tx")) {
			bool filled = false;
			slice text = read_own_text(j, &filled);
			removed = !filled;
			if (text.len)
				VEC_PUSH(j->arena, j->texts, text);
		} else if (xml_opens(x, XML_C, "delete")) {
			removed |= is_on(x);
		} else if (xml_opens(x, XML_C, "showVal")) {
			shown = is_on(x);
		}
	}
	if (removed)
		VEC_PUSH(j->arena, out->lacking, at);
	else if (shown)
		VEC_PUSH(j->arena, out->alone, at);
}

static chart_labels read_labels(chart_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	chart_labels out = {.told = true, .format = {"", 0}};
	bool removed = false;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_C, "dLbl"))
			read_label(j, &out);
		else if (xml_opens(x, XML_C, "numFmt") && xml_number(x, XML_NONE, "sourceLinked", 1, 0) == 0)
			out.format = arena_copy(j->arena, xml_attribute(x, XML_NONE, "formatCode"));
		else if (xml_opens(x, XML_C, "showVal"))
			out.values = is_on(x);
		else if (xml_opens(x, XML_C, "showPercent"))
			out.percents = is_on(x);
		else if (xml_opens(x, XML_C, "delete"))
			removed = is_on(x);
		else if (xml_opens(x, XML_C, "extLst"))
			xml_skip(x);
	}
	if (out.alone.n)
		qsort(out.alone.at, out.alone.n, sizeof *out.alone.at, compare_places);
	if (out.lacking.n)
		qsort(out.lacking.at, out.lacking.n, sizeof *out.lacking.at, compare_places);
	out.values &= !removed;
	out.percents &= !removed && !out.values;
	return out;
}

static void read_series(chart_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	chart_series s = {.name = {"", 0}};
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		s.placed |= xml_opens(x, XML_C, "xVal");
		if (xml_opens(x, XML_C, "tx"))
			s.name = read_text(j);
		else if (xml_opens(x, XML_C, "cat") || xml_opens(x, XML_C, "xVal"))
			read_data(j, &s.names);
		else if (xml_opens(x, XML_C, "val") || xml_opens(x, XML_C, "yVal"))
			read_data(j, &s.values);
		else if (xml_opens(x, XML_C, "dLbls"))
			s.labels = read_labels(j);
		else if (xml_opens(x, XML_C, "trendline") || xml_opens(x, XML_C, "errBars") || xml_opens(x, XML_C, "extLst"))
			xml_skip(x);
	}
	for (size_t i = 0; i < s.values.points.n; i++) {
		slice digits = sheet_number(j->arena, s.values.points.at[i].text);
		s.sum += digits.len ? strtod(arena_copy(j->arena, digits).ptr, NULL) : 0;
	}
	VEC_PUSH(j->arena, j->series, s);
}

/* What a label shows of a number; *stored: its digits, where they are the number and not its part of all. */
static slice show(chart_job *j, const chart_series *s, slice value, slice *stored)
{
	bool is_date;
	slice digits = sheet_number(j->arena, value), format = s->labels.format.len ? s->labels.format : s->values.format;
	*stored = digits;
	if (!digits.len)
		return value;
	if (!s->labels.percents)
		return sheet_show(j->arena, format, digits, false, &is_date);
	*stored = (slice){"", 0};
	if (!(s->sum > 0))
		return (slice){"", 0};
	double part = strtod(arena_copy(j->arena, digits).ptr, NULL) / s->sum;
	slice share = sheet_number(j->arena, arena_printf(j->arena, "%.12f", part));
	return sheet_show(j->arena, s->labels.format.len ? s->labels.format : SLICE("0%"), share, false, &is_date);
}

static slice show_name(chart_job *j, const chart_data *names, slice text)
{
	bool is_date;
	slice digits = names->format.len ? sheet_number(j->arena, text) : (slice){"", 0};
	return digits.len ? sheet_show(j->arena, names->format, digits, false, &is_date) : text;
}

static bool shows_any(const chart_job *j, const chart_series *s)
{
	return s->values.points.n && (j->table || s->labels.values || s->labels.percents || s->labels.alone.n);
}

static bool is_among(const uint32_t *at, size_t n, uint32_t one)
{
	return n && bsearch(&one, at, n, sizeof *at, compare_places);
}

static bool shows_point(const chart_job *j, const chart_series *s, uint32_t at)
{
	const chart_labels *l = &s->labels;
	if (j->table)
		return true;
	return l->values || l->percents ? !is_among(l->lacking.at, l->lacking.n, at) : is_among(l->alone.at, l->alone.n, at);
}

/* The next point's text, if it is the one at this place. */
static slice take(chart_data *data, uint32_t at)
{
	while (data->next < data->points.n && data->points.at[data->next].at < at)
		data->next++;
	bool here = data->next < data->points.n && data->points.at[data->next].at == at;
	return here ? data->points.at[data->next].text : (slice){"", 0};
}

static void put_cell(chart_job *j, bool header, slice text, slice stored)
{
	builder_cell(j->b, header, 1, 1);
	builder_text(j->b, text, 0);
	if (text.len && stored.len)
		builder_stored(j->b, stored);
	builder_end(j->b);
}

static void put_row(chart_job *j, const chart_series *named, chart_data *names, uint32_t at)
{
	builder_row(j->b);
	put_cell(j, false, show_name(j, &named->names, take(names, at)), SLICE(""));
	for (size_t i = 0; i < j->series.n; i++) {
		chart_series *s = &j->series.at[i];
		slice stored = {"", 0};
		if (!shows_any(j, s))
			continue;
		slice value = take(&s->values, at);
		slice text = value.len && shows_point(j, s, at) ? show(j, s, value, &stored) : (slice){"", 0};
		put_cell(j, false, text, stored);
	}
}

/* The first place that some series still has a point for. */
static bool next_place(const chart_job *j, uint32_t from, uint32_t *at)
{
	bool found = false;
	for (size_t i = 0; i < j->series.n; i++) {
		const chart_data *v = &j->series.at[i].values;
		size_t next = v->next;
		while (next < v->points.n && v->points.at[next].at < from)
			next++;
		if (!shows_any(j, &j->series.at[i]) || next == v->points.n || (found && v->points.at[next].at >= *at))
			continue;
		*at = v->points.at[next].at;
		found = true;
	}
	return found;
}

static void put_table(chart_job *j, const chart_series *named)
{
	chart_data names = named->names;
	builder_table(j->b);
	builder_row(j->b);
	put_cell(j, true, SLICE(""), SLICE(""));
	for (size_t i = 0; i < j->series.n; i++)
		if (shows_any(j, &j->series.at[i]))
			put_cell(j, true, j->series.at[i].name, SLICE(""));
	for (uint32_t at = 0; next_place(j, at, &at); at++)
		put_row(j, named, &names, at);
	builder_end(j->b);
}

static void put_text(chart_job *j, block_kind kind, slice text)
{
	if (!text.len)
		return;
	builder_begin(j->b, kind, 0);
	builder_text(j->b, text, 0);
	builder_end(j->b);
}

static void put_chart(chart_job *j)
{
	const chart_series *named = NULL;
	bool any = false;
	put_text(j, BLOCK_CAPTION, j->title);
	for (size_t i = 0; i < j->texts.n; i++)
		put_text(j, BLOCK_PARAGRAPH, j->texts.at[i]);
	for (size_t i = 0; i < j->series.n; i++) {
		any |= shows_any(j, &j->series.at[i]);
		named = !named && j->series.at[i].names.points.n ? &j->series.at[i] : named;
	}
	if (any) {
		put_table(j, named ? named : j->series.at);
		return;
	}
	for (size_t i = 0; i < j->series.n; i++)
		put_text(j, BLOCK_PARAGRAPH, j->series.at[i].name);
	for (size_t i = 0; named && !named->placed && i < named->names.points.n; i++)
		put_text(j, BLOCK_PARAGRAPH, show_name(j, &named->names, named->names.points.at[i].text));
}

void office_chart_put(arena *a, const zip_parts *parts, builder *b, slice part)
{
	chart_job j = {.arena = a, .b = b, .x = xml_open(a, zip_part_named(parts, part)), .title = {"", 0}};
	uint32_t axes = 0;
	while (xml_next(j.x) != XML_END) {
		if (xml_opens(j.x, XML_C, "plotArea")) {
			axes = xml_depth(j.x);
		} else if (xml_opens(j.x, XML_C, "title")) {
			slice text = read_text(&j);
			if (!axes)
				j.title = text;
			else if (text.len)
				VEC_PUSH(a, j.texts, text);
		} else if (xml_opens(j.x, XML_C, "ser")) {
			read_series(&j);
		} else if (xml_opens(j.x, XML_C, "dLbls")) {
			chart_labels labels = read_labels(&j);
			for (size_t i = j.group; i < j.series.n; i++)
				if (!j.series.at[i].labels.told)
					j.series.at[i].labels = labels;
		} else if (xml_opens(j.x, XML_C, "dTable")) {
			j.table = true;
		} else if (axes && j.x && xml_ends(j.x, axes + 1)) {
			j.group = j.series.n;
		} else if (xml_opens(j.x, XML_MC, "Fallback") || xml_opens(j.x, XML_C, "pivotFmts")) {
			xml_skip(j.x);
		}
	}
	xml_close(j.x);
	put_chart(&j);
	office_shapes_put(a, parts, b, zip_part_related(a, parts, part, SLICE("/chartUserShapes"), SLICE("")));
}
