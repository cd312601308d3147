#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uvernum.h>

struct cicu_breaker {
  UBreakIterator *iterator;
};

cicu_breaker *cicu_breaker_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  cicu_breaker *breaker = malloc(sizeof *breaker);
  if (!breaker) {
    ubrk_close(iterator);
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

void cicu_breaker_close(cicu_breaker *breaker) {
  if (!breaker) return;
  ubrk_close(breaker->iterator);
  free(breaker);
}

int32_t cicu_breaker_ends(cicu_breaker *breaker, const uint16_t *text, int32_t length,
                          int32_t *ends) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, text, length, &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = 0;
  ubrk_first(breaker->iterator);
  for (int32_t end = ubrk_next(breaker->iterator); end != UBRK_DONE && count < length;
       end = ubrk_next(breaker->iterator)) {
    ends[count++] = end;
  }
  return count;
}

const char *cicu_version(void) { return U_ICU_VERSION; }
