# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --input jsonl broken.jsonl
