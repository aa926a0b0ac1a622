"""Rigs that only clip 00 uses: a knob with its error, and the marks of a change."""
