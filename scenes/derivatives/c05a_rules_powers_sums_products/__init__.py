"""Clip 05a, Rules I: powers, multiples, sums and products, act by act."""
