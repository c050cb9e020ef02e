# SPDX-License-Identifier: GPL-3.0-or-later
# By its letters, by --lang, by a record's own word; an unknown language of a record is told by its letters.
for lang in "" "--lang ru" "--lang en"; do
	echo "lang: $lang"
	printf 'Сгорело 1,5 млн га леса.\n' | numerate claims $lang - | grep -o '"value":"[^"]*"'
done
printf '%s\n' '{"id":"a","text":"2 книги"}' '{"id":"b","text":"2 книги","lang":"en"}' '{"id":"c","text":"2 books","lang":"xx"}' |
	numerate check --input jsonl --format json - | grep -o '"lang":"[a-z]*"'
numerate check --lang xx clean.txt
