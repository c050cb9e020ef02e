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
row() {
	local name=$1
	shift
	measure "$times" "$@"
	: "${base:=$seconds}"
	printf '  %-30s %9.3f s %9s MB/s %7s x wc %8s MB\n' "$name" "$seconds" "$(divide "$size" "$seconds" %.1f)" \
		"$(divide "$base" "$seconds" %.2f)" "$(divide "$kilobytes" 1024 %.1f)"
	[ "$kilobytes" -le "$most" ] || most=$kilobytes
}

# The same text as a folder of files of 100 KB, for what threads can share out.
folder_of() {
	local folder=$texts/$mix-$size
	[ -d "$folder" ] || { mkdir -p "$folder" && split -C 100k --additional-suffix=.txt -a 5 "$1" "$folder/"; }
	echo "$folder"
}

table() {
	local text=$texts/$mix-$size.txt folder times base='' figures
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
		row "check -j 1, files of 100 KB" "$numerate" check --no-config -j 1 "$folder"
		row "check -j 2, files of 100 KB" "$numerate" check --no-config -j 2 "$folder"
	fi
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
