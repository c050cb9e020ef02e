# SPDX-License-Identifier: GPL-3.0-or-later
numerate rules list | grep "^N[45]01"
