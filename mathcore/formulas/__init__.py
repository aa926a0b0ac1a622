"""Formulas: a user's text or a symbolic expression, its function, and its curve."""
