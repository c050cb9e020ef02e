# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --output json=/dev/full clean.txt
