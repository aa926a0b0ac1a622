"""Rigs that only clip 08 uses: a landscape over two knobs, a needle, bars and a gauge."""
