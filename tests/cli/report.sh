# SPDX-License-Identifier: GPL-3.0-or-later
numerate report -o ../out clash.txt
echo "exit $?"
ls ../out
head -c 5 ../out/audit.pdf
echo
head -n 2 ../out/audit.json
