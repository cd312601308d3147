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
  // Asking libarchive about encryption where no format was recognised reads past its table.
  bool is_recognised;
};

carchive *carchive_open(const uint8_t *bytes, size_t length, bool zip_only) {
  carchive *archive = calloc(1, sizeof *archive);
  if (!archive) return NULL;
  archive->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  archive->archive = archive_read_new();
  if (!archive->archive) {
    carchive_close(archive);
    return NULL;
  }
  archive_read_support_format_zip_seekable(archive->archive);
  if (!zip_only) {
    archive_read_support_format_rar(archive->archive);
    archive_read_support_format_rar5(archive->archive);
    archive_read_support_format_7zip(archive->archive);
    archive_read_support_format_tar(archive->archive);
    archive_read_support_filter_gzip(archive->archive);
    archive_read_support_filter_bzip2(archive->archive);
    archive_read_support_filter_xz(archive->archive);
  }
  archive->is_recognised =
      archive_read_open_memory(archive->archive, bytes, length) == ARCHIVE_OK;
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
  if (status == ARCHIVE_OK || status == ARCHIVE_WARN) return 1;
  // Names may be encrypted too; nothing can be listed then.
  return archive->is_recognised && archive_read_has_encrypted_entries(archive->archive) > 0 ? -2 : -1;
}

const uint8_t *carchive_name(carchive *archive, size_t *length) {
  locale_t before = archive->locale ? uselocale(archive->locale) : (locale_t)0;
  const char *name = archive_entry_pathname(archive->entry);
  if (!name) name = archive_entry_pathname_utf8(archive->entry);
  if (before) uselocale(before);
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
