"""Rigs that only clip 05a uses: growing areas and a cube, brackets, powers, bars, rows of terms."""
