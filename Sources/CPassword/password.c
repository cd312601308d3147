#define _GNU_SOURCE
#include "CPassword.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool crypt_into(const char *secret, const char *setting, char *hash, size_t size) {
    struct crypt_data *data = calloc(1, sizeof *data);
    if (data == NULL) return false;
    const char *made = crypt_r(secret, setting, data);
    // A failure begins with '*'.
    bool is_made = made != NULL && made[0] == '$' && strlen(made) < size;
    if (is_made) strcpy(hash, made);
    free(data);
    return is_made;
}

bool cpassword_hash(const char *secret, char *hash, size_t size) {
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (crypt_gensalt_rn("$6$", 0, NULL, 0, setting, sizeof setting) == NULL) return false;
    return crypt_into(secret, setting, hash, size);
}

bool cpassword_matches(const char *secret, const char *hash) {
    char made[CRYPT_OUTPUT_SIZE];
    if (!crypt_into(secret, hash, made, sizeof made)) return false;
    size_t length = strlen(hash);
    if (strlen(made) != length) return false;
    unsigned char difference = 0;
    for (size_t place = 0; place < length; place++) difference |= made[place] ^ hash[place];
    return difference == 0;
}

bool cpassword_random(void *bytes, size_t count) {
    unsigned char *next = bytes;
    while (count > 0) {
        size_t part = count < 256 ? count : 256;
        if (getentropy(next, part) != 0) return false;
        next += part;
        count -= part;
    }
    return true;
}
