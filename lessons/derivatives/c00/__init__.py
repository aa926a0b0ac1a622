"""Clip 00, One question: its words and its numbers."""
