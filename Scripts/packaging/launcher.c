// Starts a program of the package with the loader and the libraries that the package carries, so that those of
// the host never matter. An ELF file names its loader by an absolute path, and a package may stand anywhere: hence
// this file, linked statically, in its place.
//
// FOLDER/bin/NAME and FOLDER/converters/NAME start FOLDER/libexec/NAME.
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

static char folder[PATH_MAX];

static char *inside(const char *name, const char *more) {
  char *path;
  if (asprintf(&path, "%s/%s%s", folder, name, more) < 0) abort();
  return path;
}

int main(int count, char **arguments) {
  // What the kernel was told to start; unlike /proc/self/exe it is known where no /proc is mounted.
  const char *started = (const char *)getauxval(AT_EXECFN);
  if (started == NULL || realpath(started, folder) == NULL) {
    fprintf(stderr, "%s: cannot tell where it stands: %s\n", arguments[0], strerror(errno));
    return 127;
  }
  char *name = strrchr(folder, '/');
  *name++ = 0;
  name = strdup(name);
  *strrchr(folder, '/') = 0;

  setenv("ZONGJIE_PACKAGE", folder, 1);
  // Character sets of the carried C library; another version's must not be loaded.
  setenv("GCONV_PATH", inside("lib/gconv", ""), 1);
  setenv("LOCPATH", inside("lib/locale", ""), 1);
  setenv("ANTIWORDHOME", inside("share/antiword", ""), 1);
  setenv("TESSDATA_PREFIX", inside("share/tessdata", ""), 0);

  char **list = calloc((size_t)count + 8, sizeof *list);
  if (list == NULL) abort();
  size_t next = 0;
  list[next++] = inside("lib/", LOADER);
  list[next++] = "--inhibit-cache";
  list[next++] = "--library-path";
  list[next++] = inside("lib", "");
  list[next++] = "--argv0";
  list[next++] = arguments[0];
  list[next++] = inside("libexec/", name);
  for (int at = 1; at < count; at++) list[next++] = arguments[at];
  execv(list[0], list);
  fprintf(stderr, "%s: %s: %s\n", arguments[0], list[0], strerror(errno));
  return 127;
}
