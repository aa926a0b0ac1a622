"""Clip 10, The whole story on one page: its words and its numbers."""
