#define _GNU_SOURCE
#include "CCommand.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { argument_limit = 32 };

static void limit(int resource, uint64_t value) {
  struct rlimit both = {(rlim_t)value, (rlim_t)value};
  setrlimit(resource, &both);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// Between fork and exec only async-signal-safe calls are allowed.
static void become(char **arguments, char **environment, const char *folder, int output,
                   int report, double seconds, uint64_t memory, uint64_t output_size) {
  setpgid(0, 0);
  int nothing = open("/dev/null", O_RDWR);
  if (chdir(folder) == 0 && nothing >= 0 && dup2(nothing, 0) >= 0 && dup2(output, 1) >= 0 &&
      dup2(nothing, 2) >= 0) {
    for (int file = 3; file < 1024; file++) {
      if (file != report) close(file);
    }
    limit(RLIMIT_AS, memory);
    limit(RLIMIT_FSIZE, output_size);
    limit(RLIMIT_CPU, (uint64_t)seconds + 1);
    limit(RLIMIT_CORE, 0);
    execve(arguments[0], arguments, environment);
  }
  int error = errno;
  ssize_t written = write(report, &error, sizeof error);
  _exit(written == sizeof error ? 127 : 126);
}

static ccommand_result wait_for(pid_t child, double seconds) {
  ccommand_result result = {0, 0, false};
  double end = now() + seconds;
  long pause = 500000;
  int status = 0;
  for (;;) {
    pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) break;
    if (ended < 0 && errno != EINTR) {
      result.error = errno;
      return result;
    }
    if (now() > end) {
      result.timed_out = true;
      kill(-child, SIGKILL);
      kill(child, SIGKILL);
      while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
      }
      break;
    }
    nanosleep(&(struct timespec){0, pause}, NULL);
    if (pause < 8000000) pause *= 2;
  }
  // Whatever the command left running.
  kill(-child, SIGKILL);
  result.status = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  return result;
}

ccommand_result ccommand_run(const uint8_t *arguments, size_t length, const char *folder,
                             const char *output, double seconds, uint64_t memory,
                             uint64_t output_size) {
  ccommand_result failed = {EINVAL, 0, false};
  char *vector[argument_limit + 1] = {0};
  size_t count = 0;
  if (length == 0 || arguments[length - 1] != 0) return failed;
  for (size_t at = 0; at < length; at += strlen((const char *)arguments + at) + 1) {
    if (count == argument_limit) return failed;
    vector[count++] = (char *)(uintptr_t)(arguments + at);
  }
  char home[4096], temporary[4096];
  snprintf(home, sizeof home, "HOME=%s", folder);
  snprintf(temporary, sizeof temporary, "TMPDIR=%s", folder);
  char path[] = "PATH=/usr/local/bin:/usr/bin:/bin", language[] = "LC_ALL=C.UTF-8";
  // One thread each: files and pages are spread over the cores already.
  char threads[] = "OMP_THREAD_LIMIT=1";
  char *environment[] = {path, language, threads, home, temporary, NULL};
  int file = open(output, O_CREAT | O_WRONLY | O_EXCL | O_CLOEXEC, 0600);
  int report[2];
  if (file < 0 || pipe2(report, O_CLOEXEC) != 0) {
    failed.error = errno;
    if (file >= 0) close(file);
    return failed;
  }
  pid_t child = fork();
  if (child == 0)
    become(vector, environment, folder, file, report[1], seconds, memory, output_size);
  failed.error = errno;
  close(file);
  close(report[1]);
  ccommand_result result = failed;
  if (child > 0) {
    setpgid(child, child);
    int error = 0;
    ssize_t got;
    // Ends at once when the command starts, because exec closes the pipe.
    while ((got = read(report[0], &error, sizeof error)) < 0 && errno == EINTR) {
    }
    result = wait_for(child, seconds);
    if (got == (ssize_t)sizeof error) result.error = error;
  }
  close(report[0]);
  return result;
}
