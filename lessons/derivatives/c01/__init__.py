"""Clip 01, Lines and slopes: its words and its numbers."""
