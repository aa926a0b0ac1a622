"""The words and the numbers of clip 05b, Rules II: the chain."""
