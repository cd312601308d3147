// Neutral view of the system's ICU: no ICU header may be visible to Swift, because Foundation
// bundles an ICU of its own whose headers clash.
#ifndef CICU_H
#define CICU_H

#include <stdint.h>

// A word breaker. One breaker serves one thread at a time.
typedef struct cicu_breaker cicu_breaker;

// NULL when ICU's data cannot be opened.
cicu_breaker *cicu_breaker_open(void);
void cicu_breaker_close(cicu_breaker *breaker);

// Writes the end offset of every segment of `text` (UTF-16 code units, the last one is `length`)
// to `ends`, which must hold `length` values. Returns how many were written, or -1.
int32_t cicu_breaker_ends(cicu_breaker *breaker, const uint16_t *text, int32_t length,
                          int32_t *ends);

// Columns a code point takes in a terminal: 0, 1 or 2 (Unicode's East Asian Width).
int32_t cicu_columns(uint32_t codepoint);

// The version of the linked ICU, for example "72.1".
const char *cicu_version(void);

#endif
