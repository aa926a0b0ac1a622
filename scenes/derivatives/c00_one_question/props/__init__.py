"""Rigs that only clip 00 uses: the marks of a change, and a step under a lens."""
