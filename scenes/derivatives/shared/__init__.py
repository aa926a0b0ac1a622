"""Rigs that several clips of this lesson share: the fit of a line, and a knob with its error."""
