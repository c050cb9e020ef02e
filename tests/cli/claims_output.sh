# SPDX-License-Identifier: GPL-3.0-or-later
numerate claims --output csv=all.csv folder
head -n 1 all.csv
