"""The rules: one file for each kind of thing that a viewer would stumble over."""
