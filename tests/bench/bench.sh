#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/bench/bench.sh BUILD MEGABYTES...: speed and memory on generated text, beside wc and grep on the same bytes in the
# same run. The ratios are what counts: they say the same on a fast and a slow machine.
set -euo pipefail

build=$1
shift
sizes=${*:-1 10 100}
numerate=$build/numerate
texts=$build/bench/texts
mkdir -p "$texts"

divide() {
	awk -v a="$1" -v b="$2" -v f="$3" 'BEGIN { printf(f, (b > 0 ? a / b : 0)) }'
}

# measure TIMES COMMAND...: sets seconds and kilobytes.
measure() {
	read -r seconds kilobytes < <("$build/bench/run" "$@")
}

# row NAME COMMAND...: measures and prints one line of the table; the first row of a table is what the others are set against.
# The last column but one says how many times the speed of the first row.
row() {
	local name=$1
	shift
	measure "$times" "$@"
	: "${base:=$seconds}"
	printf '  %-30s %9.3f s %9s MB/s %7s x %s %8s MB\n' "$name" "$seconds" "$(divide "$size" "$seconds" %.1f)" \
		"$(divide "$base" "$seconds" %.2f)" "$beside" "$(divide "$kilobytes" 1024 %.1f)"
	[ "$kilobytes" -le "$most" ] || most=$kilobytes
}

# The same text without line ends.
line_of() {
	local line=${1%.txt}-line.txt
	[ -s "$line" ] || tr '\n' ' ' <"$1" >"$line"
	echo "$line"
}

# The same text as a folder of files of 100 KB, for what threads can share out.
folder_of() {
	local folder=$texts/$mix-$size
	[ -d "$folder" ] || { mkdir -p "$folder" && split -C 100k --additional-suffix=.txt -a 5 "$1" "$folder/"; }
	echo "$folder"
}

table() {
	local text=$texts/$mix-$size.txt folder times base='' beside=wc figures
	[ -s "$text" ] || "$build/bench/generate" "$mix" "$size" >"$text"
	times=$((size >= 10 ? 1 : 3))
	figures=$("$numerate" claims --format csv --no-config "$text" | tail -n +2 | wc -l)
	printf '\n%s, %s MB, %s figures a KB\n' "$mix" "$size" "$(divide "$figures" "$(($(wc -c <"$text") / 1000))" %.1f)"
	row "LC_ALL=C wc -w" env LC_ALL=C wc -w "$text"
	row "grep -c '[0-9]'" grep -c '[0-9]' "$text"
	row "numerate check -j 1" "$numerate" check --no-config -j 1 "$text"
	row "numerate claims -f csv -j 1" "$numerate" claims --no-config -j 1 --format csv "$text"
	if [ "$size" -ge 10 ]; then
		folder=$(folder_of "$text")
		[ "$size" -gt 10 ] || row "check -j 1, all in one line" "$numerate" check --no-config -j 1 "$(line_of "$text")"
		row "check -j 1, files of 100 KB" "$numerate" check --no-config -j 1 "$folder"
		row "check -j 2, files of 100 KB" "$numerate" check --no-config -j 2 "$folder"
	fi
}

# rules N TEXT: N rules whose patterns share the anchors of, to, from and %; a tenth tells of words that the text has after
# "89 of the 471", the others of words that it has not.
rules() {
	grep -ohE '[0-9]+ of the [0-9]+ [a-z][^.,]*' "$2" | awk '{ for (i = 6; i <= NF; i++) print $5, $i }' | sort | uniq -c |
		sort -k1,1nr -k2 | awk -v n="$1" -v links="$texts/links" '
			NR <= n / 10 { thing[NR] = $2; done[NR] = $3 }
			END {
				split("of to from", prepositions)
				for (i = 1; i <= n; i++) {
					fires = i % 10 == 0 && (i / 10) in thing
					x = fires ? thing[i / 10] : "zz" i "x"
					y = fires ? done[i / 10] : "zz" i "y"
					p = fires ? "of" : prepositions[i % 3 + 1]
					printf "  l%d: [\"{a:count} %s [the] {b:count!} %s ... %s\", \"{a:percent} %s {b:percent!} %s\"]\n", i, p, x, y, p, x > links
					printf "- {id: B%d, name: bench-%d, summary: s, bind: links, join: [\"l%d(a, b)\"], check: a <= b,", i, i, i
					print " message: m, because: b, examples: [{flag: x}, {hold: y}, {skip: z}]}"
				}
			}' >"$texts/checks"
	{ echo links:; cat "$texts/links"; echo ---; cat "$texts/checks"; } >"$texts/rules-$1.yaml"
	echo "$texts/rules-$1.yaml"
}

# Rules that do not fire cost nothing: 2,000 beside 20 on the same text.
many_rules() {
	local text=$texts/news-10.txt size=10 times=3 base='' beside=20
	[ -s "$text" ] || "$build/bench/generate" news 10 >"$text"
	printf '\nrules that share their anchors, a tenth of them of words in the text, news, 10 MB\n'
	for n in 20 2000; do
		row "check with $n rules more" "$numerate" check --no-config -j 1 --fail-on never --rules "$(rules $n "$text")" "$text"
	done
}

# The same words as text, as Markdown and as a PDF of 200 pages. Beside that stand poppler's own program, which takes the text alone;
# what the reader asks poppler for, and nothing else; and poppler's text handed on to the same check.
formats() {
	local text=$texts/pages.txt size=1 times=5 base='' beside=text
	"$build/bench/generate" news 1 | tr -cd '\n -~' | LC_ALL=C fold -s -w 95 | awk "NR <= 10800" >"$text"
	cp "$text" "$texts/pages.md"
	LC_ALL=C awk -f tests/bench/page.awk "$text" >"$texts/pages.pdf"
	printf '\nformats, the same megabyte of news\n'
	row "check, plain text" "$numerate" check --no-config -j 1 "$text"
	row "check, Markdown" "$numerate" check --no-config -j 1 "$texts/pages.md"
	base='' beside=pdftotext
	row "pdftotext, 200 pages" pdftotext "$texts/pages.pdf" /dev/null
	row "poppler: text, boxes, types" "$build/bench/poppler" "$texts/pages.pdf"
	row "pdftotext, then check -j 1" sh -c "pdftotext '$texts/pages.pdf' - | '$numerate' check --no-config -j 1 -"
	row "check -j 1, PDF of 200 pages" "$numerate" check --no-config -j 1 "$texts/pages.pdf"
	row "check -j 2, PDF of 200 pages" "$numerate" check --no-config -j 2 "$texts/pages.pdf"
}

# Tables whose every row adds up: ten times the rows, ten times the time.
tables() {
	local text size times=1 base='' beside=10,000
	printf '\ntables of ten columns, a total in each row\n'
	for rows in 10000 100000; do
		text=$texts/rows-$rows.csv
		awk -v n="$rows" 'BEGIN {
			print "Place,A,B,C,D,E,F,G,H,Total"
			for (i = 1; i <= n; i++) {
				line = "Place " i
				sum = 0
				for (k = 1; k <= 8; k++) {
					sum += v = (i * 7919 + k * 104729) % 99991
					line = line "," v
				}
				print line "," sum
			}
		}' >"$text"
		size=$(divide "$(wc -c <"$text")" 1000000 %.2f)
		row "check, $rows rows" "$numerate" check --no-config -j 1 "$text"
	done
}

measure 20 "$numerate" check --no-config - </dev/null
printf 'an empty document, start to finish: %s ms\n' "$(divide "$seconds" 0.001 %.1f)"
printf 'x wc: how many times the speed of LC_ALL=C wc -w on the same text\n'

for mix in news finance; do
	most=0
	before=0
	for size in $sizes; do
		# A table is left out rather than the machine brought to its knees.
		needed=$((before > 0 ? most / before * size : 0))
		available=$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo)
		if [ "$needed" -gt "${available:-$needed}" ]; then
			printf '\n%s, %s MB: left out, it would need about %s GB of memory\n' "$mix" "$size" "$((needed >> 20))"
			continue
		fi
		table
		before=$size
	done
done

most=0
many_rules
formats
tables
