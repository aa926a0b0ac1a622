"""The commands that only say something."""
