"""Clip 08, Many knobs: the gradient: its words and its numbers."""
