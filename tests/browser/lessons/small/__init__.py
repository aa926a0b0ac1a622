"""A lesson of the browser's tests: two clips, with every kind of question and of state."""
