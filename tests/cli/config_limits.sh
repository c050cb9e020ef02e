# SPDX-License-Identifier: GPL-3.0-or-later
mkdir t && echo 'Of 40 boats, more than 50 were red.' >t/a.txt
echo 'limits: {size: 10}' >numerate.yaml
numerate check -q t
numerate check -q --limit size=1KiB t
