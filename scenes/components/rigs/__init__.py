"""Things that respond to a number: dials, lenses, number lines, growing areas and others."""
