"""Clip 09a, Regression: the machine is built: its words and its numbers."""
