# SPDX-License-Identifier: GPL-3.0-or-later
numerate check --output json=no/such/audit.json clean.txt
status=$?
ls
exit $status
