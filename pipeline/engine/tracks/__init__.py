"""Tracks: captions, voices and sound that go with the picture."""
