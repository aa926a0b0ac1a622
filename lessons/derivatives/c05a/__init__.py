"""The words and the numbers of clip 05a, Rules I: powers, multiples, sums, products."""
