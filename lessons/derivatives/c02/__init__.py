"""Clip 02, When lines bend: its words and its numbers."""
