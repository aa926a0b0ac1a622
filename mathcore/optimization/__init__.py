"""Optimization: landscapes, stationary points, descent, and the regression that descends."""
