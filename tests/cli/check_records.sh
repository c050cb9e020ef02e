# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --input jsonl --format jsonl records.jsonl
