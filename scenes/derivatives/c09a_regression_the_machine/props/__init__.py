"""Rigs that only clip 09a uses: a line on two dials, squares of errors, the bowl of the loss."""
