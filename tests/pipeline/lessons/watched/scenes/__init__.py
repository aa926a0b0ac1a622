"""The scenes of the watched lesson."""
