"""Rigs that only clip 03 uses: a padlock, and a table of two series around one box."""
