"""Rigs that only clip 04 uses: a ribbon of signs, glimpses, unit steps, a lens, endless dips."""
