"""Clip 11: one valley with three dials, three questions, and one slope to find by hand."""
