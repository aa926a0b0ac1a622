"""The scenes of the lesson on doubling."""
