"""Plain text of formulas: Typst's mathematics is written as one readable line."""

from __future__ import annotations

import re

_SIGNS = {
    "!=": "≠",
    "<=": "≤",
    ">=": "≥",
    "==>": "⇒",
    "=>": "⇒",
    "->": "→",
    "<-": "←",
    "\\/": "/",
}
_WORDS = {
    "approx": "≈",
    "dot": "·",
    "times": "×",
    "in": "∈",
    "oo": "∞",
    "nabla": "∇",
    "partial": "∂",
    "compose": "∘",
    "quad": " ",
    "thin": " ",
    "med": " ",
    "dif": "d",
    "Delta": "Δ",
    "alpha": "α",
    "beta": "β",
    "sigma": "σ",
    "theta": "θ",
    "lambda": "λ",
    "pi": "π",
    "ln": "ln",
}
_SUPERSCRIPTS = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

_LABEL = re.compile(r"\s*:\s*[A-Za-z_][\w-]*\s*\}\}|\{\{")
_CALLS = (
    (re.compile(r'"([^"]*)"'), r"\1"),
    (re.compile(r"(?:upright|italic|bold|display|stretch|limits|text)\(([^()]*)\)"), r"\1"),
    (re.compile(r"abs\(([^()]*)\)"), r"|\1|"),
    (re.compile(r"norm\(([^()]*)\)"), r"‖\1‖"),
    (re.compile(r"sqrt\(([^()]*)\)"), r"√(\1)"),
    (re.compile(r"vec\(([^()]*)\)"), r"(\1)"),
)
_POWER = re.compile(r"\^(?:\(([-−]?[0-9]+|n)\)|([0-9]+|n\b)(?![.]))")
_INDEX = re.compile(r"_(?:\(([0-9]+)\)|([0-9]+))")
_NAME = re.compile(r"\b(" + "|".join(_WORDS) + r")\b")
_DIFFERENTIAL = re.compile(r"\b(d|Δ) ([a-zA-Zθ])\b")


def to_plain(source: str) -> str:
    """Return what a formula says, on one line: ``(f(x + h) − f(x)) / h``.

    It is made for reading, not for computing: a symbol without a character keeps its name.
    """
    text = _LABEL.sub("", source)
    before = ""
    while text != before:  # calls may stand within calls
        before = text
        for pattern, plain in _CALLS:
            text = pattern.sub(plain, text)
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    text = _NAME.sub(lambda match: _WORDS[match[0]], text)
    text = _DIFFERENTIAL.sub(r"\1\2", text)
    text = _POWER.sub(lambda match: (match[1] or match[2]).translate(_SUPERSCRIPTS), text)
    text = _INDEX.sub(lambda match: (match[1] or match[2]).translate(_SUBSCRIPTS), text)
    return re.sub(r"\s+", " ", text.replace("-", "−")).strip()
