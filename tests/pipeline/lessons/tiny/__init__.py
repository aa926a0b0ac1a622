"""A lesson of three clips, two of them drawn: as small as a lesson can be."""
