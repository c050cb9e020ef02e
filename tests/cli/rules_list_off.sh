# SPDX-License-Identifier: GPL-3.0-or-later
numerate rules list --disable N401 | grep "^N401"
