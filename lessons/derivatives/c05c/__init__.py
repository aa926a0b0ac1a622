"""The words and the numbers of clip 05c, Rules III: five functions worth knowing."""
