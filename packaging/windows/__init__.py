"""From nothing to a tested Windows installer: on Debian through Wine, or on Windows itself."""
