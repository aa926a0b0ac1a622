"""What clips 09a and 09b share: data that a lecturer may change, and words that then are true."""
