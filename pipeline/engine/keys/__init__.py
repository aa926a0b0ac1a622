"""Keys: a digest of everything that a result depends on."""
