"""Clip 07, Downhill in one dimension: its words and its numbers."""
