"""Rigs that several clips share: the fit of a line, a knob with its error, the bowl of a loss."""
