"""Clip 03, Closing in, act by act."""
