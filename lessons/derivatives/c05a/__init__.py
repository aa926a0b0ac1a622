"""Clip 05a, Rules I: powers, multiples, sums, products: its words and its numbers."""
