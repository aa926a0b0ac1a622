"""Clip 05b, Rules II: the chain, act by act."""
