# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --rules no-such.yaml list.md
