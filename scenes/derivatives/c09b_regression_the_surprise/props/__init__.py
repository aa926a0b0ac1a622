"""Rigs that only clip 09b uses: its program, a see-saw of misses, two bars, and rings."""
