# SPDX-License-Identifier: GPL-3.0-or-later
numerate check quays.xlsx
numerate check --format json quays.xlsx | grep -o '"notes":.*]'
