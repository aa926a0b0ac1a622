"""The vocabulary of a user's formula: which characters, names and sizes are allowed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import sympy as sp

from mathcore.formulas.functions import sigmoid
from mathcore.formulas.symbolic import Expr

MAX_CHARACTERS = 200
MAX_NODES = 200
MAX_DEPTH = 40
MAX_NUMBER = 1e12
MAX_POWER = 100

CHARACTER = re.compile(r"[A-Za-z0-9_ .+\-*/()]")
"""The characters that a formula is made of; all else is refused before anything is parsed."""

NUMBER = re.compile(r"(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
"""A decimal number. Python's other spellings (1_000, 0x1F, 1j) are not the lesson's."""

FUNCTIONS: dict[str, tuple[Callable[..., Any], Callable[[Expr], Expr]]] = {
    "sin": (np.sin, sp.sin),
    "cos": (np.cos, sp.cos),
    "tan": (np.tan, sp.tan),
    "asin": (np.arcsin, sp.asin),
    "acos": (np.arccos, sp.acos),
    "atan": (np.arctan, sp.atan),
    "sinh": (np.sinh, sp.sinh),
    "cosh": (np.cosh, sp.cosh),
    "tanh": (np.tanh, sp.tanh),
    "exp": (np.exp, sp.exp),
    "ln": (np.log, sp.log),
    "log": (np.log, sp.log),
    "sqrt": (np.sqrt, sp.sqrt),
    "abs": (np.abs, sp.Abs),
    "sigmoid": (sigmoid, lambda a: 1 / (1 + sp.exp(-a))),
}
"""For each function of one input, how NumPy computes it and what SymPy calls it."""

CONSTANTS: dict[str, tuple[float, Expr]] = {"pi": (math.pi, sp.pi), "e": (math.e, sp.E)}
"""For each named number, its value and its symbol."""


def allowed(variables: Iterable[str]) -> str:
    """Say what a formula in these variables may hold."""
    return (
        f"allowed are numbers, {', '.join(variables)}, {', '.join(CONSTANTS)}, "
        f"+ - * / **, brackets and {', '.join(FUNCTIONS)}"
    )
