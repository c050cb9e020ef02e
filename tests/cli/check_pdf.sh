# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --format pdf --fail-on never clash.txt >../a.pdf
numerate check --output pdf=../b.pdf --quiet --fail-on never clash.txt >/dev/null
cmp ../a.pdf ../b.pdf && head -c 5 ../a.pdf && echo
