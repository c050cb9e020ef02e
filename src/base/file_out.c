/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEMPORARY_TRIES = 100, DESCRIPTOR_BYTES = 32 };

/* The descriptor that a name such as /dev/stdout or /dev/fd/3 stands for, or -1. Opening the name anew would begin at the
 * file's start again, over what is there. */
static int named_descriptor(const char *path)
{
	static const char *const names[] = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
	for (int fd = 0; fd < 3; fd++)
		if (strcmp(path, names[fd]) == 0)
			return fd;
	static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		size_t len = strlen(folders[i]);
		char *end;
		if (strncmp(path, folders[i], len) != 0 || !ascii_is_digit(path[len]))
			continue;
		long fd = strtol(path + len, &end, 10);
		if (*end == '\0' && fd <= 1 << 20)
			return (int)fd;
	}
	return -1;
}

/* Makes f->stream of a descriptor that was opened, or closes it; a value of errno. */
static int stream_on(file_out *f, int fd)
{
	f->stream = fdopen(fd, "w");
	if (f->stream)
		return 0;
	int error = errno;
	close(fd);
	return error;
}

static int open_through(file_out *f, const char *path)
{
	int named = named_descriptor(path);
	if (named == STDOUT_FILENO)
		fflush(stdout); /* what was printed before comes before */
	int fd = named >= 0 ? fcntl(named, F_DUPFD_CLOEXEC, 0) : open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	return fd < 0 ? errno : stream_on(f, fd);
}

/* Where the folder of a path ends: behind its last slash. */
static int folder_end(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? (int)(slash + 1 - path) : 0;
}

static void descriptor_name(const file_out *f, char name[DESCRIPTOR_BYTES])
{
	snprintf(name, DESCRIPTOR_BYTES, "/proc/self/fd/%d", fileno(f->stream));
}

/* Opens a file that has no name, so that nothing is left of it however this process ends. Not every file system has such. */
static bool open_nameless(file_out *f)
{
	char *folder, own[DESCRIPTOR_BYTES];
	int len = folder_end(f->path);
	if (asprintf(&folder, "%.*s.", len, f->path) < 0)
		return false;
	int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	free(folder);
	if (fd < 0 || stream_on(f, fd) != 0)
		return false;
	descriptor_name(f, own);
	if (access(own, F_OK) == 0) /* it can be given a name */
		return true;
	fclose(f->stream);
	f->stream = NULL;
	return false;
}

static int open_named(file_out *f, const char *name)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return errno;
	int error = stream_on(f, fd);
	if (error)
		unlink(name);
	return error;
}

static int give_name(file_out *f, const char *name)
{
	char own[DESCRIPTOR_BYTES];
	descriptor_name(f, own);
	return linkat(AT_FDCWD, own, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

/* Makes f->temporary, a name in the folder of f->path that nothing had before, by `make`, which gives a value of errno. */
static int make_temporary(file_out *f, int (*make)(file_out *, const char *))
{
	for (int tries = 0; tries < TEMPORARY_TRIES; tries++) {
		char *name;
		if (asprintf(&name, "%.*s.numerate-%ld-%d.tmp", folder_end(f->path), f->path, (long)gettid(), tries) < 0)
			return ENOMEM;
		int error = make(f, name);
		if (!error) {
			f->temporary = name;
			return 0;
		}
		free(name);
		if (error != EEXIST)
			return error;
	}
	return EEXIST;
}

/* Opens f for path: straight through what is no regular file, else a temporary file beside the one that path leads to. */
static int open_for(file_out *f, const char *path)
{
	struct stat st;
	bool exists = stat(path, &st) == 0;
	if (named_descriptor(path) >= 0 || strncmp(path, "/dev/", 5) == 0 || strncmp(path, "/proc/", 6) == 0 ||
	    (exists && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode)))
		return open_through(f, path);
	if (exists && S_ISDIR(st.st_mode))
		return EISDIR;
	if (exists && access(path, W_OK) != 0)
		return errno;
	f->path = exists ? realpath(path, NULL) : strdup(path); /* a symbolic link stays, what it leads to is replaced */
	if (!f->path)
		return errno;
	return open_nameless(f) ? 0 : make_temporary(f, open_named);
}

bool file_out_open(file_out *f, const char *path, arena *a, slice *why)
{
	*f = (file_out){0};
	int error = open_for(f, path);
	if (!error)
		return true;
	file_out_abandon(f);
	*why = error == ENOENT ? SLICE("no such folder") : file_reason(a, error);
	return false;
}

/* Some devices and pipes cannot be synced, which is no failure. */
static bool cannot_sync(int error)
{
	return error == EINVAL || error == ENOTSUP || error == ENOSYS || error == EROFS;
}

bool file_out_commit(file_out *f, arena *a, slice *why)
{
	int error = ferror(f->stream) ? EIO : 0;
	errno = 0;
	if (fflush(f->stream) != 0)
		error = errno;
	if (!error && fsync(fileno(f->stream)) != 0 && !cannot_sync(errno))
		error = errno;
	if (!error && f->path && !f->temporary)
		error = make_temporary(f, give_name);
	if (fclose(f->stream) != 0 && !error)
		error = errno;
	f->stream = NULL;
	if (!error && f->temporary && rename(f->temporary, f->path) != 0)
		error = errno;
	if (!error) { /* there is nothing left to remove */
		free(f->temporary);
		f->temporary = NULL;
	}
	file_out_abandon(f);
	if (error)
		*why = file_reason(a, error);
	return !error;
}

void file_out_abandon(file_out *f)
{
	if (f->stream)
		fclose(f->stream);
	if (f->temporary)
		unlink(f->temporary);
	free(f->temporary);
	free(f->path);
	*f = (file_out){0};
}

/* Makes one folder; one that is there already will do. */
static int make_one(const char *path)
{
	struct stat st;
	if (mkdir(path, 0777) == 0)
		return 0;
	int error = errno;
	if (stat(path, &st) != 0)
		return error;
	return S_ISDIR(st.st_mode) ? 0 : ENOTDIR;
}

bool file_make_folder(const char *path, arena *a, slice *why)
{
	slice copy = arena_copy(a, slice_of(path));
	char *parent = arena_alloc(a, copy.len + 1);
	for (size_t i = 1; i <= copy.len; i++) {
		if (i < copy.len && (copy.ptr[i] != '/' || copy.ptr[i - 1] == '/'))
			continue;
		memcpy(parent, copy.ptr, i);
		parent[i] = '\0';
		int error = make_one(parent);
		if (error == ENOTDIR) {
			*why = arena_printf(a, "a file named %s is in the way", parent);
			return false;
		}
		if (error) {
			*why = file_reason(a, error);
			return false;
		}
	}
	if (copy.len == 0)
		*why = SLICE("its name is empty");
	return copy.len > 0;
}
