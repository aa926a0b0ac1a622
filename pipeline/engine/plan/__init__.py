"""Plan: from a wish to the jobs that fulfil it. Needs no manim."""
