"""What only clip 01 uses."""
