/* SPDX-License-Identifier: GPL-3.0-or-later */
/* poppler FILE.pdf: asks poppler for what the reader of PDFs asks it for, and drops it: each page's text, a box for each character,
 * and runs of type. What the program takes beyond this is its own. */
#include <poppler.h>
#include <stdio.h>

static unsigned long ask(PopplerPage *page)
{
	PopplerRectangle *boxes = NULL;
	guint n = 0;
	char *text = poppler_page_get_text(page);
	(void)poppler_page_get_text_layout(page, &boxes, &n);
	GList *types = poppler_page_get_text_attributes(page);
	poppler_page_free_text_attributes(types);
	g_free(boxes);
	g_free(text);
	return n;
}

int main(int argc, char **argv)
{
	char *bytes = NULL;
	gsize size = 0;
	if (argc != 2 || !g_file_get_contents(argv[1], &bytes, &size, NULL)) {
		(void)fprintf(stderr, "usage: poppler FILE.pdf\n");
		return 2;
	}
	GBytes *all = g_bytes_new_take(bytes, size);
	PopplerDocument *document = poppler_document_new_from_bytes(all, NULL, NULL);
	unsigned long characters = 0;
	for (int i = 0; document && i < poppler_document_get_n_pages(document); i++) {
		PopplerPage *page = poppler_document_get_page(document, i);
		characters += ask(page);
		g_object_unref(page);
	}
	if (document)
		g_object_unref(document);
	g_bytes_unref(all);
	(void)printf("%lu characters\n", characters);
	return characters == 0;
}
