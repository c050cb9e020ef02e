# SPDX-License-Identifier: GPL-3.0-or-later
printf 'levels: {N501: loud}\nfail-on: always\nsame: [pupils]\nleval: note\nrules: checks\n' >bad.yaml
numerate check --config bad.yaml clean.txt
