#include "CICU.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/udata.h>
#include <unicode/uscript.h>

// ICU's DictionaryData: eight numbers, the first of them the offset of the trie, the second the offset of
// its end, the fifth its type, the sixth how the text is changed before it is looked up.
enum { trie_offset, trie_end, trie_type = 4, transform, index_count = 8 };
enum { type_mask = 7, type_units = 1 };

static UBool is_dictionary(void *context, const char *type, const char *name,
                           const UDataInfo *info) {
  (void)context, (void)type, (void)name;
  return info->isBigEndian == U_IS_BIG_ENDIAN && info->charsetFamily == U_CHARSET_FAMILY &&
         memcmp(info->dataFormat, "Dict", 4) == 0 && info->formatVersion[0] == 1;
}

int32_t cicu_dictionary(uint16_t *trie, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory *data =
      udata_openChoice(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", is_dictionary, NULL, &status);
  if (U_FAILURE(status)) return 0;
  const char *bytes = udata_getMemory(data);
  int32_t indexes[index_count];
  memcpy(indexes, bytes, sizeof indexes);
  int32_t size = indexes[trie_end] - indexes[trie_offset];
  int32_t count = size / (int32_t)sizeof *trie;
  if ((indexes[trie_type] & type_mask) != type_units || indexes[transform] != 0 || size <= 0) {
    count = 0;
  } else if (count <= capacity) {
    memcpy(trie, bytes + indexes[trie_offset], (size_t)size);
  }
  udata_close(data);
  return count;
}

static cicu_word_class word_class(UChar32 character) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(character, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
      return cicu_word_unsure;
    default:
      break;
  }
  if (u_getIntPropertyValue(character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
    return cicu_word_unsure;
  }
  switch (u_getIntPropertyValue(character, UCHAR_WORD_BREAK)) {
    case U_WB_OTHER:
    case U_WB_NEWLINE:
    case U_WB_DOUBLE_QUOTE:
      return cicu_word_alone;
    case U_WB_ALETTER:
      return cicu_word_letter;
    case U_WB_NUMERIC:
      return cicu_word_digit;
    case U_WB_EXTENDNUMLET:
      return cicu_word_connector;
    case U_WB_MIDLETTER:
      return cicu_word_mid_letter;
    case U_WB_MIDNUM:
      return cicu_word_mid_number;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return cicu_word_mid;
    case U_WB_WSEGSPACE:
      return cicu_word_space;
    case U_WB_CR:
      return cicu_word_return;
    case U_WB_LF:
      return cicu_word_line_feed;
    default:
      return cicu_word_unsure;
  }
}

void cicu_word_classes(cicu_word_class *classes) {
  for (UChar32 character = 0; character < 0x10000; character++) {
    classes[character] = word_class(character);
  }
  // The ideographs without a compatibility form: what normalization leaves alone.
  memset(classes + 0x3400, cicu_word_han, 0x4DC0 - 0x3400);
  memset(classes + 0x4E00, cicu_word_han, 0xA000 - 0x4E00);
  classes[0x3007] = cicu_word_han;
  // ICU takes it for a letter, UAX #29 does not.
  classes['@'] = cicu_word_unsure;
}
