"""The machine: what it has and lacks for rendering, and how to mend it."""
