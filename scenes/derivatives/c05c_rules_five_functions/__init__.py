"""Clip 05c, Rules III: five functions worth knowing, act by act."""
