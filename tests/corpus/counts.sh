#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Changes announced counts by one, where a list or table bears them out, and asks whether numerate then flags their line.
# tests/corpus/counts.sh PROGRAM [-v] FILE|FOLDER...   A script of its own finds the places: tests/corpus/counts.awk.
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
sites=0
found=0

# changed NUMBER VALUE BY: the number as written, changed by one, in words if it stood in words.
changed() {
	local to=$(($2 + $3)) word
	case $1 in
	[0-9]*) echo "$to" ;;
	*)
		word=${words[$to]}
		case $1 in [A-Z]*) word=${word^} ;; esac
		echo "$word"
		;;
	esac
}

while IFS= read -r file; do
	while IFS=$'\t' read -r line at number value kind; do
		for by in 1 -1; do
			[ $((value + by)) -ge 2 ] || continue
			to=$(changed "$number" "$value" "$by")
			copy=$work/${file##*/}
			awk -v line="$line" -v at="$at" -v length_was="${#number}" -v to="$to" \
				'NR == line { $0 = substr($0, 1, at - 1) to substr($0, at + length_was) } { print }' "$file" >"$copy"
			sites=$((sites + 1))
			if "$numerate" check --no-config --level warning --fail-on never --format jsonl "$copy" | grep -q "\"line\":$line,"; then
				found=$((found + 1))
			elif [ -n "$verbose" ]; then
				echo "missed ($kind, $number to $to): $file:$line: $(sed -n "${line}p" "$file" | cut -c1-150)"
			fi
			rm -f "$copy"
		done
	done < <(LC_ALL=C awk -f "$here/counts.awk" "$file")
done < <(find "$@" -type f \( -name '*.md' -o -name '*.qmd' \) | LC_ALL=C sort)

if [ $sites -eq 0 ]; then
	echo "no place to change"
	exit 1
fi
echo "$found of $sites changed counts flagged ($((100 * found / sites)) %)"
[ $((100 * found)) -ge $((least * sites)) ]
