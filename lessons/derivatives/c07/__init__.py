"""The words and the numbers of clip 07, Downhill in one dimension."""
