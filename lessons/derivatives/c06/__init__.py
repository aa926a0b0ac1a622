"""The words and the numbers of clip 06, The explorer."""
