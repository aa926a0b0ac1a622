"""Clip 01, Slopes: its words and its numbers."""
