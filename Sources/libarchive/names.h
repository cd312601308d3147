// Only the link and compiler flags are wanted here; CArchive shows libarchive to Swift.
