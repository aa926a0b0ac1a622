"""One file per clip of the lesson on derivatives."""
