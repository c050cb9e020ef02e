# SPDX-License-Identifier: GPL-3.0-or-later
numerate --man >man.txt
head -n 12 man.txt
