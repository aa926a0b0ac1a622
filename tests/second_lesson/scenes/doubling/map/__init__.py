"""The map of the lesson on doubling: two tiles."""
