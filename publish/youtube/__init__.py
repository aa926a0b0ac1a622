"""YouTube: a folder for each video that can be handed over, and an upload that never doubles."""
