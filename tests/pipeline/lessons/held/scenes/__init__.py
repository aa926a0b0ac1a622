"""The scenes of the lesson that waits."""
