"""Audio: a voice for each line, and one track for a video."""
