"""Rigs that only clip 10 uses: the stage of a tile, and a nudge that machines stretch."""
