"""Rigs that only clip 05a uses: a cube, a stack of bars, a bar of shares, rows of terms."""
