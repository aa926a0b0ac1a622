"""Rigs that only clip 05b uses: a nudge through number lines, and a box that can be shut."""
