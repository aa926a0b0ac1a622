"""Captions: the spoken words as text in time, written and checked."""
