"""Clip 02, When lines bend, act by act."""
