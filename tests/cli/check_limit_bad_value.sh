# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --limit time=soon .
