"""What is said: lessons as data, with their words and their chosen numbers."""
