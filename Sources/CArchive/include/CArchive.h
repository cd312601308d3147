// Neutral view of libarchive for Swift: zip, and on demand rar, 7z and tar (gzip, bzip2, xz). Nothing is ever written to disk: members are
// read from memory into memory.
#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct carchive carchive;

// Opens the archive in `bytes`, which must outlive it. NULL without memory.
carchive *carchive_open(const uint8_t *bytes, size_t length, bool zip_only);
void carchive_close(carchive *archive);

// Goes to the next member: 1 when there is one, 0 at the end, -1 when the archive is damaged,
// -2 when it is encrypted as a whole.
int32_t carchive_next(carchive *archive);

// The name as it stands in the archive (in whatever encoding), its length in `length`.
const uint8_t *carchive_name(carchive *archive, size_t *length);
// The unpacked size the archive claims; -1 when it does not.
int64_t carchive_size(carchive *archive);
bool carchive_is_file(carchive *archive);
bool carchive_is_encrypted(carchive *archive);

// Unpacks the next bytes of the member into `buffer`: their number, 0 at the end, -1 when damaged.
int64_t carchive_read(carchive *archive, uint8_t *buffer, size_t room);

#endif
