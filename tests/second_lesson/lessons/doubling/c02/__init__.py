"""Clip 02, One line: its words."""
