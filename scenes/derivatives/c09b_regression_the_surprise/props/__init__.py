"""Rigs that only clip 09b uses: its program, a see-saw of misses, and a map that moves."""
