"""Rigs that only clip 08 uses: a landscape that is cut open, a descent on it, a needle, bars."""
