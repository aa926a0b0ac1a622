"""Graphs: axes, curves, secants and tangents, and the rigs that measure slopes on them."""
