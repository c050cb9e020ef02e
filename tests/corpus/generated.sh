#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A megabyte of invented news, and one of finance, in which everything adds up: nothing may be found in them, and much must be
# checked. tests/corpus/generated.sh PROGRAM GENERATOR
set -uo pipefail

numerate=$1
generate=$2
passed=0
failed=0
for mix in news finance; do
	said=$("$generate" "$mix" 1 | "$numerate" check --no-config --level note -)
	holds=$(sed -n 's/.* \([0-9]*\) hold.*/\1/p' <<<"$said")
	if grep -q 'no findings' <<<"$said" && [ "${holds:-0}" -gt 100 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$mix:"
		head -n 40 <<<"$said" | sed 's/^/  /'
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
