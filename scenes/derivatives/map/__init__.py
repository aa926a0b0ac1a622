"""The map of the lesson: its tiles, their pictures, and how a clip leaves its own."""
