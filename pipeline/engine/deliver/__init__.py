"""Deliver: joins segments to videos and writes finished files."""
