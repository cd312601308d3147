#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

struct carchive {
  struct archive *archive;
  struct archive_entry *entry;
  // libarchive turns names marked UTF-8 into the locale's encoding; in C.UTF-8 they stay as they
  // are, and names without the mark are passed on unread in every locale.
  locale_t locale;
};

carchive *carchive_open(const uint8_t *bytes, size_t length) {
  carchive *archive = calloc(1, sizeof *archive);
  if (!archive) return NULL;
  archive->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  archive->archive = archive_read_new();
  if (!archive->archive) {
    carchive_close(archive);
    return NULL;
  }
  archive_read_support_format_zip_seekable(archive->archive);
  archive_read_open_memory(archive->archive, bytes, length);
  return archive;
}

void carchive_close(carchive *archive) {
  if (!archive) return;
  if (archive->archive) archive_read_free(archive->archive);
  if (archive->locale) freelocale(archive->locale);
  free(archive);
}

int32_t carchive_next(carchive *archive) {
  locale_t before = archive->locale ? uselocale(archive->locale) : (locale_t)0;
  int status = archive_read_next_header(archive->archive, &archive->entry);
  if (before) uselocale(before);
  if (status == ARCHIVE_EOF) return 0;
  return status == ARCHIVE_OK || status == ARCHIVE_WARN ? 1 : -1;
}

const uint8_t *carchive_name(carchive *archive, size_t *length) {
  const char *name = archive_entry_pathname(archive->entry);
  if (!name) name = "";
  *length = strlen(name);
  return (const uint8_t *)name;
}

int64_t carchive_size(carchive *archive) {
  return archive_entry_size_is_set(archive->entry) ? archive_entry_size(archive->entry) : -1;
}

bool carchive_is_file(carchive *archive) {
  return archive_entry_filetype(archive->entry) == AE_IFREG &&
         !archive_entry_symlink(archive->entry);
}

bool carchive_is_encrypted(carchive *archive) {
  return archive_entry_is_encrypted(archive->entry) != 0;
}

int64_t carchive_read(carchive *archive, uint8_t *buffer, size_t room) {
  la_ssize_t count = archive_read_data(archive->archive, buffer, room);
  return count < 0 ? -1 : count;
}
