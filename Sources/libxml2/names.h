// Only the link and compiler flags are wanted here; CXML shows libxml2 to Swift.
