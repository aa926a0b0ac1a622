"""Clip 04, The derivative, act by act."""
