"""A lesson of the tests: twice as much, clip by clip."""
