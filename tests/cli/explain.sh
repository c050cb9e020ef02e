# SPDX-License-Identifier: GPL-3.0-or-later
numerate explain items-announced --no-config >explained.txt
head -n 12 explained.txt
