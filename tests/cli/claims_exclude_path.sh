# SPDX-License-Identifier: GPL-3.0-or-later
# --exclude is a path below the folder that is named, or as it is seen from here; a PDF is known by its first bytes.
mkdir -p a/old && echo "We saw 9 ships." >a/now.txt && echo "We saw 8 ships." >a/old/then.txt
numerate claims --format csv --exclude 'old/' a | cut -d, -f2
numerate claims --format csv --exclude 'a/old/' a | cut -d, -f2
numerate claims --format csv --exclude 'b/old/' a | cut -d, -f2
printf '%%PDF-1.4\nno page\n' | numerate claims - 2>&1 | sed 's/: .*: /: ... /'
