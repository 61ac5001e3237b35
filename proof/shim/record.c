/* Stands between a house and its disk (LD_PRELOAD): writes down, in order, what the process does to `house.db`, its -wal and its
 * -journal, and to `acks`; fails the k-th write or sync where `control` asks for it. Must never change what goes through.
 * A record: op (w write, t truncate, s sync, f failed sync, u unlink, d sync of a folder), file, two spare bytes, u32 length,
 * u64 offset, the data. A line to `control`: "OP K ERRNO FOREVER": from now the K-th op (w or s) fails, once or for ever. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { DB, WAL, JOURNAL, ACKS, CONTROL, NONE, FDS = 4096 };
static const char *const names[] = {"/house.db", "/house.db-wal", "/house.db-journal", "/acks", "/control"};
static signed char kinds[FDS]; /* kind of each open file, plus one; 0: not ours */
static int record = -1, fail_error, fail_forever, fired;
static long fail_left;
static char fail_op;

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

static int kind_of(const char *path) {
  for (int kind = DB; kind < NONE; kind++) {
    size_t length = strlen(path), tail = strlen(names[kind]);
    if (length >= tail && strcmp(path + length - tail, names[kind]) == 0) return kind;
  }
  return NONE;
}
static int kind_at(int fd) { return fd >= 0 && fd < FDS && kinds[fd] ? kinds[fd] - 1 : NONE; }

static void note(char op, int kind, uint64_t offset, const void *data, uint32_t length) {
  struct { char op, kind, spare[2]; uint32_t length; uint64_t offset; } head = {op, kind, {0}, length, offset};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)data, length}};
  if (record < 0 && getenv("GUICHET_RECORD"))
    record = REAL(open64)(getenv("GUICHET_RECORD"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (record >= 0 && writev(record, parts, 2) < 0) abort();
}
static int fails(char op, int kind) {
  char count[16];
  if (kind >= ACKS || op != fail_op || fail_left <= 0 || --fail_left > 0) return 0;
  if (fail_forever) fail_left = 1;
  snprintf(count, sizeof count, "%d", ++fired);
  setenv("GUICHET_SHIM_FIRED", count, 1);
  errno = fail_error;
  return 1;
}
static ssize_t written(ssize_t done, int kind, const void *data, off64_t offset) {
  char line[64] = {0};
  if (done > 0 && kind < CONTROL) note('w', kind, offset, data, done);
  if (done > 0 && kind == CONTROL) sscanf(memcpy(line, data, done < 63 ? done : 63), "%c %ld %d %d", &fail_op, &fail_left, &fail_error, &fail_forever);
  return done;
}
static int synced(int fd, int (*sync)(int)) {
  struct stat64 what;
  int kind = kind_at(fd), failed = fails('s', kind), done = failed ? -1 : sync(fd);
  if (kind < CONTROL) note(done == 0 ? 's' : 'f', kind, 0, NULL, 0);
  else if (fstat64(fd, &what) == 0 && S_ISDIR(what.st_mode)) note('d', NONE, 0, NULL, 0);
  if (failed) errno = fail_error;
  return done;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int kind = kind_of(path), fd = REAL(open64)(path, flags, va_arg(rest, mode_t));
  va_end(rest);
  if (fd >= 0 && fd < FDS) kinds[fd] = kind == NONE ? 0 : kind + 1;
  return fd;
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  int kind = kind_at(fd);
  return fails('w', kind) ? -1 : written(REAL(pwrite64)(fd, data, length, offset), kind, data, offset);
}
ssize_t write(int fd, const void *data, size_t length) {
  int kind = kind_at(fd);
  off64_t offset = kind == NONE ? 0 : lseek64(fd, 0, SEEK_CUR);
  return fails('w', kind) ? -1 : written(REAL(write)(fd, data, length), kind, data, offset);
}
int ftruncate64(int fd, off64_t length) {
  int done = REAL(ftruncate64)(fd, length);
  if (done == 0 && kind_at(fd) < CONTROL) note('t', kind_at(fd), length, NULL, 0);
  return done;
}
int unlink(const char *path) {
  int done = REAL(unlink)(path);
  if (done == 0 && kind_of(path) < CONTROL) note('u', kind_of(path), 0, NULL, 0);
  return done;
}
int close(int fd) { if (fd >= 0 && fd < FDS) kinds[fd] = 0; return REAL(close)(fd); }
int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }
