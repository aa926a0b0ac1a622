"""Drawing: manim's own pictures, of which only what has changed is drawn, converted and encoded."""
