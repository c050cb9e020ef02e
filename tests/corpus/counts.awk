# SPDX-License-Identifier: GPL-3.0-or-later
# Finds, by the plainest means, where a Markdown file announces a number of things and then lists as many, where a table's total
# or a sentence's is the sum of what stands there, and where a weekday is that of the date beside it: prints each place as
# "line TAB column TAB the number or weekday as written TAB number TAB kind". Knows nothing of how numerate reads documents.
function value(w,    i) {
	w = tolower(w)
	for (i = 2; i <= 12; i++)
		if (w == WORD[i])
			return i
	return w ~ /^[0-9]+$/ && w + 0 >= 2 && w + 0 <= 99 && w !~ /^0/ ? w + 0 : 0
}

# The first number in s that stands before a word or two and then a plural: "three more rules". Its place is in AT.
function number_phrase(s,    rest, at, n, w, word, k, tail) {
	rest = s
	at = 0
	while (match(rest, /[A-Za-z0-9]+/)) {
		word = substr(rest, RSTART, RLENGTH)
		k = RSTART > 1 ? substr(rest, RSTART - 1, 1) : at ? substr(s, at, 1) : " "
		n = value(word)
		tail = substr(rest, RSTART + RLENGTH)
		if (n && k ~ /[ *(]/ && tail ~ /^( [a-z][a-z-]*| `[^`]*`)?( [a-z][a-z-]*)?( [a-z][a-z-]*)? [a-z-]+s([^a-z'-]|$)/) {
			AT = at + RSTART
			NUMBER = word
			return n
		}
		at += RSTART + RLENGTH - 1
		rest = substr(rest, RSTART + RLENGTH)
	}
	return 0
}

# "Rules (12)", "Rules (12):"
function bracketed(s) {
	if (!match(s, /[a-z]s\**  *\([0-9]+\)\**:?\** *$/))
		return 0
	s = substr(s, RSTART, RLENGTH)
	AT = RSTART + index(s, "(")
	NUMBER = substr(s, index(s, "(") + 1)
	NUMBER = substr(NUMBER, 1, index(NUMBER, ")") - 1)
	return value(NUMBER)
}

function indent(s) {
	match(s, /^ */)
	return RLENGTH
}

function is_item(s) {
	return s ~ /^ *([-*+]|[0-9]+[.)])[ \t]/
}

function marker(s) {
	sub(/^ */, "", s)
	return s ~ /^[0-9]/ ? "1" : substr(s, 1, 1)
}

# How many items the list beginning at line i has; 0 if its shape is not plain.
function items(i,    own, mark, n) {
	own = indent(L[i])
	mark = marker(L[i])
	for (n = 0; i <= N; i++) {
		if (L[i] ~ /^ *$/)
			continue
		if (is_item(L[i]) && indent(L[i]) == own) {
			if (marker(L[i]) != mark)
				return 0
			n++
		} else if (indent(L[i]) <= own && (L[i - 1] ~ /^ *$/ || L[i] ~ /^(#|<|\||```|---)/)) {
			break
		}
	}
	return n
}

function rows(i,    n) {
	if (L[i + 1] !~ /^ *\|? *:?-+:? *\|/)
		return 0
	n = 0
	for (i += 2; i <= N && L[i] ~ /\|/; i++)
		n++
	return n
}

function below(i) {
	i++
	if (L[i] ~ /^ *$/)
		i++
	if (is_item(L[i]))
		return items(i)
	return L[i] ~ /^ *\|/ ? rows(i) : 0
}

# The whole number that a cell holds; -1: it holds something else.
function cell_value(s) {
	gsub(/[ *_]/, "", s)
	if (s !~ /^[0-9]+$/ && s !~ /^[0-9][0-9]?[0-9]?(,[0-9][0-9][0-9])+$/)
		return -1
	gsub(/,/, "", s)
	return length(s) < 9 ? s + 0 : -1
}

function report(i, at, number, n, kind) {
	printf "%d\t%d\t%s\t%d\t%s\n", i, at, number, n, kind
}

# The table whose header is line i: each cell of its last row, if that is a total, under a column of numbers that add up to it.
function totals(i,    last, r, c, n, k, cells, own, sum, plain, at, number) {
	for (last = i + 1; last < N && L[last + 1] ~ /^ *\|/; last++)
		;
	if (last - i < 4 || tolower(L[last]) !~ /^ *\| *[*_]*total[*_]* *\|/)
		return
	n = split(L[last], own, "|")
	for (c = 3; c <= n; c++) {
		sum = 0
		plain = cell_value(own[c]) >= 0
		for (r = i + 2; r < last && plain; r++) {
			if (split(L[r], cells, "|") != n || (k = cell_value(cells[c])) < 0)
				plain = 0
			sum += k
		}
		if (!plain || sum != cell_value(own[c]) || sum < 2)
			continue
		at = 1
		for (k = 1; k < c; k++)
			at += length(own[k]) + 1
		match(own[c], /[0-9][0-9,]*/)
		report(last, at + RSTART - 1, substr(own[c], RSTART, RLENGTH), sum, "total")
	}
}

# "4 tugs, 3 pilots and 2 ferries, 9 in total": the last number is the sum of the others in its sentence.
function sentence_total(i,    line, head, n, sum, number, at) {
	line = L[i]
	if (!match(line, /[ (*][0-9]+[*]* (in total|altogether|in all)/))
		return
	at = RSTART + 1
	number = substr(line, at)
	match(number, /^[0-9]+/)
	number = substr(number, 1, RLENGTH)
	head = substr(line, 1, at - 1)
	sub(/.*[.:;] /, "", head)
	for (n = 0; match(head, /(^|[ (*])[0-9]+[ *]/); n++) {
		sum += substr(head, RSTART + (substr(head, RSTART, 1) !~ /[0-9]/)) + 0
		head = substr(head, RSTART + RLENGTH - 1)
	}
	if (n >= 2 && sum == number + 0)
		report(i, at, number, sum, "in-total")
}

# 0 Sunday .. 6 Saturday (Sakamoto).
function weekday_of(y, m, d) {
	if (m < 3)
		y--
	return (y + int(y / 4) - int(y / 100) + int(y / 400) + substr("032503514624", m, 1) + d) % 7
}

# A weekday beside a date with its year: "Tuesday, March 31, 2026", "Tue 31 March 2026", "2026-03-31 (Tue)".
function weekdays(i,    line, at, day, word, k, n, rest, y, m, d) {
	line = L[i]
	at = 0
	while (match(line, /(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?/)) {
		word = substr(line, RSTART, RLENGTH)
		rest = substr(line, RSTART + RLENGTH)
		n = RSTART > 13 ? substr(line, RSTART - 13, 13) : substr(line, 1, RSTART - 1)
		at += RSTART
		line = rest
		k = at
		at += length(word) - 1
		y = 0
		if (rest ~ /^[A-Za-z]/)
			continue
		if (match(n, /[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][ ,(]+$/)) {
			n = substr(n, RSTART)
			y = substr(n, 1, 4); m = substr(n, 6, 2) + 0; d = substr(n, 9, 2) + 0
		} else if (match(rest, /^,? [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)) {
			sub(/^,? /, "", rest)
			y = substr(rest, 1, 4); m = substr(rest, 6, 2) + 0; d = substr(rest, 9, 2) + 0
		} else if (match(rest, /^,? [A-Z][a-z]+\.? [0-9][0-9]?(st|nd|rd|th)?,? [0-9][0-9][0-9][0-9]/)) {
			split(substr(rest, 1, RLENGTH), D, /[ ,.]+/)
			m = MONTH[tolower(substr(D[2], 1, 3))]; d = D[3] + 0; y = D[4] + 0
		} else if (match(rest, /^,? [0-9][0-9]?(st|nd|rd|th)? (of )?[A-Z][a-z]+\.?,? [0-9][0-9][0-9][0-9]/)) {
			rest = substr(rest, 1, RLENGTH)
			sub(/ of /, " ", rest)
			split(rest, D, /[ ,.]+/)
			d = D[2] + 0; m = MONTH[tolower(substr(D[3], 1, 3))]; y = D[4] + 0
		}
		if (y && m && d && DAY[tolower(substr(word, 1, 3))] == weekday_of(y, m, d) + 1)
			report(i, k, word, weekday_of(y, m, d) + 1, "weekday")
	}
}

BEGIN {
	split("one two three four five six seven eight nine ten eleven twelve", WORD, " ")
	split("sun mon tue wed thu fri sat", NAMES, " ")
	for (i = 1; i <= 7; i++)
		DAY[NAMES[i]] = i
	split("jan feb mar apr may jun jul aug sep oct nov dec", NAMES, " ")
	for (i = 1; i <= 12; i++)
		MONTH[NAMES[i]] = i
}

{
	L[++N] = $0
	if ($0 ~ /^ *(```|~~~)/)
		code = !code
	CODE[N] = code
}

END {
	for (i = 1; i < N; i++) {
		line = L[i]
		if (CODE[i])
			continue
		weekdays(i)
		if (line ~ /^ *\|/) {
			if (L[i + 1] ~ /^ *\| *:?-+/)
				totals(i)
			continue
		}
		sentence_total(i)
		sub(/[*_]+ *$/, "", line)
		kind = ""
		n = 0
		if (bracketed(line)) {
			n = value(NUMBER)
			kind = "bracket"
		} else if (line ~ /<summary>[0-9]+ [a-z]+s<\/summary>/) {
			n = number_phrase(line)
			kind = "summary"
		} else if (line ~ /:$/ && (n = number_phrase(line))) {
			kind = "lead-in"
		} else if (line ~ /^#/ && (n = number_phrase(line))) {
			kind = "heading"
		}
		if (n && below(i) == n)
			report(i, AT, NUMBER, n, kind)
	}
}
