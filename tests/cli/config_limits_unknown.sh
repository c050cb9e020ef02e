# SPDX-License-Identifier: GPL-3.0-or-later
echo 'limits: {sise: 10}' >numerate.yaml
numerate check -q .
