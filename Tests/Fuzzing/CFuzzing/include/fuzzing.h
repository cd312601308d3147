#pragma once
#include <stddef.h>
#include <stdint.h>

/// libFuzzer as a function: calls `one` with input after input.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*one)(const uint8_t *bytes, size_t count));
