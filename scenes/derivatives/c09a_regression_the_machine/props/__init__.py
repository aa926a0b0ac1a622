"""Rigs that only clip 09a uses: a line on two dials, its errors as squares, and a table."""
