"""Rigs that only clip 05a uses: a view of a corner, a ribbon, a cube, bars, rows of terms."""
