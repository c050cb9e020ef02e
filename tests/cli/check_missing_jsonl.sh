# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --format jsonl no-such-file.txt clean.txt
