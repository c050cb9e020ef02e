# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --output json=audit.json --output jsonl=findings.jsonl --output text=found.txt clash.txt
status=$?
ls
cat found.txt
wc -l <findings.jsonl
exit $status
