"""Clip 07, Downhill in one dimension, act by act."""
