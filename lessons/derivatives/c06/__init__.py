"""Clip 06, The explorer: its words and its numbers."""
