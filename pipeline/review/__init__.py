"""The review: rules that look at every frame of a clip and report what a viewer would notice."""
