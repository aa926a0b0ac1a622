"""Which character stands for which name of Typst's mathematics."""

from __future__ import annotations

FUNCTIONS = frozenset(["sin", "cos", "tan", "ln", "log", "exp", "lim", "max", "min"])
"""Names that stay words, as in any book."""

RELATIONS = {
    "=": "=",
    "<": "<",
    ">": ">",
    "!=": "≠",
    "<=": "≤",
    ">=": "≥",
    ":=": "≔",
    "==>": "⇒",
    "=>": "⇒",
    "<==": "⇐",
    "<=>": "⇔",
    "<==>": "⇔",
    "->": "→",
    "-->": "→",
    "<-": "←",
    "<--": "←",
    "approx": "≈",
    "eq": "=",
    "eq.not": "≠",
    "prop": "∝",
    "in": "∈",
    "in.not": "∉",
    "subset": "⊂",
    "arrow.r": "→",
    "arrow.l": "←",
    "arrow.l.r": "↔",
    "arrow.r.long": "→",
    "arrow.r.not": "↛",
    "arrow.r.double": "⇒",
    "arrow.r.double.not": "⇏",
    "arrow.l.double": "⇐",
    "arrow.l.r.double": "⇔",
    "colon": ":",
}
TIMES = {
    "dot": "·",
    "dot.c": "·",
    "dot.op": "·",
    "times": "×",
    "compose": "∘",
    "\\/": "/",
    "slash": "/",
    "div": "÷",
    "*": "∗",
}
SIGNS = {"+": "+", "-": "−", "−": "−", "plus.minus": "±", "minus": "−", "plus": "+"}
PREFIXES = {
    "dif": "d",
    "Delta": "Δ",
    "partial": "∂",
    "diff": "∂",
    "nabla": "∇",
    "gradient": "∇",
}
LETTERS = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "eta": "η",
    "theta": "θ",
    "kappa": "κ",
    "lambda": "λ",
    "mu": "μ",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "phi": "φ",
    "omega": "ω",
    "Sigma": "Σ",
    "Omega": "Ω",
    "oo": "∞",
    "infinity": "∞",
    "RR": "ℝ",
    "NN": "ℕ",
    "dots.v": "⋮",
}
AFTER = {
    "degree": "°",
    "dots": "…",
    "dots.h": "…",
    "dots.c": "⋯",
    "...": "…",
    "?": "?",
    "!": "!",
    "°": "°",
}
BIG = {"sum": "Σ", "product": "∏", "integral": "∫"}
GAPS = {"thin": " ", "med": " ", "thick": " ", "space": " ", "quad": ", ", "wide": ", "}
FONTS = frozenset(
    [
        *("upright", "italic", "bold", "sans", "mono", "display", "inline", "script", "text"),
        *("limits", "scripts", "stretch", "op", "cancel", "overline", "underline", "class"),
    ]
)
"""Calls that change only how something looks."""

BARS = {"abs": ("|", "|"), "norm": ("‖", "‖"), "floor": ("⌊", "⌋"), "ceil": ("⌈", "⌉")}
ACCENTS = {"hat": "\u0302", "tilde": "\u0303", "dot": "\u0307", "arrow": "\u20d7"}
NOTES = frozenset(["underbrace", "overbrace", "underbracket", "overbracket"])
ROOTS = frozenset(["sqrt", "root"])
CALLS = frozenset([*FONTS, *BARS, *ACCENTS, *NOTES, *ROOTS, "vec", "cases", "attach", "frac"])

ABOVE = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)
BELOW = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvx",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ",
        strict=True,
    )
)
PRIMES = {1: "′", 2: "″", 3: "‴"}
OPERANDS = frozenset(["letter", "number", "word", "group", "fraction"])
