"""Clip 01, Steps: its acts and its rigs."""
