// Secrets kept as salted hashes, by the system's crypt(5).
#ifndef CPASSWORD_H
#define CPASSWORD_H

#include <stdbool.h>
#include <stddef.h>

// Writes a hash of `secret` with a salt of its own (SHA-512 crypt) into `hash`; false when the system has none.
bool cpassword_hash(const char *secret, char *hash, size_t size);

// Whether `hash` was made of `secret`; takes as long for a wrong secret as for the right one.
bool cpassword_matches(const char *secret, const char *hash);

// Fills `bytes` from the system's source of randomness.
bool cpassword_random(void *bytes, size_t count);

#endif
