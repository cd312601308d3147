#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// libxml2 compares each attribute of an element with all before it.
enum { namespace_limit = 24, attribute_limit = 2000 };

struct cxml_parser {
  xmlParserCtxtPtr context;
  cxml_event *events;
  cxml_slice *attributes;
  uint8_t *bytes;
  size_t event_count, event_room, attribute_count, attribute_room, byte_count, byte_room;
  // Across all calls.
  size_t total_events, event_limit;
  uint32_t depth, depth_limit;
  int32_t state;
  int32_t line;
  double end;
  uint32_t calls;
  // While looking for elements with too many attributes.
  bool in_tag;
  uint32_t equals;
  struct {
    const char *uri, *prefix;
  } namespaces[namespace_limit];
  size_t namespace_count;
};

static void stop(cxml_parser *parser, int32_t reason) {
  if (parser->state == cxml_fine) parser->state = reason;
  if (parser->context) xmlStopParser(parser->context);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// Looks at the clock now and then.
static void check_time(cxml_parser *parser) {
  if (++parser->calls % 256 == 0 && now() > parser->end) stop(parser, cxml_too_slow);
}

// Whether the bytes hold a tag with too many equals signs; a tag may go over several calls.
static bool has_crowded_tag(cxml_parser *parser, const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] == '<') {
      parser->in_tag = true;
      parser->equals = 0;
    } else if (bytes[i] == '>') {
      parser->in_tag = false;
    } else if (bytes[i] == '=' && parser->in_tag && ++parser->equals > attribute_limit) {
      return true;
    }
  }
  return false;
}

// Doubles `*room` until `need` items fit; false without memory.
static bool grow(void **items, size_t *room, size_t need, size_t size) {
  if (need <= *room) return true;
  size_t larger = *room ? *room : 1024;
  while (larger < need) larger *= 2;
  void *moved = realloc(*items, larger * size);
  if (!moved) return false;
  *items = moved;
  *room = larger;
  return true;
}

static bool append(cxml_parser *parser, const void *bytes, size_t length) {
  if (parser->byte_count + length > UINT32_MAX ||
      !grow((void **)&parser->bytes, &parser->byte_room, parser->byte_count + length, 1)) {
    stop(parser, cxml_no_memory);
    return false;
  }
  memcpy(parser->bytes + parser->byte_count, bytes, length);
  parser->byte_count += length;
  return true;
}

static cxml_slice slice_from(const cxml_parser *parser, size_t start) {
  return (cxml_slice){(uint32_t)start, (uint32_t)(parser->byte_count - start)};
}

static cxml_event *add_event(cxml_parser *parser, int32_t kind) {
  if (parser->state != cxml_fine) return NULL;
  if (++parser->total_events > parser->event_limit) {
    stop(parser, cxml_too_many);
    return NULL;
  }
  if (!grow((void **)&parser->events, &parser->event_room, parser->event_count + 1,
            sizeof *parser->events)) {
    stop(parser, cxml_no_memory);
    return NULL;
  }
  cxml_event *event = &parser->events[parser->event_count++];
  *event = (cxml_event){kind, {0, 0}, (uint32_t)parser->attribute_count, 0};
  return event;
}

static void add_attribute(cxml_parser *parser, cxml_slice name, cxml_slice value) {
  if (!grow((void **)&parser->attributes, &parser->attribute_room, parser->attribute_count + 2,
            sizeof *parser->attributes)) {
    stop(parser, cxml_no_memory);
    return;
  }
  parser->attributes[parser->attribute_count++] = name;
  parser->attributes[parser->attribute_count++] = value;
  parser->events[parser->event_count - 1].attributes++;
}

static cxml_slice add_name(cxml_parser *parser, const xmlChar *local, const xmlChar *uri) {
  size_t start = parser->byte_count;
  for (size_t i = 0; uri && i < parser->namespace_count; i++) {
    if (strcmp((const char *)uri, parser->namespaces[i].uri) != 0) continue;
    append(parser, parser->namespaces[i].prefix, strlen(parser->namespaces[i].prefix));
    append(parser, ":", 1);
    break;
  }
  append(parser, local, strlen((const char *)local));
  return slice_from(parser, start);
}

static void start_element(void *data, const xmlChar *local, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int count, int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
  cxml_parser *parser = data;
  check_time(parser);
  if (++parser->depth > parser->depth_limit) stop(parser, cxml_too_deep);
  cxml_event *event = add_event(parser, cxml_start);
  if (!event) return;
  event->text = add_name(parser, local, uri);
  for (int i = 0; i < count && parser->state == cxml_fine; i++) {
    const xmlChar **attribute = attributes + 5 * i;
    cxml_slice name = add_name(parser, attribute[0], attribute[2]);
    size_t start = parser->byte_count;
    if (append(parser, attribute[3], (size_t)(attribute[4] - attribute[3])))
      add_attribute(parser, name, slice_from(parser, start));
  }
}

static void end_element(void *data, const xmlChar *local, const xmlChar *prefix,
                        const xmlChar *uri) {
  (void)prefix;
  cxml_parser *parser = data;
  if (parser->depth) parser->depth--;
  cxml_event *event = add_event(parser, cxml_end);
  if (event) event->text = add_name(parser, local, uri);
}

static void characters(void *data, const xmlChar *text, int length) {
  cxml_parser *parser = data;
  check_time(parser);
  size_t start = parser->byte_count;
  if (parser->state != cxml_fine || !append(parser, text, (size_t)length)) return;
  cxml_event *last = parser->event_count ? &parser->events[parser->event_count - 1] : NULL;
  if (last && last->kind == cxml_text) {
    last->text.length += (uint32_t)length;
    return;
  }
  cxml_event *event = add_event(parser, cxml_text);
  if (event) event->text = slice_from(parser, start);
}

static void html_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  cxml_parser *parser = data;
  check_time(parser);
  if (++parser->depth > parser->depth_limit) stop(parser, cxml_too_deep);
  cxml_event *event = add_event(parser, cxml_start);
  if (!event) return;
  event->text = add_name(parser, name, NULL);
  for (; attributes && attributes[0] && parser->state == cxml_fine; attributes += 2) {
    const xmlChar *value = attributes[1] ? attributes[1] : (const xmlChar *)"";
    cxml_slice key = add_name(parser, attributes[0], NULL);
    add_attribute(parser, key, add_name(parser, value, NULL));
  }
}

static void html_end(void *data, const xmlChar *name) { end_element(data, name, NULL, NULL); }

static void refuse_entity(void *data, const xmlChar *name, int type, const xmlChar *public_id,
                          const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  stop(data, cxml_entities);
}

static void refuse_unparsed(void *data, const xmlChar *name, const xmlChar *public_id,
                            const xmlChar *system_id, const xmlChar *notation) {
  (void)notation;
  refuse_entity(data, name, 0, public_id, system_id, NULL);
}

// HTML and XML alike know the predefined names only.
static xmlEntityPtr predefined(void *data, const xmlChar *name) {
  (void)data;
  return xmlGetPredefinedEntity(name);
}

static void silent(void *data, const char *message, ...) { (void)data, (void)message; }

static void initialise(void) { xmlInitParser(); }

cxml_parser *cxml_open(uint32_t depth, uint32_t events, double seconds) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, initialise);
  cxml_parser *parser = calloc(1, sizeof *parser);
  if (!parser) return NULL;
  parser->depth_limit = depth;
  parser->event_limit = events;
  parser->end = now() + seconds;
  return parser;
}

void cxml_close(cxml_parser *parser) {
  if (!parser) return;
  if (parser->context) xmlFreeParserCtxt(parser->context);
  free(parser->events);
  free(parser->attributes);
  free(parser->bytes);
  free(parser);
}

void cxml_namespace(cxml_parser *parser, const char *uri, const char *prefix) {
  if (parser->namespace_count == namespace_limit) return;
  parser->namespaces[parser->namespace_count].uri = uri;
  parser->namespaces[parser->namespace_count++].prefix = prefix;
}

static void forget(cxml_parser *parser) {
  parser->event_count = parser->attribute_count = parser->byte_count = 0;
}

int32_t cxml_feed(cxml_parser *parser, const uint8_t *bytes, size_t length, bool last) {
  forget(parser);
  if (parser->state != cxml_fine) return parser->state;
  if (!parser->context) {
    xmlSAXHandler handler = {0};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.characters = handler.cdataBlock = handler.ignorableWhitespace = characters;
    handler.entityDecl = refuse_entity;
    handler.unparsedEntityDecl = refuse_unparsed;
    handler.getEntity = predefined;
    handler.warning = handler.error = silent;
    parser->context = xmlCreatePushParserCtxt(&handler, parser, NULL, 0, NULL);
    if (!parser->context) return parser->state = cxml_no_memory;
    xmlCtxtUseOptions(parser->context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  }
  if (has_crowded_tag(parser, bytes, length)) return parser->state = cxml_too_many;
  // The parser takes an int at a time.
  for (size_t done = 0; done < length && parser->state == cxml_fine;) {
    size_t part = length - done < 1 << 20 ? length - done : 1 << 20;
    xmlParseChunk(parser->context, (const char *)bytes + done, (int)part, 0);
    done += part;
    if (!parser->context->wellFormed && parser->state == cxml_fine) break;
  }
  if (last && parser->state == cxml_fine) xmlParseChunk(parser->context, "", 0, 1);
  if (!parser->context->wellFormed && parser->state == cxml_fine) {
    const xmlError *error = xmlCtxtGetLastError(parser->context);
    parser->line = error ? error->line : 0;
    parser->state = cxml_malformed;
  }
  return parser->state;
}

int32_t cxml_html(cxml_parser *parser, const uint8_t *bytes, size_t length) {
  forget(parser);
  if (parser->context || length == 0 || length > INT32_MAX) return cxml_malformed;
  if (has_crowded_tag(parser, bytes, length)) return parser->state = cxml_too_many;
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt((const char *)bytes, (int)length);
  if (!context) return parser->state = cxml_no_memory;
  xmlSAXHandler handler = {0};
  handler.startElement = html_start;
  handler.endElement = html_end;
  handler.characters = handler.cdataBlock = handler.ignorableWhitespace = characters;
  handler.getEntity = predefined;
  handler.warning = handler.error = silent;
  *context->sax = handler;
  context->userData = parser;
  parser->context = context;
  htmlCtxtUseOptions(context, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                  HTML_PARSE_NOWARNING);
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  // Options put libxml2's own handlers for ignorable space back.
  context->sax->ignorableWhitespace = characters;
  htmlParseDocument(context);
  return parser->state;
}

size_t cxml_count(const cxml_parser *parser) { return parser->event_count; }
const cxml_event *cxml_events(const cxml_parser *parser) { return parser->events; }
const cxml_slice *cxml_attributes(const cxml_parser *parser) { return parser->attributes; }
const uint8_t *cxml_bytes(const cxml_parser *parser) { return parser->bytes; }
int32_t cxml_line(const cxml_parser *parser) { return parser->line; }
