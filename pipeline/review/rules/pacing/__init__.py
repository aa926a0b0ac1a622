"""Rules on what changes, and how fast."""
