"""Rigs that only clip 04 uses: a ribbon of signs, glimpses, panels, a loupe, a label column."""
