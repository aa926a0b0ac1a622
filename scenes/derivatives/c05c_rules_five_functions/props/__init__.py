"""Rigs that only clip 05c uses: the unit circle, and the bars of the sigmoid."""
