# SPDX-License-Identifier: GPL-3.0-or-later
mkdir -p t/old t/new && for n in t/old/a.txt t/new/a.txt t/b.txt; do echo 'Of 40 boats, more than 50 were red.' >$n; done
echo /old/ >t/.gitignore; echo b.txt >t/.numerateignore
numerate claims --format csv t | cut -d, -f2 | sort -u
numerate claims --format csv --exclude 'new' t
numerate claims --format csv --no-ignore --exclude 'new' t | cut -d, -f2 | sort -u
