"""The store: results by key, kept whole and verified."""
