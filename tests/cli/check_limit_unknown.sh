# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --limit memry=1GiB .
