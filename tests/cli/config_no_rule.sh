# SPDX-License-Identifier: GPL-3.0-or-later
printf 'levels: {same-mesure: off}\n' >numerate.yaml
numerate check clean.txt
