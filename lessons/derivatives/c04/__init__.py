"""Clip 04, The derivative: its words and its numbers."""
