"""A lesson whose second clip waits as long as a file stands."""
