"""Clip 10: every part of the lesson once more, each picture out of the last, then all on a road."""
