"""The rules of the review, one module for each."""
