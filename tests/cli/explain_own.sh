# SPDX-License-Identifier: GPL-3.0-or-later
numerate explain x101 --rules rules
