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
# A workbook of each family, whose only part is book and sheet at once; the first character tells the family (fuzz_office.c).
printf '0<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheet name="A" r:id="a"/><row><c><v>1.5</v></c><c><f t="shared" si="0">SUM(A1:A9)*-2%%+ROUND(A!$A$1/3,1)^2</f><v>4</v></c><c><f t="shared" si="0"/></c><c><f>SUBTOTAL(109,A:B)</f></c></row></workbook>' \
	>"$corpus/office/formulas.xlsx"
printf '4<o xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell><table:table-cell table:formula="of:=AVERAGE([.A1:.B9];[$A.$A$1])-[.A2]" office:value-type="float" office:value="3"/></table:table-row></table:table></office:spreadsheet></o>' \
	>"$corpus/office/formulas.ods"

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
