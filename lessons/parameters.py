"""Parameters: what a lecturer may change in a clip, and how a wrong wish is answered.

A clip's parameters are a frozen dataclass whose fields are made by :func:`parameter`: each has a
default, a unit, a range and a line of help. Text from the command line or from a TOML file becomes
a value of the field's own kind, or is refused in one line that says what, why and the way out.
"""

from __future__ import annotations

import csv
import difflib
import io
import math
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from lessons.model import Beat, Clip
from lessons.text_files import read_text_file

Kind = Literal["number", "count", "formula", "points"]
Points = tuple[tuple[float, float], ...]

MOST_POINTS = 500
"""Rows of a CSV file: more dots than this are a cloud."""


class Typed(str):
    """A value as it was typed on the command line: where points are wanted, it names a file."""

    __slots__ = ()


class ParameterError(ValueError):
    """A parameter is wrong, said in one line."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a field may be: its kind, unit and range, and what it is for."""

    kind: Kind
    unit: str
    low: float | None
    high: float | None
    about: str

    @property
    def range(self) -> str:
        """The range in words, if there is one."""
        if self.low is None or self.high is None:
            return ""
        return f"from {self.low:g} to {self.high:g}"


def parameter(
    default: Any,
    kind: Kind,
    about: str,
    *,
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
) -> Any:
    """Return a dataclass field for one parameter."""
    return field(default=default, metadata={"limits": Allowed(kind, unit, low, high, about)})


@dataclass(frozen=True)
class ClipParameters:
    """What a lecturer may change in a clip; the defaults are the lesson's own example."""

    clips: ClassVar[tuple[str, ...]] = ()
    """The numbers of the clips that take them."""

    @classmethod
    def read(cls, given: Mapping[str, object]) -> Self:
        """Return the parameters that ``given`` asks for; what it does not name is the default.

        Raises
        ------
        ParameterError
            If a name, a value or their combination is wrong.
        """
        return cls(**{name: _value(limits_of(cls, name), name, given[name]) for name in given})

    def changed(self) -> dict[str, Any]:
        """Return what differs from the defaults: the part of a clip's key that they are."""
        values = {item.name: (getattr(self, item.name), item.default) for item in fields(self)}
        return {name: value for name, (value, default) in values.items() if value != default}

    def numbers_of(self, clip: str) -> object:
        """Return every number of a clip for these parameters.

        Parameters
        ----------
        clip
            The number of the clip.

        Raises
        ------
        LookupError
            If the clip does not take these parameters.
        """
        raise LookupError(f"clip {clip} has no numbers for {type(self).__name__}")

    def adapt_script(self, clip: Clip) -> Clip:
        """Return the clip with the narration and the beats that are true for these parameters."""
        return clip

    def apply_to(self, clip: Clip) -> Clip:
        """Return the clip as it is performed with these parameters.

        Its narration and beats are those of ``adapt_script``. The descriptions of the picture are
        left out, because they are true of the lesson's own example only, and so is the question of
        a beat whose narration asks nothing any more.
        """
        if not self.changed():
            return clip
        return replace(
            clip, beats=tuple(_without_the_picture(b) for b in self.adapt_script(clip).beats)
        )


def _without_the_picture(beat: Beat) -> Beat:
    return replace(beat, shows="", asks=beat.asks if beat.narration.endswith("?") else None)


def limits_of(made: type[ClipParameters], name: str) -> Allowed:
    """Return what one parameter may be.

    Raises
    ------
    ParameterError
        If there is none of this name; names the nearest.
    """
    for item in fields(made):
        if item.name == name:
            assert item.default is not MISSING  # noqa: S101 every parameter has one; see above
            limits: Allowed = item.metadata["limits"]
            return limits
    raise ParameterError(unknown(name, names_of(made)))


def names_of(made: type[ClipParameters]) -> list[str]:
    """Return the names of the parameters of one kind."""
    return [item.name for item in fields(made)]


def unknown(name: str, names: Iterable[str]) -> str:
    """Say that there is no such parameter, and what was probably meant."""
    known = list(names)
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    return f"there is no parameter {name!r}; did you mean {near[0]!r}? ({', '.join(known)})"


def _value(limits: Allowed, name: str, given: object) -> Any:
    if limits.kind == "formula":
        if not isinstance(given, str):
            raise ParameterError(f"{name} is {given!r}; it is a formula in x, as text")
        return given.strip()
    if limits.kind == "points":
        return read_csv(name, Path(given)) if isinstance(given, Typed) else read_points(name, given)
    return _number(limits, name, given)


def _number(limits: Allowed, name: str, given: object) -> float | int:
    what = "a whole number" if limits.kind == "count" else "a number"
    wanted = " ".join(
        part for part in (what, limits.range, limits.unit and f"({limits.unit})") if part
    )
    value = _read_number(given)
    if (
        value is None
        or not math.isfinite(value)
        or (limits.kind == "count" and not value.is_integer())
    ):
        raise ParameterError(f"{name} is {given!r}; it must be {wanted}")
    if (limits.low is not None and value < limits.low) or (
        limits.high is not None and value > limits.high
    ):
        raise ParameterError(f"{name} is {value:g}; it must be {wanted}")
    return int(value) if limits.kind == "count" else value


def read_points(name: str, given: object) -> Points:
    """Turn rows of two numbers into points.

    Raises
    ------
    ParameterError
        If a row is not two finite numbers; names the row and the reason.
    """
    if not isinstance(given, list | tuple):
        raise ParameterError(
            f"{name} is {given!r}; it must be a list of pairs [[x, y], …], "
            f"or on the command line a CSV file: --set {name}=FILE.csv"
        )
    points = []
    for place, row in enumerate(given, start=1):
        if not isinstance(row, list | tuple) or len(row) != 2:
            raise ParameterError(f"{name}, row {place}: {row!r} is not a pair of numbers")
        points.append(
            (_coordinate(name, place, "x", row[0]), _coordinate(name, place, "y", row[1]))
        )
    return _whole(name, points)


def read_csv(name: str, path: Path) -> Points:
    """Read points from a CSV file: two columns, x and y, with or without a line of names.

    Raises
    ------
    ParameterError
        If the file cannot be read or a row is wrong; names the row and the reason.
    """
    try:
        rows = list(csv.reader(io.StringIO(read_text_file(path), newline="")))
    except ValueError as error:
        raise ParameterError(f"{name}: cannot read {path}: {error}") from None
    except csv.Error:
        raise ParameterError(
            f"{name}: cannot read {path}: it is not a text file of comma-separated rows"
        ) from None
    points = []
    for place, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if place == 1 and all(cell and _read_number(cell) is None for cell in cells):
            continue  # a line of names
        if len(cells) != 2:
            raise ParameterError(
                f"{name}, {path.name} row {place}: {len(cells)} columns; two are needed, x and y"
            )
        where = f"{name}, {path.name}"
        points.append(
            (_coordinate(where, place, "x", cells[0]), _coordinate(where, place, "y", cells[1]))
        )
    return _whole(f"{name}, {path.name}", points)


def _read_number(given: object) -> float | None:
    """Return a number, or the number that a text spells; ``None`` for everything else."""
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None
    try:
        return float(given)
    except (ValueError, OverflowError):
        return None


def _coordinate(where: str, place: int, axis: str, given: object) -> float:
    if given in ("", None):
        raise ParameterError(f"{where} row {place}: {axis} is missing")
    value = _read_number(given)
    if value is None:
        raise ParameterError(f"{where} row {place}: {axis} is {given!r}, not a number")
    if not math.isfinite(value):
        raise ParameterError(f"{where} row {place}: {axis} is {given!r}; it must be finite")
    return value


def _whole(where: str, points: list[tuple[float, float]]) -> Points:
    if len(points) < 2:
        count = "no points" if not points else "a single point"
        raise ParameterError(f"{where}: {count}; a line needs two with different x")
    if len(points) > MOST_POINTS:
        raise ParameterError(f"{where}: {len(points)} points; at most {MOST_POINTS} can be shown")
    if len({x for x, _ in points}) == 1:
        raise ParameterError(
            f"{where}: every x is {points[0][0]:g}; a line needs two with different x"
        )
    return tuple(points)
