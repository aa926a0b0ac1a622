"""Rigs that only clip 05c uses: secants, the unit circle with its graphs, and the unit square."""
