# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --keep-going --fail-on never no-such-file.txt clean.txt
