"""The one number that this lesson may show."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Numbers:
    """A slope, and half of it on demand."""

    slope: float = 2.5

    def half(self) -> float:
        """Return half the slope."""
        return self.slope / 2
