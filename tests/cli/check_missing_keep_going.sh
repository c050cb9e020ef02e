# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --keep-going no-such-file.txt clean.txt
