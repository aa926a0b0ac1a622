"""What is patched in manim while a scene is drawn fast, and the table of all such places."""
