#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Golden tests of the command line: tests/cli/run.sh PROGRAM [CASE]...
#
# A case is NAME.sh; NAME.out, NAME.err and NAME.exit beside it hold what it must print and its exit status (a missing file:
# nothing, and 0). It runs in a fresh folder with a copy of data/ and with PROGRAM as `numerate`. UPDATE=1 writes down what
# is printed now; read the difference before believing it.
set -uo pipefail

[ $# -ge 1 ] || { echo "usage: tests/cli/run.sh PROGRAM [CASE]..." >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
[ -x "$program" ] || { echo "tests/cli/run.sh: no program at $program" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$program" "$work/bin/numerate"
passed=0
failed=0

# same WANTED GOT WHAT: compares two files, of which the first may be missing.
same() {
	[ -e "$1" ] || set -- /dev/null "$2" "$3"
	cmp -s "$1" "$2" && return 0
	echo "  $3:"
	diff -u --label expected --label got "$1" "$2" | tail -n +3 | sed 's/^/    /'
	return 1
}

# keep GOT GOLDEN EMPTY: writes a golden file down, or takes it away when it says no more than EMPTY.
keep() {
	if [ "$(cat "$1")" = "$3" ]; then rm -f "$2"; else cp "$1" "$2"; fi
}

run() {
	local name=$1 dir=$work/$1 good=1
	mkdir "$dir" "$dir/home"
	cp -R "$here/data" "$dir/home/in"
	(
		cd "$dir/home/in" || exit 99
		unset NO_COLOR SOURCE_DATE_EPOCH
		PATH=$work/bin:$PATH TERM=xterm LC_ALL=C sh "$here/$name.sh"
	) >"$dir/out" 2>"$dir/err" </dev/null
	echo $? >"$dir/exit"
	if [ -n "${UPDATE:-}" ]; then
		keep "$dir/out" "$here/$name.out" ""
		keep "$dir/err" "$here/$name.err" ""
		keep "$dir/exit" "$here/$name.exit" 0
		return
	fi
	echo 0 >"$dir/zero"
	[ -e "$here/$name.exit" ] && cp "$here/$name.exit" "$dir/zero"
	{
		same "$here/$name.out" "$dir/out" "standard output" || good=0
		same "$here/$name.err" "$dir/err" "standard error" || good=0
		same "$dir/zero" "$dir/exit" "exit status" || good=0
	} >"$dir/report"
	if [ $good = 1 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $name"
		cat "$dir/report"
	fi
}

if [ $# -gt 0 ]; then
	for name; do run "${name%.sh}"; done
else
	for case in "$here"/*.sh; do
		name=$(basename "$case" .sh)
		[ "$name" = run ] || run "$name"
	done
fi
[ -n "${UPDATE:-}" ] && { echo "updated"; exit 0; }
echo "$passed passed, $failed failed"
[ $failed = 0 ]
