"""Clip 11, Next: its words and its numbers."""
