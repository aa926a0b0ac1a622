"""Rigs that only clip 07 uses: level panels, signs, steps, dials and distances."""
