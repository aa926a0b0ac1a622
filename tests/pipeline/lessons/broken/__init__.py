"""A lesson in which one clip is good and every other one fails in its own way."""
