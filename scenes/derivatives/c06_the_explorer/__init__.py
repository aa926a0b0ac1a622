"""Clip 06, The explorer, act by act."""
