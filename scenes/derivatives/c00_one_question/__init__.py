"""Clip 00, One question, act by act."""
