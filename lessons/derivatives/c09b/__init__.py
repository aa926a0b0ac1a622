"""Clip 09b, Regression: the surprise: its words and its numbers."""
