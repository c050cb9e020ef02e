# SPDX-License-Identifier: GPL-3.0-or-later
mkdir t && for n in a b c; do echo 'Of 40 boats, more than 50 were red.' >t/$n.txt; done
tar --sort=name -cf - t | gzip -c >t.tgz
numerate check -q --limit files=2 t.tgz
