"""Rigs that only clip 05a uses: a square, shares, a ribbon, a cube, powers, bars, rows of terms."""
