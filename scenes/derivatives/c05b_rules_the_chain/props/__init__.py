"""Rigs that only clip 05b uses: number lines with nudges, a box to shut, slopes that flow back."""
