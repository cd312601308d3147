#include "CICU.h"

#include <unicode/uchar.h>

int32_t cicu_columns(uint32_t codepoint) {
  switch (u_charType((UChar32)codepoint)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  switch (u_getIntPropertyValue((UChar32)codepoint, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
    // Quotation marks, the middle dot and their like are wide among Chinese text.
    case U_EA_AMBIGUOUS:
      return codepoint >= 0x2010 && codepoint <= 0x2027 ? 2 : (codepoint < 0x2E80 ? 1 : 2);
    default:
      return 1;
  }
}
