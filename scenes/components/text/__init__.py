"""Text on screen: words, formulas, numbers, tables and code."""
