# SPDX-License-Identifier: GPL-3.0-or-later
# One output that cannot be opened does not stop the other.
numerate claims --output csv=no/such/folder/claims.csv --format table clean.txt
