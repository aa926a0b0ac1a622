"""Clip 01, Lines and slopes, act by act."""
