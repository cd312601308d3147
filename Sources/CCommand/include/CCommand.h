// Runs an external command without a shell, under limits of time, memory and output.
#ifndef CCOMMAND_H
#define CCOMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  // 0 when the command ran; otherwise the errno with which it could not be started.
  int32_t error;
  // The exit status, or minus the signal that ended it.
  int32_t status;
  bool timed_out;
} ccommand_result;

// `arguments` are zero-terminated strings, one after the other, `length` bytes in all; the first
// is the command's path. It runs in `folder` with empty input, an environment of PATH, HOME and
// TMPDIR (the folder), LC_ALL=C.UTF-8 and OMP_THREAD_LIMIT=1, and with its output in the file
// `output`. It and what it started are killed after `seconds`. `memory` and `output_size` are in
// bytes.
ccommand_result ccommand_run(const uint8_t *arguments, size_t length, const char *folder,
                             const char *output, double seconds, uint64_t memory,
                             uint64_t output_size);

#endif
