"""Landscapes: the plane of two parameters, its contours and paths, and the surface above it."""
