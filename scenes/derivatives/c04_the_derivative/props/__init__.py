"""Rigs that only clip 04 uses: a ribbon of signs, a lens, endless dips."""
