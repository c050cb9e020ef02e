/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of HTML. Gumbo gives each as it reads, entities decoded, and as it stands; both are walked side by side, so that every byte
 * of the one knows its place in the other. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/html.h"
#include "document/script.h"

#include <string.h>

uint32_t html_source_of(const html_walk *w, const char *at)
{
	return at && at >= w->base && at <= w->base + w->source.len ? (uint32_t)(at - w->base) : 0;
}

static void put_space(html_walk *w)
{
	uint32_t at = w->space, end = w->space_end;
	w->space_end = 0;
	if (!end || builder_is_apart(w->out))
		return;
	if (end == at + 1 && w->source.ptr[at] == ' ')
		builder_text(w->out, SLICE(" "), at);
	else
		builder_put(w->out, SLICE(" "), at, end);
}

void html_ready(html_walk *w)
{
	if (!w->leaf && !w->open) {
		builder_begin(w->out, BLOCK_PARAGRAPH, 0);
		w->open = true;
		w->space_end = 0;
	}
	put_space(w);
	for (size_t i = 0; i < w->marks.n; i++)
		builder_mark(w->out, w->marks.at[i]);
	w->marks.n = 0;
	w->broken = false;
}

void html_mark(html_walk *w, inline_kind kind)
{
	VEC_PUSH(w->arena, w->marks, kind);
}

void html_unmark(html_walk *w, inline_kind kind)
{
	if (w->marks.n)
		w->marks.n--; /* nothing was said in it */
	else
		builder_unmark(w->out, kind);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void put_verbatim(html_walk *w, slice text, uint32_t at)
{
	html_ready(w);
	w->told = at + (uint32_t)text.len;
	if (w->script == HTML_LEVEL)
		builder_text(w->out, text, at);
	else
		script_put(w->out, text, at, w->script == HTML_RAISED);
}

/* A run of text that stands in the source as it is. */
static void tell_verbatim(html_walk *w, slice text, uint32_t at)
{
	for (size_t i = 0; i < text.len;) {
		size_t from = i;
		while (i < text.len && (w->code || !is_space(text.ptr[i])))
			i++;
		/* A single blank between words is told with them. */
		while (!w->code && i + 1 < text.len && text.ptr[i] == ' ' && !is_space(text.ptr[i + 1]) && i > from) {
			i++;
			while (i < text.len && !is_space(text.ptr[i]))
				i++;
		}
		if (i > from)
			put_verbatim(w, slice_sub(text, from, i), at + (uint32_t)from);
		from = i;
		while (i < text.len && !w->code && is_space(text.ptr[i]))
			i++;
		if (i > from && !w->space_end) {
			w->space = at + (uint32_t)from;
			w->space_end = at + (uint32_t)i;
		}
	}
}

/* Text that stands for other bytes of the source. */
static void tell_decoded(html_walk *w, slice text, uint32_t at, uint32_t end)
{
	if (!w->code && text.len == 1 && is_space(*text.ptr)) {
		if (!w->space_end) {
			w->space = at;
			w->space_end = end;
		}
		return;
	}
	html_ready(w);
	w->told = end;
	slice sign =
		text.len == 1 && w->script != HTML_LEVEL ? script_sign(*text.ptr, w->script == HTML_RAISED) : (slice){"", 0};
	builder_put(w->out, sign.len ? sign : text, at, end);
}

/* Bytes of the reference ("&amp;", "&#8212;", "&copy") that begins `raw`, for which `text` begins with *sign bytes; 0: the
 * ampersand stands for itself. */
static size_t reference_length(slice raw, slice text, size_t *sign)
{
	size_t end = 1;
	bool number = raw.len > 2 && raw.ptr[1] == '#';
	end += number;
	while (end < raw.len && ascii_is_alnum(raw.ptr[end]))
		end++;
	utf8_decode(text, 0, sign);
	if (*text.ptr == '&' && !number && !slice_equal_nocase(slice_sub(raw, 1, 4), SLICE("amp")))
		return 0;
	bool closed = end < raw.len && raw.ptr[end] == ';';
	slice behind = slice_sub(text, *sign, text.len);
	for (size_t name = 3; !number && name < end && name < 8;
	     name++) /* without a semicolon: what follows tells where it ends */
		if (slice_starts_with(behind, slice_sub(raw, name, end + closed)))
			return name;
	if (!closed)
		return end;
	/* A few names stand for two signs. */
	slice rest = slice_sub(raw, end + 1, raw.len);
	size_t more;
	if (!number && behind.len && rest.len && (*behind.ptr & 0x80) && *behind.ptr != *rest.ptr && *rest.ptr != '&') {
		utf8_decode(behind, 0, &more);
		*sign += more;
	}
	return end + 1;
}

/* How the source stands for the beginning of the text: *sign bytes of it for the bytes returned; 0: nothing fits. */
static size_t unit_length(slice raw, slice text, size_t *sign)
{
	*sign = 1;
	if (*raw.ptr == '&') {
		size_t n = reference_length(raw, text, sign);
		if (n)
			return n;
		*sign = 1;
	}
	if (*raw.ptr == '\r' && *text.ptr == '\n')
		return raw.len > 1 && raw.ptr[1] == '\n' ? 2 : 1;
	size_t length;
	uint32_t there = utf8_decode(raw, 0, &length);
	uint32_t told = utf8_decode(text, 0, sign);
	if (there == told || told == 0xFFFD) /* the parser's sign for what is no character */
		return length;
	*sign = 0;
	if (*raw.ptr == '<') { /* a tag that opened and closed nothing */
		size_t end = slice_find_byte(raw, '>');
		return end == SIZE_MAX ? 0 : end + 1;
	}
	return 0;
}

void html_text(html_walk *w, const GumboText *t)
{
	slice text = slice_of(t->text), raw = {t->original_text.data, t->original_text.length};
	size_t at = 0, from = 0, place = 0, begins = 0; /* the verbatim run begins at `from`, in the source at `begins` */
	uint32_t base = html_source_of(w, raw.ptr);
	while (at < text.len && place < raw.len) {
		size_t sign, n = unit_length(slice_sub(raw, place, raw.len), slice_sub(text, at, text.len), &sign);
		if (n && n == sign && memcmp(raw.ptr + place, text.ptr + at, n) == 0) {
			at += n;
			place += n;
			continue;
		}
		if (at > from)
			tell_verbatim(w, slice_sub(text, from, at), base + (uint32_t)begins);
		if (!n) {
			from = at;
			break;
		}
		if (sign)
			tell_decoded(w, slice_sub(text, at, at + sign), base + (uint32_t)place, base + (uint32_t)(place + n));
		from = at += sign;
		begins = place += n;
	}
	if (at > from && (at == text.len || place == raw.len))
		tell_verbatim(w, slice_sub(text, from, at), base + (uint32_t)begins);
	if (at < text.len) { /* out of step: the rest stands for the rest */
		html_ready(w);
		w->told = base + (uint32_t)raw.len;
		builder_put(w->out, slice_sub(text, at, text.len), base + (uint32_t)place, base + (uint32_t)raw.len);
	}
}
