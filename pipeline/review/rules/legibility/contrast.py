"""Contrast: text and graphics stand out from their ground, in every kind of sight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from pipeline.review.colours import blend, closest_sight, contrast
from pipeline.review.rule import Rule
from pipeline.review.shapes import is_closed, path_length, stroke_count
from pipeline.review.sight import Paint, StageView, VisiblePart
from pipeline.types import Finding
from scenes import theme
from scenes.components.marks.brace import strikes_text

OF_TEXT, OF_GRAPHICS = 4.5, 3.0
"""WCAG 2.2, success criteria 1.4.3 and 1.4.11."""
ROLE_DISTANCE = 15.0
"""The least CIEDE2000 between two roles on stage, in the sight in which it is smallest."""
SAME = 1.05
"""Below this contrast two paints count as the same."""
SHORT = 5 * theme.DASH
"""Frame units; a shorter stroke has no room for dashes."""
ROLES = {
    theme.FUNC: "FUNC",
    theme.APPROX: "APPROX",
    theme.EXACT: "EXACT",
    theme.RUN: "RUN",
    theme.RISE: "RISE",
    theme.INK: "INK",
}


class ContrastRule(Rule):
    """Every part that is not dimmed can be seen, and told apart also without colour."""

    name = "contrast"

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the parts that do not stand out, and lines whose dashes contradict their role."""
        if not view.still:
            return
        for index, part in enumerate(view.parts):
            if part.dimmed or is_speck(part):
                continue
            limit = OF_TEXT if part.text is not None else OF_GRAPHICS
            found = contrast_of(part, view.behind.get(index, theme.BG))
            like = part.text is None and found < SAME  # dots of one colour may lie on each other
            if found < limit and not like and not (part.text is None and part.quiet):
                what = f"contrast {found:.1f} : 1 with its ground, below {limit:g}"
                yield Finding(self.name, view.beat, view.seconds, what, (part.name,))
            if (wrong := wrong_stroke(part)) is not None:
                yield Finding(self.name, view.beat, view.seconds, wrong, (part.name,))
        yield from self._see_roles(view)

    def _see_roles(self, view: StageView) -> Iterator[Finding]:
        used = {ROLES[part.main.color]: part.main.color for part in view.parts if has_role(part)}
        for first, second, sight, apart in too_close(used):
            what = f"{apart:.1f} apart in {sight} sight, below {ROLE_DISTANCE:g}"
            yield Finding(self.name, view.beat, view.seconds, what, (first, second))


def too_close(used: Mapping[str, str]) -> Iterator[tuple[str, str, str, float]]:
    """Yield pairs of roles that are hard to tell apart, with the sight and their distance in it.

    Parameters
    ----------
    used
        Colours by role.
    """
    for first, second in combinations(sorted(used), 2):
        sight, apart = closest_sight(used[first], used[second])
        if apart < ROLE_DISTANCE:
            yield first, second, sight, apart


def is_speck(part: VisiblePart) -> bool:
    """Whether a part is too small to be seen, like a side of a triangle that has vanished."""
    box = part.box
    return part.text is None and max(box.right - box.left, box.top - box.bottom) < theme.DOT_RADIUS


def has_role(part: VisiblePart) -> bool:
    """Whether a part carries meaning by its colour."""
    return not part.dimmed and part.main.color in ROLES


def contrast_of(part: VisiblePart, ground: str | tuple[float, float, float]) -> float:
    """Return the contrast of a part with its ground: of its fill or its rim, whichever is more."""
    if part.halo:
        ground = theme.BG

    def of(paint: Paint) -> float:
        return contrast(blend(paint.color, paint.opacity, ground), ground)

    return max(of(part.fill), of(part.stroke))


def wrong_stroke(part: VisiblePart) -> str | None:
    """Say what is wrong with the dashes of a line: APPROX has them, EXACT has not."""
    if part.text is not None or not part.is_line or part.stroke.color not in _DASHED:
        return None
    if strikes_text(part.mobject):
        return None
    points = part.mobject.points
    if is_closed(points) or path_length(points) < SHORT:
        return None
    dashed = stroke_count(points) > 1
    if dashed == _DASHED[part.stroke.color]:
        return None
    return "approximate, but not dashed" if not dashed else "exact, but dashed"


_DASHED = {theme.APPROX: True, theme.EXACT: False}
