# SPDX-License-Identifier: GPL-3.0-or-later
numerate claims --fail-on note clash.txt
