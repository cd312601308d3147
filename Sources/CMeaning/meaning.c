#include "cmeaning.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The functions of the engine, as its header e5.h declares them.
typedef void *(*load_function)(const char *path);
typedef void (*free_function)(void *model);
typedef int (*dimension_function)(const void *model);
typedef int (*embed_function)(void *model, const char **texts, int count, int is_query, float *out);

struct cmeaning_engine {
  void *library;
  void *model;
  free_function release;
  embed_function embed;
  size_t dimension;
};

void cmeaning_close(cmeaning_engine *engine) {
  if (!engine) return;
  if (engine->model && engine->release) engine->release(engine->model);
  // The library stays: it has threads of its own.
  free(engine);
}

cmeaning_engine *cmeaning_open(const char *library, const char *model, char *problem, size_t length) {
  cmeaning_engine *engine = calloc(1, sizeof *engine);
  if (!engine) {
    snprintf(problem, length, "no memory");
    return NULL;
  }
  engine->library = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!engine->library) {
    snprintf(problem, length, "%s", dlerror());
    cmeaning_close(engine);
    return NULL;
  }
  load_function load = (load_function)dlsym(engine->library, "e5_load");
  dimension_function dimension = (dimension_function)dlsym(engine->library, "e5_dim");
  engine->release = (free_function)dlsym(engine->library, "e5_free");
  engine->embed = (embed_function)dlsym(engine->library, "e5_embed_batch");
  if (!load || !dimension || !engine->release || !engine->embed) {
    snprintf(problem, length, "%s: no e5_load, e5_dim, e5_free, e5_embed_batch in it", library);
    cmeaning_close(engine);
    return NULL;
  }
  engine->model = load(model);
  int size = engine->model ? dimension(engine->model) : 0;
  if (size <= 0 || size > 1 << 16) {
    snprintf(problem, length, "%s: no model that this engine reads", model);
    cmeaning_close(engine);
    return NULL;
  }
  engine->dimension = (size_t)size;
  return engine;
}

size_t cmeaning_dimension(const cmeaning_engine *engine) { return engine->dimension; }

bool cmeaning_embed(const cmeaning_engine *engine, const char *texts, size_t count, bool are_questions,
                    float *vectors) {
  if (count == 0) return true;
  if (count > 1 << 20) return false;
  const char **list = malloc(count * sizeof *list);
  if (!list) return false;
  for (size_t index = 0; index < count; index++) {
    list[index] = texts;
    texts += strlen(texts) + 1;
  }
  int status = engine->embed(engine->model, list, (int)count, are_questions, vectors);
  free(list);
  return status == 0;
}
