#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/fuzz/run.sh BUILD SECONDS: each fuzz target for so many seconds, from a small corpus made here of the sample texts
# and the rules. What it finds along the way stays in BUILD/corpus, so that a later run goes on from there.
set -uo pipefail

build=$1
seconds=$2
passed=0
failed=0
corpus=$build/corpus
mkdir -p "$corpus"/{text,api,rules,jsonl,charset,html,markdown,office} "$build/crashes"

for file in seeds/*.txt; do
	# A document a paragraph: short inputs are worth more to a fuzzer than long ones.
	awk -v RS= -v stem="$corpus/text/$(basename "$file" .txt)" '{ f = stem "-" NR; print > f; close(f) }' "$file"
	cp "$file" "$corpus/text/"
	cp "$file" "$corpus/api/"
	cp "$file" "$corpus/charset/"
	iconv -f UTF-8 -t UTF-16 "$file" >"$corpus/charset/$(basename "$file").utf16"
	iconv -f UTF-8 -t CP1252//TRANSLIT "$file" >"$corpus/charset/$(basename "$file").cp1252"
	awk -v id="$(basename "$file")" '{ gsub(/[\\"]/, "\\\\&"); text = text $0 "\\n" }
		END { printf "{\"id\":\"%s\",\"text\":\"%s\",\"collection\":\"c\",\"date\":\"2020-11-18\"}\n", id, text }' \
		"$file" >"$corpus/jsonl/$(basename "$file").jsonl"
done
cp rules/checks/*.yaml "$corpus/rules/"
cp tests/unit/format_{html,rst,asciidoc}.c "$corpus/html/" # their examples are markup of every kind
cp README.md docs/*.md "$corpus/markdown/"

export LSAN_OPTIONS=suppressions=$PWD/tests/fuzz/leaks.txt:print_suppressions=0

for target in "$build"/fuzz_*; do
	[ -x "$target" ] && [ -f "$target" ] || continue
	name=${target##*/fuzz_}
	case $name in *.*) continue ;; esac
	log=$build/$name.log
	# Whole stacks are slow, but tell the library's known leak from all others; only rules are parsed by that library.
	fast=1
	[ "$name" = rules ] && fast=0
	if ASAN_OPTIONS=fast_unwind_on_malloc=$fast "$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix="$build/crashes/$name-" "$corpus/$name" >"$log" 2>&1; then
		passed=$((passed + 1))
		printf '  fuzz %-8s %8s inputs, nothing found\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
	else
		failed=$((failed + 1))
		printf '  fuzz %-8s FAILED; the input is in %s\n' "$name" "$build/crashes"
		tail -n 40 "$log" | sed 's/^/    | /'
	fi
done

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
