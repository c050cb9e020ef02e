#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Changes by one the counts that a list or table bears out, totals that are the sums of what stands there and weekdays that are
# their dates', and asks whether numerate then flags their line.
# A script of its own finds the places: tests/corpus/counts.awk. tests/corpus/counts.sh PROGRAM [-v] [FOLDER]...
# Without a folder: our own documents, and real ones where they are at hand.
set -uo pipefail

numerate=$1
shift
verbose=
[ "${1:-}" = -v ] && verbose=yes && shift
least=80 # percent that must be flagged
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
words=(zero one two three four five six seven eight nine ten eleven twelve thirteen)
days=(Sunday Monday Tuesday Wednesday Thursday Friday Saturday)

# changed NUMBER VALUE BY KIND: the number as written, changed by one, in words if it stood in words; or the weekday beside it.
changed() {
	local to=$(($2 + $3)) word
	if [ "$4" = weekday ]; then
		word=${days[$(((to + 6) % 7))]}
		[ ${#1} -gt 4 ] || word=${word:0:3}
		echo "$word"
		return
	fi
	case $1 in
	*,*) echo "$to" | sed -E ':a; s/([0-9])([0-9]{3})($|,)/\1,\2\3/; ta' ;;
	[0-9]*) echo "$to" ;;
	*)
		word=${words[$to]}
		case $1 in [A-Z]*) word=${word^} ;; esac
		echo "$word"
		;;
	esac
}

# flagged FILE LINE: whether a finding stands on the line.
flagged() {
	"$numerate" check --no-config --level warning --fail-on never --format jsonl "$1" | grep -q "\"line\":$2,"
}

# change FILE LINE AT NUMBER TO: the file with what stands there changed, as a file of the same name.
change() {
	local copy=$work/${1##*/}
	awk -v line="$2" -v at="$3" -v length_was="${#4}" -v to="$5" \
		'NR == line { $0 = substr($0, 1, at - 1) to substr($0, at + length_was) } { print }' "$1" >"$copy"
	echo "$copy"
}

# try FOLDER: changes every place there by one up and one down. Counts all into sites, those flagged into found, and the same by
# kind: count, total, weekday.
try() {
	local file line at number value kind by to copy sort
	sites=0
	found=0
	all_of=([count]=0 [total]=0 [weekday]=0)
	found_of=([count]=0 [total]=0 [weekday]=0)
	while IFS= read -r file; do
		while IFS=$'\t' read -r line at number value kind; do
			for by in 1 -1; do
				case $kind in weekday) sort=weekday ;; *total) sort=total ;; *) sort=count ;; esac
				[ $sort = weekday ] || [ $((value + by)) -ge 2 ] || continue
				to=$(changed "$number" "$value" "$by" "$kind")
				copy=$(change "$file" "$line" "$at" "$number" "$to")
				sites=$((sites + 1))
				all_of[$sort]=$((all_of[$sort] + 1))
				if flagged "$copy" "$line"; then
					found=$((found + 1))
					found_of[$sort]=$((found_of[$sort] + 1))
				elif [ -n "$verbose" ]; then
					echo "missed ($kind, $number to $to): $file:$line: $(sed -n "${line}p" "$file" | cut -c1-150)"
				fi
				rm -f "$copy"
			done
		done < <(LC_ALL=C awk -f "$here/counts.awk" "$file")
	done < <(find "$1" -type f \( -name '*.md' -o -name '*.qmd' \) | LC_ALL=C sort)
}

declare -A all_of found_of
folders=("$@")
if [ ${#folders[@]} -eq 0 ]; then
	folders=("$here/counts")
	real=$here/../../../shared/bench/drift/clean
	if [ -d "$real" ]; then
		folders+=("$real")
	else
		echo "no real documents at hand: only our own are changed"
	fi
fi
passed=0
failed=0
for folder in "${folders[@]}"; do
	try "$folder"
	echo "$folder: $found of $sites changed places flagged ($((sites ? 100 * found / sites : 0)) %):" \
		"counts ${found_of[count]} of ${all_of[count]}, totals ${found_of[total]} of ${all_of[total]}," \
		"weekdays ${found_of[weekday]} of ${all_of[weekday]}"
	if [ $sites -gt 0 ] && [ $((100 * found)) -ge $((least * sites)) ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done
if "$numerate" check --no-config --level warning "$here/counts" >"$work/said"; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	cat "$work/said"
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
