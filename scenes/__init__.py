"""What is drawn: the theme, the stage, the components, and one file per clip."""
