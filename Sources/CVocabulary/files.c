#include "CVocabulary.h"

#include <string.h>

// Each file becomes an array; a new file needs a line here and one in the table below.
static const unsigned char traditional[] = {
#embed "Files/traditional.txt"
};
static const unsigned char radicals[] = {
#embed "Files/radicals.txt"
};
static const unsigned char terms[] = {
#embed "Files/terms.yml"
};
static const unsigned char common_characters[] = {
#embed "Files/common-characters.txt"
};
static const unsigned char clean[] = {
#embed "Files/clean.yml"
};
static const unsigned char structure[] = {
#embed "Files/structure.yml"
};
static const unsigned char topics[] = {
#embed "Files/topics.yml"
};
static const unsigned char almanac[] = {
#embed "Files/almanac.yml"
};
static const unsigned char units[] = {
#embed "Files/units.yml"
};
static const unsigned char kinds[] = {
#embed "Files/kinds.yml"
};
static const unsigned char gazetteer[] = {
#embed "Files/gazetteer.tsv"
};
static const unsigned char times[] = {
#embed "Files/times.yml"
};
static const unsigned char furniture[] = {
#embed "Files/furniture.yml"
};
static const unsigned char page_words[] = {
#embed "Files/page-words.txt"
};
static const unsigned char symbol_fonts[] = {
#embed "Files/symbol-fonts.txt"
};

static const unsigned char synonyms[] = {
#embed "Files/synonyms.yml"
};
static const unsigned char questions[] = {
#embed "Files/questions.yml"
};

static const unsigned char measure_words[] = {
#embed "Files/measure-words.yml"
};
static const unsigned char unit_kinds[] = {
#embed "Files/unit-kinds.yml"
};
static const unsigned char number_phrases[] = {
#embed "Files/number-phrases.yml"
};
static const unsigned char approximations[] = {
#embed "Files/approximations.yml"
};
static const unsigned char table_headers[] = {
#embed "Files/table-headers.yml"
};
static const unsigned char partners[] = {
#embed "Files/partners.yml"
};
static const unsigned char figure_parts[] = {
#embed "Files/figure-parts.yml"
};
static const unsigned char activity_verbs[] = {
#embed "Files/activity-verbs.yml"
};
static const unsigned char activity_objects[] = {
#embed "Files/activity-objects.yml"
};
static const unsigned char activity_context[] = {
#embed "Files/activity-context.yml"
};
static const unsigned char clause_words[] = {
#embed "Files/clause-words.yml"
};
static const unsigned char copies[] = {
#embed "Files/copies.yml"
};

static const unsigned char comparison[] = {
#embed "Files/comparison.yml"
};

static const unsigned char personal_data[] = {
#embed "Files/personal-data.yml"
};

#define ENTRY(file, array) {file, array, sizeof array}

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} files[] = {
    ENTRY("traditional.txt", traditional),
    ENTRY("radicals.txt", radicals),
    ENTRY("terms.yml", terms),
    ENTRY("synonyms.yml", synonyms),
    ENTRY("questions.yml", questions),
    ENTRY("common-characters.txt", common_characters),
    ENTRY("clean.yml", clean),
    ENTRY("furniture.yml", furniture),
    ENTRY("structure.yml", structure),
    ENTRY("personal-data.yml", personal_data),
    ENTRY("topics.yml", topics),
    ENTRY("almanac.yml", almanac),
    ENTRY("units.yml", units),
    ENTRY("kinds.yml", kinds),
    ENTRY("times.yml", times),
    ENTRY("gazetteer.tsv", gazetteer),
    ENTRY("measure-words.yml", measure_words),
    ENTRY("unit-kinds.yml", unit_kinds),
    ENTRY("number-phrases.yml", number_phrases),
    ENTRY("approximations.yml", approximations),
    ENTRY("table-headers.yml", table_headers),
    ENTRY("activity-verbs.yml", activity_verbs),
    ENTRY("activity-objects.yml", activity_objects),
    ENTRY("activity-context.yml", activity_context),
    ENTRY("clause-words.yml", clause_words),
    ENTRY("figure-parts.yml", figure_parts),
    ENTRY("partners.yml", partners),
    ENTRY("comparison.yml", comparison),
    ENTRY("page-words.txt", page_words),
    ENTRY("symbol-fonts.txt", symbol_fonts),
    ENTRY("copies.yml", copies),
};

const unsigned char *cvocabulary_file(const char *name, size_t *length) {
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *length = files[i].length;
      return files[i].bytes;
    }
  }
  return NULL;
}

const char *cvocabulary_name(size_t index) {
  return index < sizeof files / sizeof files[0] ? files[index].name : NULL;
}
