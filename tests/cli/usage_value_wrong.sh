# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --level loud clash.txt
