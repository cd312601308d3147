// Neutral view of libxml2's SAX parsers for Swift: bytes go in, a list of events comes out. No
// tree is built, no file or network is touched, and a document that declares entities is refused.
#ifndef CXML_H
#define CXML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cxml_parser cxml_parser;

enum { cxml_start = 1, cxml_end = 2, cxml_text = 3 };

// Why parsing stopped; the first reason stays.
enum {
  cxml_fine = 0,
  cxml_malformed = 1,
  cxml_entities = 2,
  cxml_too_deep = 3,
  cxml_too_many = 4,
  cxml_no_memory = 5,
  cxml_too_slow = 6,
};

// A range of the bytes at cxml_bytes().
typedef struct {
  uint32_t offset;
  uint32_t length;
} cxml_slice;

typedef struct {
  int32_t kind;
  // The element's name, or the text. Of the attributes, `attributes` pairs of name and value
  // follow from `first_attribute` on.
  cxml_slice text;
  uint32_t first_attribute;
  uint32_t attributes;
} cxml_event;

// NULL without memory. Refused are elements deeper than `depth`, more than `events` events, an
// element with some thousand attributes, and a document that takes more than `seconds`.
cxml_parser *cxml_open(uint32_t depth, uint32_t events, double seconds);
void cxml_close(cxml_parser *parser);

// Names in the namespace `uri` are written `prefix:name`, whatever prefix the document uses; names
// in no registered namespace lose their prefix. Both strings must outlive the parser.
void cxml_namespace(cxml_parser *parser, const char *uri, const char *prefix);

// Parses the next bytes of an XML document; the events of the bytes before are forgotten. After
// the last bytes call it with `last` set. Returns the reason why parsing stopped, or cxml_fine.
int32_t cxml_feed(cxml_parser *parser, const uint8_t *bytes, size_t length, bool last);

// Parses a whole HTML page in UTF-8, whatever encoding it claims.
int32_t cxml_html(cxml_parser *parser, const uint8_t *bytes, size_t length);

// The events of the last call, and what their slices refer to; valid until the next call.
size_t cxml_count(const cxml_parser *parser);
const cxml_event *cxml_events(const cxml_parser *parser);
const cxml_slice *cxml_attributes(const cxml_parser *parser);
const uint8_t *cxml_bytes(const cxml_parser *parser);

// The 1-based line in which an XML document is malformed; 0 when it is not.
int32_t cxml_line(const cxml_parser *parser);

#endif
