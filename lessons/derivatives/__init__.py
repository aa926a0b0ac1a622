"""Derivatives: the language of change."""
