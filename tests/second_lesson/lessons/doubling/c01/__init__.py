"""Clip 01, Steps: its words and its numbers."""
