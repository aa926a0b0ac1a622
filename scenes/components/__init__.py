"""The rigs that clips are built from."""
