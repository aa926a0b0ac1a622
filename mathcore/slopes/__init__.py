"""Slopes: lines, difference quotients, their limits, and the rules of derivatives."""
