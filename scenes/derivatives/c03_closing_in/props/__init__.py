"""Rigs that only clip 03 uses: a padlock, a table of two series, a strip, a lens."""
