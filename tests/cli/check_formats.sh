# SPDX-License-Identifier: GPL-3.0-or-later
# One report in four formats, and packed: each is read, and the same finding stands at its own place.
cat >r.html <<'X'
<!doctype html><title>Boats</title><nav>Page 9 of 10</nav>
<main><p>Of 40 boats, <b>45</b>
were&nbsp;red.</p><script>var x = 7;</script></main>
X
printf 'Boats\n=====\n\nOf 40 boats, **45** were red.\n' >r.rst
printf '= Boats\n\nOf 40 boats, *45* were red.\n' >r.adoc
printf 'Pier,Boats\nNorth,12\nSouth,13\nEast,5\nTotal,31\n' >r.csv
gzip -nc r.rst >packed.rst.gz
for f in r.html r.rst r.adoc r.csv packed.rst.gz; do
	numerate check "$f" | sed -n '/-->/{N;N;p;};$p' | head -n 12
done
