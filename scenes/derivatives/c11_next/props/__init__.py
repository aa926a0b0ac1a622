"""The rig that only clip 11 uses: a card with a picture and a question."""
