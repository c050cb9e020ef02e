# SPDX-License-Identifier: GPL-3.0-or-later
numerate claims --format csv clean.txt >/dev/full
