"""Motions that a number drives, entrances of readings, and places where a label has room."""
