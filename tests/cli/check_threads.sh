# SPDX-License-Identifier: GPL-3.0-or-later
numerate check -j1 --format json --fail-on never --keep-going . >../one.json
numerate check -j4 --format json --fail-on never --keep-going . >../four.json
cmp ../one.json ../four.json && echo the same bytes
