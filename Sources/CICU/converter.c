#include "CICU.h"

#include <stdlib.h>
#include <unicode/ucnv.h>

struct cicu_converter {
  UConverter *converter;
};

cicu_converter *cicu_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  // ICU takes the empty name for the machine's default encoding: nobody asked for that.
  if (!name || !*name) return NULL;
  UConverter *opened = ucnv_open(name, &status);
  if (U_FAILURE(status)) return NULL;
  ucnv_setToUCallBack(opened, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  ucnv_setFromUCallBack(opened, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  cicu_converter *converter = U_SUCCESS(status) ? malloc(sizeof *converter) : NULL;
  if (!converter) {
    ucnv_close(opened);
    return NULL;
  }
  converter->converter = opened;
  return converter;
}

void cicu_converter_close(cicu_converter *converter) {
  if (!converter) return;
  ucnv_close(converter->converter);
  free(converter);
}

int32_t cicu_converter_unit(const cicu_converter *converter) {
  return ucnv_getMinCharSize(converter->converter);
}

int32_t cicu_converter_decode(cicu_converter *converter, const uint8_t *bytes, int32_t length,
                              uint16_t *text, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = ucnv_toUChars(converter->converter, (UChar *)text, capacity,
                                (const char *)bytes, length, &status);
  return U_FAILURE(status) ? -1 : count;
}

int32_t cicu_converter_encode(cicu_converter *converter, const uint16_t *text, int32_t length,
                              uint8_t *bytes, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = ucnv_fromUChars(converter->converter, (char *)bytes, capacity,
                                  (const UChar *)text, length, &status);
  return U_FAILURE(status) ? -1 : count;
}
