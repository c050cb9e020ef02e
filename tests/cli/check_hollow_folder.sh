# SPDX-License-Identifier: GPL-3.0-or-later
rm hollow/.gitkeep
numerate check hollow
