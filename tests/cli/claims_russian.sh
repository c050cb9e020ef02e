# SPDX-License-Identifier: GPL-3.0-or-later
# An invented report in Russian: every sort of figure.
numerate claims --format table port.txt
