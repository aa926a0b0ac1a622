"""Clip 07: the class that the script names is not here."""
