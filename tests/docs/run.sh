#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the documents say: the rule file that docs/writing-rules.md builds up passes its own examples, and docs/rules/ is what the
# rules as they are now give, and the limits it lists are those that can be set. tests/docs/run.sh PROGRAM
set -uo pipefail

numerate=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# expect WHAT COMMAND...: the command must succeed; what it says is shown if it does not.
expect() {
	local what=$1
	shift
	if "$@" >"$work/said" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$what:"
		sed 's/^/  /' "$work/said"
	fi
}

mkdir "$work/checks"
awk '/^```yaml$/ { on = 1; next } /^```$/ { on = 0 } on' docs/writing-rules.md >"$work/checks/ferry.yaml"
expect "the rules of docs/writing-rules.md" "$numerate" rules test --no-config "$work/checks"
expect "writing the pages" "$numerate" rules docs --no-config "$work/pages"
expect "docs/rules/ is not what 'make docs' writes" diff -r docs/rules "$work/pages"

# Names and defaults of the limits, as the table of docs/limits.md and as --help have them.
sed -n 's/^| `\([a-z]*\)` | .* | \(.*\) |$/\1 \2/p' docs/limits.md >"$work/limits.docs"
"$numerate" check --help | awk '/^Limits:/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { if (line) print line; line = "" }
	on { line = line " " $0 } END { print line }' | sed 's/^ *\([a-z]*\) .*; */\1 /' >"$work/limits.help"
expect "the limits of docs/limits.md are not those of --help" diff "$work/limits.docs" "$work/limits.help"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
