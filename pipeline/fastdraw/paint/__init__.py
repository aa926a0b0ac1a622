"""Painting: shapes and their styles, damage, and two extensions in C."""
