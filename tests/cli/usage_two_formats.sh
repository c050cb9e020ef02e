# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --format json --format jsonl clash.txt
