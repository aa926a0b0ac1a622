"""Clip 05c, Rules III: five functions worth knowing: its words and its numbers."""
