# SPDX-License-Identifier: GPL-3.0-or-later
mkdir -p work/reports
cp clash.txt work/reports/
printf 'levels: {same-measure: warning}\nfail-on: warning\n' >work/numerate.yaml
numerate check work/reports/clash.txt
