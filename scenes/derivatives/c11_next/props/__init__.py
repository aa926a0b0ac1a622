"""Rigs that only clip 11 uses: the pictures of three questions, and the cards that hold them."""
