"""Clip 09a: errors, their squares, two slopes, and ten steps against them."""
