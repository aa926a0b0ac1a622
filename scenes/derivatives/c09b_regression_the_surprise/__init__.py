"""Clip 09b: five hundred epochs miss, a narrow valley tells why, and three fixes are honest."""
