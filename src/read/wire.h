/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on its way home from the child that read it: its arrays hold no pointers, so they travel as they are. The receiver
 * believes nothing: a reader that a file has taken over may send anything. */
#ifndef READ_WIRE_H
#define READ_WIRE_H

#include "document/document.h"
#include "read/sandbox.h"

/* What a reader told of d, as pieces; d must live until they are sent. */
void wire_pack(arena *a, const document *d, piece_list *reply);
/* Fills d from a reply, whose memory it borrows. d->source holds the source its positions are told in, or is empty, when
 * positions are told in the text. False, d untouched, if what came is no proper document; *why names what is wrong with it. */
bool wire_unpack(arena *a, slice reply, document *d, slice *why);

/* read/wire_check.c: whether everything in d that is a place or a number is one that the rest of the program can rely on. NULL, or
 * what is not. */
const char *wire_fault(const document *d);

#endif
