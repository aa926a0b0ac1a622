"""The scenes of the broken lesson."""
