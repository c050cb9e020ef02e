# SPDX-License-Identifier: GPL-3.0-or-later
numerate report --name seeds --fail-on error -o ../out clash.txt
status=$?
ls ../out
exit $status
