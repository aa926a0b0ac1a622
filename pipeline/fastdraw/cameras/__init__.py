"""The fast cameras: flat, moving and in space."""
