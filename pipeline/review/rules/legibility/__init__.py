"""Rules on whether things can be seen and read."""
