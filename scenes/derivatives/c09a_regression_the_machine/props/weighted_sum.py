"""The slope of the loss written out: every error times what its knob is multiplied by."""

from __future__ import annotations

from lessons.derivatives.c09a.numbers import Numbers
from scenes import theme
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.derivatives.c09a_regression_the_machine.props.written import in_colors, slope_of

_INDENT = "quad quad quad quad"
"""How far a second line is moved in, in Typst mathematics."""
_WRITTEN = 6
"""Of more points than this, only the sum is written."""


def term_labels(numbers: Numbers) -> list[str]:
    """Return the labels of the errors in a sum; none where there are too many points."""
    return [f"e{k}" for k in range(numbers.size)] if numbers.size <= _WRITTEN else []


def weight_labels(numbers: Numbers) -> list[str]:
    """Return the labels of what the errors are multiplied by."""
    return [f"x{k}" for k in range(numbers.size)] if numbers.size <= _WRITTEN else []


def weighted_sum(numbers: Numbers, knob: str, lines: int = 1) -> Formula:
    """Write one slope of the loss at the start with its numbers.

    Its parts are ``head``, the errors ``e0`` …, their weights ``x0`` … for w alone, and ``value``.

    Parameters
    ----------
    numbers
        Of the clip.
    knob
        ``"w"`` or ``"b"``.
    lines
        On how many lines the terms stand.
    """
    weighted = knob == "w"
    errors = numbers.start_errors.tolist()
    slope = float(numbers.start_gradient[0 if weighted else 1])
    decimals = common_places(errors)
    if numbers.size <= _WRITTEN:
        terms = []
        for k, (error, x) in enumerate(zip(errors, numbers.data.xs.tolist(), strict=True)):
            told = spell(error, decimals, plus=k > 0)
            weight = spell(x, common_places([x]))
            weight = f"({weight})" if x < 0 else weight
            times = f"{{{{dot {weight} : x{k}}}}}" if weighted else ""
            terms.append(f"{{{{{told} : e{k}}}}} {times}")
        each = -(-len(terms) // lines)
        rows = [" thick ".join(terms[k : k + each]) for k in range(0, len(terms), each)]
        inside = f" \\ & {_INDENT} ".join(rows)
    else:
        total = numbers.product_sum if weighted else numbers.error_sum
        inside = f"{{{{{spell(total, common_places([total]))} : approx}}}}"
    value = spell(slope, common_places([slope]))
    # A pair of brackets that grow with their content cannot hold a line break.
    broken = "\\" in inside
    start, opening, closing = ("& ", r"\(", r"\)") if broken else ("", "(", ")")
    return in_colors(
        f"{start}{{{{{slope_of('J', knob)} : head}}}} = 2 / {numbers.size} "
        f"{opening}{inside}{closing} {{{{= {value} : value}}}}",
        theme.TABLE_SIZE,
        {
            "head": "exact",
            "value": "exact",
            **dict.fromkeys(term_labels(numbers), "approx"),
        },
    )


def slope_of_plain(knob: str) -> str:
    """Return the slope of the loss with respect to a knob, in Typst mathematics."""
    return f"(partial J) / (partial {knob})"
