# SPDX-License-Identifier: GPL-3.0-or-later
# The folder of rules is meant from the folder of the file that names it.
mkdir -p conf/checks
cp rules/own.yaml conf/checks/ferries.yaml
printf "rules: [checks]\n" >conf/numerate.yaml
numerate check --disable N401 --config conf/numerate.yaml list.md
