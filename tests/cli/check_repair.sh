# SPDX-License-Identifier: GPL-3.0-or-later
# Two failing relations share "50 people"; without it both hold, and a zero more in it makes both hold.
printf 'The staff rose by 63, or 12.6%%, to 563 people from 50 people.\n' | numerate check --stdin-name staff.txt -
# Nothing tells which of the three is wrong, but two digits swapped in one of them would explain it.
printf '45 of 180 members (52%%) voted.\n' | numerate check --stdin-name votes.txt -
# Hedged: no repair.
printf 'Nearly 45 of 180 members (52%%) voted.\n' | numerate check --stdin-name votes.txt -
