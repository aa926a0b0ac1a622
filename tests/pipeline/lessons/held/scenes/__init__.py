"""Its scenes."""
