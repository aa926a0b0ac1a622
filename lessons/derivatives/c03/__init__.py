"""Clip 03, Closing in: its words and its numbers."""
