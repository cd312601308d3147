// The vocabulary files of Files/, embedded in the binary.
#ifndef CVOCABULARY_H
#define CVOCABULARY_H

#include <stddef.h>

// The bytes of the file called `name` ("topics.yml"); NULL when there is no such file.
const unsigned char *cvocabulary_file(const char *name, size_t *length);

// The name of the file at `index`, from 0; NULL past the last one.
const char *cvocabulary_name(size_t index);

#endif
