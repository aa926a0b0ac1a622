"""Rigs that only clip 02 uses: a strip of bars."""
