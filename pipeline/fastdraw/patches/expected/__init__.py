"""The functions of manim that this project expects, and whether they are still the same."""
