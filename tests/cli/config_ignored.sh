# SPDX-License-Identifier: GPL-3.0-or-later
printf 'nonsense: true\n' >numerate.yaml
numerate check --no-config clean.txt
