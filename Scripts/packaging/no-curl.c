// Stands in for libcurl, which Foundation's URLSession wants, which FlyingFox's handler for proxies wants, which zongjie
// does not use: without it, twenty-five libraries less are carried and loaded. Whoever calls one of these is wrong.
#include <stdlib.h>

#define absent(name) \
  __attribute__((noreturn)) void name(void) { abort(); }

absent(curl_easy_cleanup) absent(curl_easy_getinfo) absent(curl_easy_init) absent(curl_easy_pause)
absent(curl_easy_setopt) absent(curl_easy_strerror) absent(curl_free) absent(curl_global_init)
absent(curl_multi_add_handle) absent(curl_multi_assign) absent(curl_multi_cleanup)
absent(curl_multi_info_read) absent(curl_multi_init) absent(curl_multi_remove_handle)
absent(curl_multi_setopt) absent(curl_multi_socket_action) absent(curl_slist_append)
absent(curl_slist_free_all) absent(curl_url) absent(curl_url_get) absent(curl_url_set)
absent(curl_version) absent(curl_version_info)
