# SPDX-License-Identifier: GPL-3.0-or-later
numerate report -o clash.txt/out clash.txt
