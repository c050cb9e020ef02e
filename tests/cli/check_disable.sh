# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --disable N501,N401 clash.txt list.md
