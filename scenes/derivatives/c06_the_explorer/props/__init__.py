"""Rigs that only clip 06 uses: the graph of one point, its dashboard, and a plot of decades."""
