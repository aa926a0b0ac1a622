"""Clip 11: three dials, three questions, one slope to find, and a knob that turns by itself."""
