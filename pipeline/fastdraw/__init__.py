"""Drawing faster than manim does, with the same pixels: cameras, painting, and patches."""
