// Lets poppler find its tables of Chinese fonts in the package: the folder's name is fixed when poppler is built,
// and pdftotext has no option for it. The programs are linked to this library before the C library.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char fixed[] = "/usr/share/poppler";

static const char *moved(const char *path, char *place) {
  const char *package = getenv("ZONGJIE_PACKAGE");
  if (package == NULL || strncmp(path, fixed, sizeof fixed - 1) != 0) return path;
  int length = snprintf(place, PATH_MAX, "%s/share/poppler%s", package, path + sizeof fixed - 1);
  return length < PATH_MAX ? place : path;
}

FILE *fopen(const char *path, const char *mode) {
  static FILE *(*next)(const char *, const char *);
  if (next == NULL) next = (FILE * (*)(const char *, const char *)) dlsym(RTLD_NEXT, "fopen");
  char place[PATH_MAX];
  return next(moved(path, place), mode);
}

DIR *opendir(const char *path) {
  static DIR *(*next)(const char *);
  if (next == NULL) next = (DIR * (*)(const char *)) dlsym(RTLD_NEXT, "opendir");
  char place[PATH_MAX];
  return next(moved(path, place));
}

// What `open` becomes when it is compiled with _FORTIFY_SOURCE.
int __open_2(const char *path, int flags) {
  char place[PATH_MAX];
  return open(moved(path, place), flags);
}
