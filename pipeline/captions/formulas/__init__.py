"""Formulas in Typst's mathematics, written on one line as a person would write them."""
