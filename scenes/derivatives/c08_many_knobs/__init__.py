"""Clip 08: many knobs, one list of slopes, one arrow against it."""
