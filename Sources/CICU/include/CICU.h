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

// Copies the trie of the breaker's dictionary of Han words (the serialized form of ICU's UCharsTrie) to
// `trie` if `capacity` units hold it. Returns its length in units; 0 when this ICU keeps its words in
// another form.
int32_t cicu_dictionary(uint16_t *trie, int32_t capacity);

// How the word rules take a character (the Word_Break property of UAX #29).
typedef enum cicu_word_class : uint8_t {
  // Only the breaker knows: marks, kana, Hangul, emoji, scripts without spaces, surrogates …
  cicu_word_unsure,
  // An ideograph that only the dictionary joins to others.
  cicu_word_han,
  // Never joined to anything.
  cicu_word_alone,
  cicu_word_letter,
  cicu_word_digit,
  // Joins letters and digits, as the low line does.
  cicu_word_connector,
  // Between two letters, between two digits, between either.
  cicu_word_mid_letter,
  cicu_word_mid_number,
  cicu_word_mid,
  cicu_word_space,
  cicu_word_return,
  cicu_word_line_feed,
} cicu_word_class;

// Writes the class of every character below U+10000 to `classes`.
void cicu_word_classes(cicu_word_class *classes);

// Columns a code point takes in a terminal: 0, 1 or 2 (Unicode's East Asian Width).
int32_t cicu_columns(uint32_t codepoint);

// The version of the linked ICU, for example "72.1".
const char *cicu_version(void);

// A strict converter between an encoding and UTF-16: it stops at bytes that are not valid, and
// never writes a replacement. One converter serves one thread at a time.
typedef struct cicu_converter cicu_converter;

// NULL when ICU knows no encoding of that name (IANA and ICU names and their aliases).
cicu_converter *cicu_converter_open(const char *name);
void cicu_converter_close(cicu_converter *converter);

// The length of the shortest character, in bytes: 1, 2 (UTF-16) or 4 (UTF-32).
int32_t cicu_converter_unit(const cicu_converter *converter);

// Each call converts a whole text and starts afresh. Returns how many units were written, or -1
// when the input is not valid, is cut off within a character, or `capacity` is too small.
// Decoding needs 2 * length units at most, encoding 4 * length bytes and a few for a mark.
int32_t cicu_converter_decode(cicu_converter *converter, const uint8_t *bytes, int32_t length,
                              uint16_t *text, int32_t capacity);
int32_t cicu_converter_encode(cicu_converter *converter, const uint16_t *text, int32_t length,
                              uint8_t *bytes, int32_t capacity);

#endif
