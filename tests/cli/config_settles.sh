# SPDX-License-Identifier: GPL-3.0-or-later
mkdir work
printf 'The school has 240 pupils enrolled.\n\nThere are 260 children on the roll.\n' >work/school.txt
printf 'same: [[pupils enrolled, children roll]]\n' >work/numerate.yaml
numerate check work
printf 'different: [[pupils enrolled, children roll]]\n' >work/numerate.yaml
numerate check work
