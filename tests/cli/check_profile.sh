# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --profile news list.md
