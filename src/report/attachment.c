/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/attachment.h"

#include <stdlib.h>
#include <string.h>

typedef struct taker { /* what the stream writes to */
	attachment *to;
	digest_state *digest;
	size_t room, most;
	bool passed; /* more than `most` */
} taker;

static void let_go(attachment *t)
{
	free(t->bytes);
	t->bytes = NULL;
	t->len = 0;
}

/* Room for `size` bytes more, doubled each time. False if there is no memory for it. */
static bool make_room(taker *t, size_t size)
{
	size_t room = t->room ? t->room : size;
	while (room - t->to->len < size)
		room = room > t->most / 2 ? t->most : room * 2;
	char *grown = room > t->room ? realloc(t->to->bytes, room) : t->to->bytes;
	if (!grown)
		return false;
	t->to->bytes = grown;
	t->room = room;
	return true;
}

static ssize_t take(void *cookie, const char *bytes, size_t size)
{
	taker *t = cookie;
	attachment *to = t->to;
	digest_go_on(t->digest, (slice){bytes, size});
	if (!t->passed && size > t->most - to->len) {
		t->passed = true;
		let_go(to);
	}
	if (t->passed)
		return (ssize_t)size;
	if (!make_room(t, size))
		return 0;
	memcpy(to->bytes + to->len, bytes, size);
	to->len += size;
	return (ssize_t)size;
}

bool attachment_make(arena *a, const audit *au, const report_options *o, size_t most, attachment *out)
{
	*out = (attachment){0};
	taker t = {.to = out, .digest = digest_begin(a), .most = most};
	FILE *stream = fopencookie(&t, "w", (cookie_io_functions_t){.write = take});
	if (!stream)
		return false;
	bool written = report_json(au, o, stream);
	written = fclose(stream) == 0 && written;
	if (written)
		out->digest = digest_end(t.digest);
	else
		let_go(out);
	return written;
}

void attachment_free(attachment *t)
{
	let_go(t);
}
