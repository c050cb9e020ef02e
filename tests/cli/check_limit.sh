# SPDX-License-Identifier: GPL-3.0-or-later
# One sentence of 300 figures: read, but too many for its relations to be looked for.
{ printf 'The boats carried'; for i in $(seq 300); do printf ' %d crates of fish,' "$i"; done; echo ' and sailed.'; } >long.txt
numerate check long.txt
