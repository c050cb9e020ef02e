#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every test of a build folder and adds them up: unit tests, rule examples, command line, corpus.
# tools/test.sh BUILD [unit|rules|docs|cli|generated|counts|corpus]...      without names, all of them
set -uo pipefail

build=$1
shift
parts=${*:-unit rules docs cli generated counts corpus}
log=$build/tests/log
mkdir -p "$log"
export NUMERATE=$PWD/$build/numerate
case $build in /*) NUMERATE=$build/numerate ;; esac

all_passed=0
all_failed=0

# tally NAME PASSED FAILED LOG: one line of the table, and the log's end where something failed.
tally() {
	all_passed=$((all_passed + $2))
	all_failed=$((all_failed + $3))
	printf '  %-34s %6d passed' "$1" "$2"
	if [ "$3" -gt 0 ]; then
		printf ', %d failed\n' "$3"
		tail -n 60 "$4" | sed 's/^/    | /'
	else
		printf '\n'
	fi
}

# Whether the only thing wrong in a log is memory that Criterion itself left (2.4.1 now and then does, in its own main
# process): LeakSanitizer has spoken, and no frame of any leak is ours.
criterion_leaked() {
	grep -q 'LeakSanitizer: detected memory leaks' "$1" &&
		! grep -E '^ +#[0-9]+ ' "$1" | grep -v libsanitizer | grep -Eq 'src/|tests/|numerate'
}

# Criterion's last word: "[====] Synthesis: Tested: 12 | Passing: 12 | Failing: 0 | Crashing: 0". A program that ends
# without it, or with a bad status though nothing failed, counts as one failure.
unit() {
	local program name status passed tested failed
	for program in "$build"/tests/*; do
		[ -f "$program" ] && [ -x "$program" ] || continue
		name=${program##*/}
		[ -f "tests/unit/$name.c" ] || continue
		"$program" >"$log/$name.log" 2>&1
		status=$?
		read -r tested passed < <(sed 's/\x1b\[[0-9;]*m//g' "$log/$name.log" |
			sed -n 's/.*Synthesis: Tested: \([0-9]*\) | Passing: \([0-9]*\) .*/\1 \2/p' | tail -n 1)
		failed=$((${tested:-0} - ${passed:-0}))
		if [ -z "${tested:-}" ] || { [ $status -ne 0 ] && [ $failed -eq 0 ] && ! criterion_leaked "$log/$name.log"; }; then
			echo "(ended with status $status)" >>"$log/$name.log"
			failed=$((failed + 1))
		fi
		tally "$name" "${passed:-0}" "$failed" "$log/$name.log"
	done
}

# A part that says "N passed, N failed" in its last line.
counted() {
	local name=$1 status passed failed
	shift
	"$@" >"$log/$name.log" 2>&1
	status=$?
	read -r passed failed < <(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed.*/\1 \2/p' "$log/$name.log" | tail -n 1)
	if [ -z "${passed:-}" ] || { [ $status -ne 0 ] && [ "$failed" -eq 0 ]; }; then
		echo "(ended with status $status)" >>"$log/$name.log"
		failed=$((${failed:-0} + 1))
	fi
	tally "$name" "${passed:-0}" "$failed" "$log/$name.log"
}

for part in $parts; do
	case $part in
	unit) unit ;;
	rules) counted rules "$NUMERATE" rules test ;;
	docs) counted docs bash tests/docs/run.sh "$NUMERATE" ;;
	cli) counted cli bash tests/cli/run.sh "$NUMERATE" ;;
	generated) counted generated bash tests/corpus/generated.sh "$NUMERATE" "$build/bench/generate" ;;
	counts) counted counts bash tests/corpus/counts.sh "$NUMERATE" ;;
	corpus) counted corpus "$build/tests/corpus/variations" "$NUMERATE" ;;
	*)
		echo "tools/test.sh: no part called $part" >&2
		exit 2
		;;
	esac
done

echo
echo "$all_passed passed, $all_failed failed"
[ "$all_failed" -eq 0 ]
