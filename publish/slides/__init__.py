"""The lecture deck: a video that stops at the end of each beat, as HTML and in other forms."""
