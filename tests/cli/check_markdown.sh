# SPDX-License-Identifier: GPL-3.0-or-later
# A number over a list, a total under a column, a note's mark beside a number, numbers in code: each at its place in the file.
cat >harbour.md <<'X'
---
title: The harbour in 2019
---

# Rules

There are **three** ways to moor:

1. alongside
2. at a buoy, with `--lines 4`
3. at anchor
4. in a box

Some 1,200[^1] boats came, 15% of them (180) from abroad.

| Pier  | Boats | Crew |
|-------|------:|-----:|
| North |   410 |  900 |
| South |   380 |  810 |
| Old   |   400 |  790 |
| Total | 1,200 | 2,500 |

[^1]: Counted on 3 May.
X
numerate claims --format table harbour.md
numerate check --level note harbour.md
