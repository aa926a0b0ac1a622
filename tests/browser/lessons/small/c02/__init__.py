"""Clip 02, Steps: its words and its numbers."""
