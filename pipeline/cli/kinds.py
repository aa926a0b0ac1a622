"""Kinds of values that options take: a finite number, a folder, a store, a profile."""

from __future__ import annotations

import math
from typing import Any

import click

from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.store.remote import SCHEMES
from pipeline.types import Profile


class FiniteRange(click.FloatRange):
    """A range of numbers: what is not a number, or infinite, lies in none."""

    def convert(self, value: Any, param: click.Parameter | None, context: Any) -> float:
        """Return the number that is meant."""
        number = float(super().convert(value, param, context))
        if not math.isfinite(number):
            self.fail(f"{value} is not in the range {self._describe_range()}.", param, context)
        return number


class FolderPath(click.Path):
    """A folder by its path; an empty one is refused, which would mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, context: Any) -> Any:
        """Return the folder that is meant."""
        if value == "":
            self.fail("is empty; name a folder, or . for this one", param, context)
        return super().convert(value, param, context)


class StoreAddress(FolderPath):
    """A folder by its path, or the address of a store beyond one."""

    def convert(self, value: Any, param: click.Parameter | None, context: Any) -> Any:
        """Return the folder or the address that is meant."""
        text = str(value)
        if text.startswith(SCHEMES):
            if not text.partition("://")[2].strip("/"):
                self.fail(f"{value!r} names no place; say s3://BUCKET/PREFIX", param, context)
            return text
        if "://" in text:
            self.fail(f"{value!r} is no folder, and none of {', '.join(SCHEMES)}", param, context)
        return super().convert(value, param, context)


class ProfileType(click.ParamType[Profile]):
    """A profile by name."""

    name = "profile"

    def convert(
        self, value: Any, _param: click.Parameter | None, _context: click.Context | None
    ) -> Profile:
        """Return the profile that is meant."""
        return value if isinstance(value, Profile) else profile_named(value)
