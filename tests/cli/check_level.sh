# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --level error --fail-on warning --disable N401 --rules rules list.md
