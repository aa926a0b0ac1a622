"""Hypothesis looks for counter-examples in the same places each time, however slow the machine."""

from hypothesis import settings

settings.register_profile("lesson", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("lesson")
