"""The eye: sees in a clip what a viewer would see, and says what is wrong with it."""
