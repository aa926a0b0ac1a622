"""The plugin for manim: plain ``manim render`` draws fast; ``top_level`` is where manim enters."""
