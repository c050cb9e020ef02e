# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --disable N401 --rules rules list.md
