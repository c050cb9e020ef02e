# SPDX-License-Identifier: GPL-3.0-or-later
numerate check no-such-file.txt clash.txt
