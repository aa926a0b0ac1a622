"""The store: content-addressed blobs, and records that name them."""
