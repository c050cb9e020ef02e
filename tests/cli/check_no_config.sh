# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --no-config clean.txt
