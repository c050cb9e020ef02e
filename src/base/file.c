/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	SMALL_FILE = 64 << 10, /* reading it costs less than mapping it */
	TOO_LARGE = -1,        /* beside the values of errno */
};

slice file_reason(arena *a, int error)
{
	char text[64];
	switch (error) {
	case ENOENT:
		return SLICE("no such file");
	case ENOTDIR:
		return SLICE("a part of its path is not a folder");
	case EACCES:
	case EPERM:
		return SLICE("permission denied");
	case EISDIR:
		return SLICE("is a folder");
	case ELOOP:
		return SLICE("its symbolic links go in a circle");
	case ENAMETOOLONG:
		return SLICE("its name is too long");
	case EMFILE:
	case ENFILE:
		return SLICE("too many files are open");
	case ENOSPC:
	case EDQUOT:
		return SLICE("no space left on the device");
	case EROFS:
		return SLICE("the file system is read-only");
	case EFBIG:
		return SLICE("larger than a file may be");
	case EPIPE:
		return SLICE("its reader has gone");
	case EBADF:
		return SLICE("it is closed");
	case EIO:
		return SLICE("the device reports an error");
	case ENXIO:
		return SLICE("there is nothing behind this device or socket");
	default:
		return arena_printf(a, "the system reports \"%s\"", strerror_r(error, text, sizeof text));
	}
}

static slice too_large(arena *a, size_t max)
{
	static const struct {
		unsigned shift;
		const char *name;
	} units[] = {{30, "GiB"}, {20, "MiB"}, {10, "KiB"}};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (max && max % ((size_t)1 << units[i].shift) == 0)
			return arena_printf(a, "larger than the limit of %zu %s", max >> units[i].shift, units[i].name);
	return arena_printf(a, "larger than the limit of %zu bytes", max);
}

/* Whatever fd still gives, into a mapping of its own. Nothing here can jump away and leave fd open. */
static int read_growing(int fd, size_t max, file_map *out)
{
	size_t n = 0, cap = SMALL_FILE;
	char *base = mmap(NULL, cap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (base == MAP_FAILED)
		return errno;
	int error = 0;
	for (;;) {
		if (n == cap) {
			void *larger = cap <= SIZE_MAX / 2 ? mremap(base, cap, cap * 2, MREMAP_MAYMOVE) : MAP_FAILED;
			if (larger == MAP_FAILED) {
				error = ENOMEM;
				break;
			}
			base = larger;
			cap *= 2;
		}
		ssize_t got = read(fd, base + n, cap - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			error = errno;
		else
			n += (size_t)got;
		if (n > max)
			error = TOO_LARGE;
		if (got <= 0 || error)
			break;
	}
	if (error || n == 0) {
		munmap(base, cap);
		*out = (file_map){.bytes = {"", 0}};
	} else {
		*out = (file_map){.bytes = {base, n}, .base = base, .length = cap};
	}
	return error;
}

/* Exactly n bytes of a regular file, unless it has become shorter. */
static int read_small(int fd, char *into, size_t *n)
{
	size_t have = 0;
	while (have < *n) {
		ssize_t got = read(fd, into + have, *n - have);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno;
		if (got == 0)
			break;
		have += (size_t)got;
	}
	*n = have;
	return 0;
}

bool file_read(arena *a, const char *path, size_t max, file_map *out, slice *why)
{
	char small[SMALL_FILE];
	size_t n = 0;
	int error = 0;
	*out = (file_map){.bytes = {"", 0}};
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct stat st;
	if (fd < 0 || fstat(fd, &st) != 0) {
		error = errno;
	} else if (S_ISDIR(st.st_mode)) {
		error = EISDIR;
	} else if (!S_ISREG(st.st_mode) || st.st_size == 0) { /* files of /proc say that they are empty */
		error = read_growing(fd, max, out);
	} else if ((uintmax_t)st.st_size > max) {
		error = TOO_LARGE;
	} else if (st.st_size <= SMALL_FILE) {
		n = (size_t)st.st_size;
		error = read_small(fd, small, &n);
	} else {
		size_t length = (size_t)st.st_size;
		void *base = mmap(NULL, length, PROT_READ, MAP_PRIVATE, fd, 0);
		if (base == MAP_FAILED)
			error = errno;
		else
			*out = (file_map){.bytes = {base, length}, .base = base, .length = length};
	}
	if (fd >= 0)
		close(fd);
	if (error)
		*why = error == TOO_LARGE ? too_large(a, max) : file_reason(a, error);
	else if (n)
		out->bytes = arena_copy(a, (slice){small, n});
	return !error;
}

bool file_read_stream(arena *a, FILE *in, size_t max, slice *out, slice *why)
{
	char *bytes = NULL;
	size_t n = 0, cap = 0, got;
	do {
		if (n == cap) {
			size_t wanted = cap ? cap * 2 : SMALL_FILE;
			bytes = arena_grow(a, bytes, cap, wanted);
			cap = wanted;
		}
		errno = 0;
		got = fread(bytes + n, 1, cap - n, in);
		n += got;
		if (n > max) {
			*why = too_large(a, max);
			return false;
		}
	} while (got > 0);
	if (ferror(in)) {
		*why = file_reason(a, errno);
		return false;
	}
	*out = (slice){bytes, n};
	return true;
}

void file_unmap(file_map *m)
{
	if (m->base)
		munmap(m->base, m->length);
	*m = (file_map){.bytes = {"", 0}};
}
