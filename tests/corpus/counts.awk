# SPDX-License-Identifier: GPL-3.0-or-later
# Finds, by the plainest means, where a Markdown file announces a number of things and then lists as many: prints each place as
# "line TAB the number as written TAB number TAB kind". Knows nothing of how numerate reads documents.
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

BEGIN {
	split("one two three four five six seven eight nine ten eleven twelve", WORD, " ")
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
		if (CODE[i] || line ~ /^ *\|/)
			continue
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
			printf "%d\t%d\t%s\t%d\t%s\n", i, AT, NUMBER, n, kind
	}
}
