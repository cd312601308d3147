// Loads an engine for multilingual-e5-small, a shared library of C functions with a model file, at run time:
// whoever does not use it needs neither.
#ifndef CMEANING_H
#define CMEANING_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cmeaning_engine cmeaning_engine;

// The engine in the library at `library` with the model at `model`; NULL when either cannot be used, and then
// `problem` holds up to `length` bytes of why, zero-terminated.
cmeaning_engine *cmeaning_open(const char *library, const char *model, char *problem, size_t length);
void cmeaning_close(cmeaning_engine *engine);

// Numbers in a vector.
size_t cmeaning_dimension(const cmeaning_engine *engine);

// Writes a vector of length 1 for each of `count` texts to `vectors`, one after the other. `texts` are
// zero-terminated UTF-8, one after the other. Not to be called from two threads at once. Whether it went well.
bool cmeaning_embed(const cmeaning_engine *engine, const char *texts, size_t count, bool are_questions,
                    float *vectors);

#endif
