"""Clip 05a: powers, multiples, sums and products, each from a picture of what grows."""

from __future__ import annotations

from typing import ClassVar

from lessons.derivatives.c05a.numbers import Numbers, compute
from scenes.derivatives.c05a_rules_powers_sums_products.act1_square import SquareGrows
from scenes.derivatives.c05a_rules_powers_sums_products.act2_ribbon import RibbonDivided
from scenes.derivatives.c05a_rules_powers_sums_products.act3_cube import CubeGrows
from scenes.derivatives.c05a_rules_powers_sums_products.act4_pattern import PowerPattern
from scenes.derivatives.c05a_rules_powers_sums_products.act5_domains import Domains
from scenes.derivatives.c05a_rules_powers_sums_products.act6_stretch import GraphStretches
from scenes.derivatives.c05a_rules_powers_sums_products.act7_layers import LayersAdd
from scenes.derivatives.c05a_rules_powers_sums_products.act8_slopes import SlopesAdd
from scenes.derivatives.c05a_rules_powers_sums_products.act9_product import ProductRule
from scenes.derivatives.map.mapped_clip import MappedClip


class RulesPowersSumsProducts(MappedClip):
    """Powers, multiples, sums and products, each from a picture of what grows."""

    clip_number = "05a"
    acts = (
        SquareGrows,
        RibbonDivided,
        CubeGrows,
        PowerPattern,
        Domains,
        GraphStretches,
        LayersAdd,
        SlopesAdd,
        ProductRule,
    )
    accepted: ClassVar = {
        ("product_checked", "load"): "the closing map of the lesson is one picture of ten tiles",
    }

    def compute_numbers(self) -> Numbers:
        """Return every number that the clip shows."""
        return compute()
