"""What only clip 10 uses: a curve that bends, a chain of bars, a tilting bowl, and its labels."""
