"""Clip 05b, Rules II: the chain: its words and its numbers."""
