/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the PDF share, and all that know libharu (2.3). For src/report/pdf*.c alone.
 *
 * The library's errors come as calls of a function that jumps out to pdf_make: after an error no more calls are made on the
 * document but HPDF_Free. */
#ifndef REPORT_PDF_HARU_H
#define REPORT_PDF_HARU_H

#include "base/vec.h"
#include "report/pdf.h"

#include <hpdf.h>

enum { PDF_FACES = 4, PDF_FALLBACK = 2 /* added to a weight: its fallback face */ };

typedef struct pdf_type { /* a face */
	bool tried;
	HPDF_FontDef def; /* NULL: not there */
	HPDF_Font font;
	int16_t *advance; /* by code, in thousandths; negative: not known yet, or none */
} pdf_type;

typedef enum { FAILED_LIBRARY, FAILED_MEMORY, FAILED_FONT, FAILED_NUMBER } pdf_failure;

struct pdf {
	jmp_buf jump;
	HPDF_Doc doc;
	HPDF_Encoder utf8;
	arena *arena;
	HPDF_STATUS code; /* of FAILED_LIBRARY */
	pdf_failure failed;
	pdf_type faces[PDF_FACES];
	VEC(HPDF_Page) pages;
	HPDF_Page page;
	double width, height;
};

extern const char *const PDF_FACE_FILES[PDF_FACES];

/* Ends pdf_make. */
_Noreturn void pdf_fail(pdf *p, pdf_failure why);
/* The object; without one, fails. Most calls set an error before they give NULL; this is for the few that do not. */
void *pdf_made(pdf *p, void *object);
/* x as the library takes it; fails if it is not finite. */
HPDF_REAL pdf_real(pdf *p, double x);
/* The library's own y, growing upwards. */
HPDF_REAL pdf_up(pdf *p, double y);
/* Text as the file's own strings hold it: shown characters only, NUL-terminated. */
const char *pdf_clean(pdf *p, slice text);
/* The face, loaded at its first use: a fallback that no text needs is not embedded. */
pdf_type *pdf_face(pdf *p, unsigned which);

#endif
