#include "CPage.h"

#include <string.h>

static const unsigned char style[] = {
#embed "Files/style.css"
};
static const unsigned char script[] = {
#embed "Files/page.js"
};
static const unsigned char icon[] = {
#embed "Files/icon.svg"
};

const unsigned char *cpage_file(const char *name, size_t *length) {
    if (strcmp(name, "style.css") == 0) {
        *length = sizeof style;
        return style;
    }
    if (strcmp(name, "page.js") == 0) {
        *length = sizeof script;
        return script;
    }
    if (strcmp(name, "icon.svg") == 0) {
        *length = sizeof icon;
        return icon;
    }
    return NULL;
}
