"""Strokes and frames that mark something: braces, hairlines, dashes, arrows and plates."""
