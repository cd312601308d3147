// What the page sends as it is, embedded in the binary.
#ifndef CPAGE_H
#define CPAGE_H

#include <stddef.h>

// The bytes of `style.css`, `page.js` or `icon.svg`; NULL when there is no such file.
const unsigned char *cpage_file(const char *name, size_t *length);

#endif
