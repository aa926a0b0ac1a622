"""Clip 10: every part of the lesson once more as one picture, and all of them on one road."""
