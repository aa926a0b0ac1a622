"""Rules on where things stand."""
