# SPDX-License-Identifier: GPL-3.0-or-later
echo "Two ferries." | numerate claims --stdin-name note.txt -
