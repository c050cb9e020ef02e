/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its own encoding: <meta charset="windows-1251">, content="text/html; charset=...", <?xml encoding="..."?>. */
#include "base/ascii.h"
#include "read/charset.h"

static bool is_name(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '_';
}

/* The word behind "=" and quotation marks. */
static slice value_at(slice head, size_t at)
{
	while (at < head.len && (head.ptr[at] == ' ' || head.ptr[at] == '=' || head.ptr[at] == '"' || head.ptr[at] == '\''))
		at++;
	size_t to = at;
	while (to < head.len && is_name(head.ptr[to]))
		to++;
	return slice_sub(head, at, to);
}

/* Offset behind `word` in any case, standing behind a "<"; SIZE_MAX: it does not. */
static size_t behind_word(slice head, slice word)
{
	bool tag = false;
	for (size_t at = 0; at + word.len < head.len; at++) {
		tag = (tag || head.ptr[at] == '<') && head.ptr[at] != '>';
		if (tag && slice_equal_nocase(slice_sub(head, at, at + word.len), word))
			return at + word.len;
	}
	return SIZE_MAX;
}

/* A page may name anything; what is converted are the encodings that pages were written in. */
const char *charset_told(slice bytes)
{
	enum { HEAD = 1024 };
	static const struct {
		const char *told, *encoding;
	} known[] = {{"iso-8859-1", "CP1252"},
	             {"latin1", "CP1252"},
	             {"us-ascii", "CP1252"},
	             {"windows-1252", "CP1252"},
	             {"cp1252", "CP1252"},
	             {"iso-8859-2", "ISO-8859-2"},
	             {"iso-8859-5", "ISO-8859-5"},
	             {"iso-8859-7", "ISO-8859-7"},
	             {"iso-8859-9", "CP1254"},
	             {"iso-8859-15", "ISO-8859-15"},
	             {"windows-1250", "CP1250"},
	             {"windows-1251", "CP1251"},
	             {"cp1251", "CP1251"},
	             {"windows-1253", "CP1253"},
	             {"windows-1254", "CP1254"},
	             {"windows-1257", "CP1257"},
	             {"koi8-r", "KOI8-R"},
	             {"koi8-u", "KOI8-U"},
	             {"ibm866", "CP866"},
	             {"cp866", "CP866"},
	             {"shift_jis", "SHIFT_JIS"},
	             {"euc-jp", "EUC-JP"},
	             {"euc-kr", "EUC-KR"},
	             {"gb2312", "GBK"},
	             {"gbk", "GBK"},
	             {"gb18030", "GB18030"},
	             {"big5", "BIG5"},
	             {"macintosh", "MACINTOSH"}};
	slice head = slice_sub(bytes, 0, HEAD);
	size_t at = behind_word(head, SLICE("charset"));
	if (at == SIZE_MAX)
		at = behind_word(head, SLICE("encoding"));
	slice told = at == SIZE_MAX ? (slice){"", 0} : value_at(head, at);
	for (size_t i = 0; told.len && i < sizeof known / sizeof *known; i++)
		if (slice_equal_nocase(told, slice_of(known[i].told)))
			return known[i].encoding;
	return NULL;
}
