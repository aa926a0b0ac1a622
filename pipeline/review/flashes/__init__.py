"""Flashes that can harm a viewer, measured as WCAG 2.3.1 defines them."""
