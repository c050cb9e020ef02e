# SPDX-License-Identifier: GPL-3.0-or-later
# Lines of ASCII text as a PDF, 54 lines a page: awk -f page.awk TEXT > FILE.pdf
function object(text) {
	place[++objects] = size
	put(objects " 0 obj\n" text "\nendobj\n")
	return objects
}
function put(text) {
	printf "%s", text
	size += length(text)
}
function page() {
	if (!lines)
		return
	stream = "BT /F1 10 Tf 13 TL 60 780 Td\n" body "ET\n"
	content = object("<</Length " length(stream) ">>\nstream\n" stream "endstream")
	kids = kids " " object("<</Type/Page/Parent 1 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 2 0 R>>>>/Contents " content " 0 R>>") " 0 R"
	pages++
	lines = 0
	body = ""
}
BEGIN {
	put("%PDF-1.4\n")
	objects = 1 # the tree of pages comes last
	object("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>")
}
{
	gsub(/[\\()]/, "\\\\&")
	body = body "(" $0 ") Tj T*\n"
	if (++lines == 54)
		page()
}
END {
	page()
	place[1] = size
	put("1 0 obj\n<</Type/Pages/Count " pages "/Kids[" kids "]>>\nendobj\n")
	catalog = object("<</Type/Catalog/Pages 1 0 R>>")
	start = size
	printf "xref\n0 %d\n0000000000 65535 f \n", objects + 1
	for (i = 1; i <= objects; i++)
		printf "%010d 00000 n \n", place[i]
	printf "trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", objects + 1, catalog, start
}
