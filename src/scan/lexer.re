/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/lexer.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum {
	WEB_NAME = 80,   /* the longest name before an address's @ or :// that is looked for */
	FILE_ENDING = 5, /* letters of the longest ending of a file's name */
};

size_t lexer_skip_more_space(slice text, size_t at, size_t limit)
{
	while (at < limit) {
		unsigned char c = (unsigned char)text.ptr[at];
		if (c == ' ' || (c >= '\t' && c <= '\r')) {
			at++;
			continue;
		}
		size_t len;
		if (c < 0x80 || !utf8_is_space(utf8_decode(text, at, &len)))
			return at;
		at += len;
	}
	return at;
}

/* The bytes of an apostrophe at text[at], 0 if there is none. */
static size_t apostrophe_at(slice text, size_t at, size_t limit)
{
	if (at < limit && text.ptr[at] == '\'')
		return 1;
	return at + 3 <= limit && text.ptr[at] == '\xE2' && text.ptr[at + 1] == '\x80' && text.ptr[at + 2] == '\x99' ? 3 : 0;
}

static size_t letters_end(slice text, size_t at, size_t limit)
{
	while (at < limit) {
		if (ascii_is_letter(text.ptr[at])) {
			at++;
			continue;
		}
		size_t len;
		if ((unsigned char)text.ptr[at] < 0x80 || !utf8_is_letter(utf8_decode(text, at, &len)))
			break;
		at += len;
	}
	return at;
}

size_t lexer_word_end(slice text, size_t at, size_t limit)
{
	size_t end = letters_end(text, at, limit);
	while (end > at) {
		size_t mark = apostrophe_at(text, end, limit);
		size_t more = mark ? letters_end(text, end + mark, limit) : end;
		if (!mark || more == end + mark)
			break;
		end = more;
	}
	return end;
}

/* The end of an address's path: everything up to white space, quotes or angle brackets, without the marks that end it. */
static size_t path_end(slice text, size_t at, size_t limit)
{
	size_t from = at;
	while (at < limit) {
		unsigned char c = (unsigned char)text.ptr[at];
		if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' || c >= 0x80)
			break;
		at++;
	}
	while (at > from) {
		char c = text.ptr[at - 1];
		if (c != '.' && c != ',' && c != ';' && c != ':' && c != '!' && c != '?' && c != '\'' && c != ')' && c != ']' && c != '}' && c != '*')
			break;
		at--;
	}
	return at;
}

static size_t name_end(slice text, size_t at, size_t limit, size_t *dots)
{
	size_t most = limit - at < WEB_NAME ? limit : at + WEB_NAME;
	*dots = 0;
	while (at < most && (ascii_is_alnum(text.ptr[at]) || text.ptr[at] == '.' || text.ptr[at] == '-' || text.ptr[at] == '_' ||
	                     text.ptr[at] == '+' || text.ptr[at] == '%')) {
		*dots += text.ptr[at] == '.' && at + 1 < most && ascii_is_letter(text.ptr[at + 1]);
		at++;
	}
	return at;
}

/* The end of a URL or an e-mail address that begins at text[at], or `at`. */
static size_t web_end(slice text, size_t at, size_t limit)
{
	size_t dots, end = name_end(text, at, limit, &dots);
	slice rest = slice_sub(text, end, limit);
	if (slice_starts_with(rest, SLICE("://")))
		return path_end(text, end, limit);
	if (slice_starts_with(slice_sub(text, at, limit), SLICE("www.")))
		return path_end(text, at, limit);
	if (slice_starts_with(rest, SLICE("@"))) {
		size_t domain = name_end(text, end + 1, limit, &dots);
		return dots ? path_end(text, end, domain) : at;
	}
	if (dots && end < limit && text.ptr[end] == '/' && end + 1 < limit && ascii_is_alnum(text.ptr[end + 1]))
		return path_end(text, end, limit);
	return at;
}

/* A mark inside an identifier: K12.5+34, X20-7. */
static bool joins_digits(slice text, size_t at, size_t limit)
{
	char c = text.ptr[at];
	return (c == '.' || c == '+' || c == '-') && at + 1 < limit && ascii_is_digit(text.ptr[at + 1]) && ascii_is_alnum(text.ptr[at - 1]);
}

static bool has_digit(slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (ascii_is_digit(text.ptr[i]))
			return true;
	}
	return false;
}

/* Whether a digit stands in the letters, digits and low lines from `at` on: img_2034. */
static bool digit_behind(slice text, size_t at, size_t limit)
{
	while (at < limit && (ascii_is_letter(text.ptr[at]) || text.ptr[at] == '_'))
		at++;
	return at < limit && ascii_is_digit(text.ptr[at]);
}

/* Behind the ending of a file's name, ".jpg", ".mp3"; `at` if there is none. */
static size_t file_ending(slice text, size_t at, size_t limit)
{
	size_t stop = at + 1;
	if (stop >= limit || text.ptr[at] != '.' || text.ptr[stop] < 'a' || text.ptr[stop] > 'z')
		return at;
	while (stop < limit && stop - at <= FILE_ENDING && ascii_is_alnum(text.ptr[stop]))
		stop++;
	return stop - at > FILE_ENDING || (stop < limit && (unsigned char)text.ptr[stop] >= 0x80) ? at : stop;
}

/* What begins with a letter: an address, an identifier or a word. */
static atom_kind word_atom(slice text, size_t at, size_t limit, size_t *end)
{
	size_t stop = lexer_word_end(text, at, limit);
	char next = stop < limit ? text.ptr[stop] : ' ';
	if (next == '.' || next == '@' || next == ':' || next == '-' || next == '_' || next == '+' || ascii_is_digit(next)) {
		size_t web = web_end(text, at, limit);
		if (web > at) {
			*end = web;
			return ATOM_WEB;
		}
	}
	*end = stop;
	size_t most = limit - at < WEB_NAME ? limit : at + WEB_NAME;
	if (!ascii_is_digit(next) && !(next == '_' && digit_behind(text, stop, most)))
		return ATOM_WORD;
	while (stop < limit && (ascii_is_alnum(text.ptr[stop]) || text.ptr[stop] == '_' || joins_digits(text, stop, limit)))
		stop++;
	size_t ending = file_ending(text, stop, limit);
	*end = ending;
	return ending > stop ? ATOM_FILE : ATOM_IDENTIFIER;
}

/* A byte of a path. */
static bool is_step(char c)
{
	return ascii_is_alnum(c) || c == '/' || c == '.' || c == '_' || c == '~' || c == '+' || c == '-';
}

/* A shape that is an address or a code only if nothing goes on before or behind it. What it is else, a word or a number,
 * has an end in any case. */
static atom_kind code_atom(slice text, size_t at, size_t stop, size_t limit, size_t *end)
{
	bool inside = at > 0 && (is_step(text.ptr[at - 1]) || text.ptr[at - 1] == ')');
	bool goes_on = stop < limit && (ascii_is_alnum(text.ptr[stop]) || (unsigned char)text.ptr[stop] >= 0x80);
	slice found = slice_sub(text, at, stop);
	*end = stop;
	if (has_digit(found) && !goes_on && !inside)
		return slice_find_byte(found, ' ') == SIZE_MAX ? ATOM_CODE : ATOM_POST;
	if (ascii_is_letter(text.ptr[at]))
		return word_atom(text, at, limit, end);
	if (slice_find_byte(found, '.') != SIZE_MAX)
		return ATOM_VERSION;
	*end = at + 1;
	while (*end < stop && ascii_is_digit(text.ptr[*end]))
		++*end;
	return ATOM_NUMBER;
}

/* What begins as a path does, its first step up to `stop`: a path if it has two steps or a drive and stands apart. */
static atom_kind path_atom(slice text, size_t at, size_t stop, size_t limit, size_t *end)
{
	bool drive = ascii_is_letter(text.ptr[at]);
	bool inside = at > 0 && (is_step(text.ptr[at - 1]) || text.ptr[at - 1] == ')');
	size_t steps = drive, k = stop;
	*end = at + 1;
	if (inside)
		return drive ? word_atom(text, at, limit, end) : ATOM_PUNCT;
	while (k < limit && steps == 0 && is_step(text.ptr[k])) {
		steps += text.ptr[k] == '/' && k + 1 < limit && ascii_is_alnum(text.ptr[k + 1]);
		k++;
	}
	if (steps == 0)
		return ATOM_PUNCT;
	*end = path_end(text, stop, limit);
	return ATOM_FILE;
}

static atom_kind other_atom(slice text, size_t at, size_t limit, size_t *end)
{
	size_t len;
	uint32_t c = utf8_decode(text, at, &len);
	if (utf8_is_letter(c))
		return word_atom(text, at, limit, end);
	*end = at + len;
	return ATOM_PUNCT;
}

#define PEEK() (cursor < limit ? (unsigned char)text.ptr[cursor] : 0)

atom_kind lexer_atom(slice text, size_t at, size_t limit, size_t *end)
{
	size_t cursor = at, marker = at, context = at;
	(void)context;
	/*!re2c
	re2c:flags:8 = 1;
	re2c:define:YYCTYPE = "unsigned char";
	re2c:api = custom;
	re2c:api:style = free-form;
	re2c:define:YYPEEK = "PEEK()";
	re2c:define:YYSKIP = "cursor++;";
	re2c:define:YYBACKUP = "marker = cursor;";
	re2c:define:YYRESTORE = "cursor = marker;";
	re2c:yyfill:enable = 0;
	re2c:indent:string = "\t";

	d      = [0-9];
	letter = [A-Za-z];
	thin   = [\u00A0\u2007\u2008\u2009\u200A\u202F];
	minus  = [-\u2212\u2013\u2010\u2011];
	super  = [\u2070\u00B9\u00B2\u00B3\u2074-\u2079];

	decimals = "." d+;
	comma  = d{1,3} ("," d{3})+ decimals?;
	indian = d{1,2} ("," d{2})+ "," d{3} decimals?;
	loose  = d{1,3} ", 000";
	spaced = d{1,3} (thin d{3})+ ([.,] d+)?;
	lined  = d{1,3} ("_" d{3})+ decimals?;
	quoted = d{1,3} (['\u2019] d{3})+ decimals?;
	dotted = d{1,3} ("." d{3})+ "," d+ | d{1,3} ("." d{3}){2,};
	plain  = d+ decimals? | decimals;
	halved = d+ "," d+;
	number = comma | indian | loose | spaced | lined | quoted | dotted | plain | halved;

	power  = "10" ("^" "{"? (minus | "+")? d{1,2} "}"? | "\u207B"? super+ | "\u207A" super+);
	times  = " "? [x\u00D7*\u00B7\u22C5] " "?;
	sci    = plain times (power | "10" " "? minus d{1,2}) | plain [eE] (minus | "+")? d{1,3} | power | "10 \u2212" d{1,2};

	clock  = d{1,2} ":" d{2} (":" d{2} ([.,] d+)?)?;
	scaled = "1:" (d{3,} | d{1,3} ([ ,.] d{3})+);
	iso    = d{4} "-" d{2} "-" d{2} "T" clock ("Z" | [-+] d{2} ":"? d{2})?;
	date   = d{4} "-" d{1,2} "-" d{1,2} | d{4} "/" d{1,2} "/" d{1,2} | d{4} "." d{1,2} "." d{1,2} |
	         d{1,2} "/" d{1,2} "/" (d{4} | d{2}) | d{1,2} "." d{1,2} "." d{4} | d{1,2} "-" d{1,2} "-" (d{4} | d{2});

	phone  = "+" d{1,3} ([ .-]? "(" d{1,4} ")")? ([ .-] d{2,5}){2,5} ("/" d+)? | "(" d{2,5} ") "? d{3,4} [- ] d{3,4} |
	         ("1" [ -])? d{3} "-" d{3} "-" d{4} | d{3} "." d{3} "." d{4} | "(0" d{2,4} ") " d{5,8} |
	         "0" d{2,4} [ -] d{3,4} [ -] d{3,4} | "0" d{3,4} [ -] d{6,7} | "0" d [ -] d{4} [ -] d{4} | "0" d{2} [ -] d{8} |
	         [78] " (" d{3,5} ") " d{1,3} ("-" d{2}){2};
	hex    = [0-9A-Fa-f];
	uuid   = hex{8} ("-" hex{4}){3} "-" hex{12};
	mac    = hex{2} (":" hex{2}){5};
	ipv6   = hex{1,4} (":" hex{0,4}){5,7} | hex{1,4} (":" hex{1,4}){0,5} "::" (hex{1,4} (":" hex{1,4}){0,5})?;
	ipv4   = d{1,3} ("." d{1,3}){3} ("/" d{1,2} | ":" d{2,5})?;
	post   = [A-Z]{1,2} d [A-Z0-9]? " " d [ABD-HJLNP-UW-Z]{2} | [A-Z] d [A-Z] " " d [A-Z] d;
	root   = ("~" | "."{1,2})? "/" [A-Za-z0-9._~+-] | [A-Za-z] ":\\" [A-Za-z0-9._~+-];
	ident  = d+ letter+ d (letter | d)* | d+ ("-" d+){2,};

	iso | date { *end = cursor; return ATOM_DATE; }
	phone      { *end = cursor; return ATOM_PHONE; }
	scaled     { *end = at + 1; return ATOM_NUMBER; } /* 1:50,000: not a time */
	clock      { *end = cursor; return ATOM_CLOCK; }
	number | sci { *end = cursor; return ATOM_NUMBER; }
	uuid | mac | ipv6 | ipv4 | post { return code_atom(text, at, cursor, limit, end); }
	root       { return path_atom(text, at, cursor, limit, end); }
	d+ ("." d+){2,} { *end = cursor; return ATOM_VERSION; }
	ident      { *end = cursor; return ATOM_IDENTIFIER; }
	[\u00BC-\u00BE\u2150-\u215E\u2189] { *end = cursor; return ATOM_VULGAR; }
	letter     { return word_atom(text, at, limit, end); }
	[\x00-\x7F] { *end = at + 1; return ATOM_PUNCT; }
	*          { return other_atom(text, at, limit, end); }
	*/
}
