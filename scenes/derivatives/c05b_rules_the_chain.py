"""Clip 05b: the chain rule, from three number lines to a neuron."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, FadeIn, FadeOut, VGroup, VMobject

from scenes import theme
from scenes.components.formula import Formula, fly
from scenes.components.motion import animated
from scenes.components.node_diagram import Edge, NodeDiagram, NodeSpec
from scenes.components.numeral import Numeral
from scenes.components.pictures import chain_picture
from scenes.components.readout import Readout
from scenes.components.roles import in_roles
from scenes.components.table import shortest
from scenes.components.text import Words
from scenes.derivatives.c05b_nested import Nested
from scenes.notation import per

PRODUCT_DECIMALS = 4
BRANCH_SHARE = 0.56
"""Where on a branch its glass stands: past the middle, clear of the slope at the node."""


class RulesTheChain(Nested):
    """Values flow forward, slopes flow back, and paths add."""

    def values_flow_forward(self) -> None:
        self.clear_stage()
        neuron = self.numbers.neuron
        nodes = {
            "w": _valued("w", (0.105, 0.84), neuron.w),
            "b": _valued("b", (0.105, 0.24), neuron.b),
            "z": _valued("z = w x + b", (0.44, 0.54), neuron.z),
            "a": _valued("a = sigma(z)", (0.675, 0.54), neuron.a),
            "L": _valued("L = (a - t)^2", (0.91, 0.54), neuron.loss),
        }
        self.neuron = diagram = NodeDiagram(
            self.layout.full, nodes, [("w", "z"), ("b", "z"), ("z", "a"), ("a", "L")]
        )
        given = in_roles(f"{{{{x = {neuron.x:g} : run}}}} quad t = {neuron.t:g}", theme.LABEL_SIZE)
        self.layout.full.place(given, 0.5, 1.0)
        for name in ("w", "b"):
            self._enter(name)
        self.play(FadeIn(given, run_time=theme.FADE), diagram.fill("w", "b"))
        for edges, name in (
            ([("w", "z"), ("b", "z")], "z"),
            ([("z", "a")], "a"),
            ([("a", "L")], "L"),
        ):
            self.play(FadeIn(*(diagram.edges[edge] for edge in edges)), run_time=theme.FADE)
            self._enter(name)
            self.play(diagram.carry(*edges))
            self.play(diagram.fill(name))

    def _enter(self, name: str) -> None:
        self.play(FadeIn(self.neuron.nodes[name].outline, run_time=theme.FADE))

    def slopes_flow_back(self) -> None:
        diagram, neuron = self.neuron, self.numbers.neuron
        last = diagram.lens(("a", "L"), per("L", "a"), neuron.dl_da)
        squash = diagram.lens(("z", "a"), per("a", "z"), neuron.da_dz, 2)
        self.play(diagram.carry(("a", "L"), back=True), FadeIn(last))
        self.play(diagram.carry(("z", "a"), back=True), FadeIn(squash))
        shared = Readout(f"{per('L', 'z')} =", neuron.shared, decimals=2, color=theme.EXACT)
        # Clear of the glasses on either side.
        diagram.below("z", shared).align_to(diagram.nodes["z"].ring, LEFT)
        shared.shift(theme.GUTTER * DOWN)
        self.play(
            FadeIn(shared.name_part),
            *(
                FadeOut(lens.reading.copy(), target_position=shared.number, scale=theme.SEED)
                for lens in (last, squash)
            ),
            FadeIn(shared.number, scale=theme.SEED),
            run_time=theme.MORPH,
        )
        once = Words("shared", color=theme.MUTED).next_to(shared, DOWN, buff=theme.LABEL_GAP)
        self.play(FadeIn(once, run_time=theme.FADE))
        self.point_at(shared)
        branches = (
            ("w", per("z", "w"), neuron.dz_dw, neuron.dl_dw),
            ("b", per("z", "b"), neuron.dz_db, neuron.dl_db),
        )
        lenses = [
            diagram.lens((name, "z"), tag, local, share=BRANCH_SHARE)
            for name, tag, local, _ in branches
        ]
        self.play(diagram.carry(("w", "z"), ("b", "z"), back=True), FadeIn(*lenses))
        slopes = [
            diagram.below(
                name,
                Readout(f"{per('L', name)} =", slope, decimals=2, color=theme.EXACT),
            )
            for name, _, _, slope in branches
        ]
        self.play(
            *(fly(shared.number, slope.number) for slope in slopes),
            *(FadeIn(slope.name_part) for slope in slopes),
        )

    def paths_add(self) -> None:
        self.clear_stage()
        paths = self.numbers.paths
        nodes = {
            "x": NodeSpec("x", (0.07, 0.58)),
            "a1": NodeSpec("a_1", (0.4, 0.86)),
            "a2": NodeSpec("a_2", (0.4, 0.3)),
            "y": NodeSpec("y", (0.7, 0.58)),
            "L": NodeSpec("L", (0.95, 0.58)),
        }
        edges: list[Edge] = [("x", "a1"), ("x", "a2"), ("a1", "y"), ("a2", "y"), ("y", "L")]
        diagram = NodeDiagram(self.layout.full, nodes, edges)
        self.play(FadeIn(diagram))
        self._trace_back(diagram, ("y", "L"))
        products = VGroup(
            *(Numeral(product, PRODUCT_DECIMALS, color=theme.EXACT) for product in paths.products)
        )
        total = in_roles(f"{per('L', 'x')} = ", theme.FORMULA_SMALL_SIZE)
        for place, product in enumerate(products):
            middle = diagram.edges["x", f"a{place + 1}"].middle
            product.next_to(middle, (UP if place == 0 else -UP) + LEFT, buff=theme.LABEL_GAP)
            self._trace_back(diagram, (f"a{place + 1}", "y"))
            self._trace_back(diagram, ("x", f"a{place + 1}"), product)
        plus = Formula("+", size=theme.CONCLUSION_SIZE, color=theme.EXACT)
        plus.next_to(diagram.nodes["x"].ring, RIGHT, buff=theme.GUTTER)
        self.play(FadeIn(plus, scale=theme.BOX_GROWTH, run_time=theme.FADE))
        line = VGroup(
            total,
            _product(paths.products[0]),
            Formula("+", size=theme.FORMULA_SMALL_SIZE, color=theme.EXACT),
            _product(paths.products[1]),
            Formula("=", size=theme.FORMULA_SMALL_SIZE),
            _product(paths.slope),
        ).arrange(buff=theme.LABEL_GAP)
        self.layout.full.place(line, 0.5, 0.02)
        self.play(
            FadeIn(line[0], line[2], line[4:]),
            *(fly(product, line[place]) for place, product in zip((1, 3), products, strict=True)),
        )
        self.wait(theme.THINK + theme.FADE)
        self.clear_stage()
        self.leave_tile("chain", chain_picture())

    def _trace_back(self, diagram: NodeDiagram, edge: Edge, *found: VMobject) -> None:
        """Send a slope back along an arrow, which remembers it."""
        self.play(
            diagram.carry(edge, back=True),
            animated(diagram.edges[edge]).set_color(theme.EXACT),
            *(FadeIn(mobject) for mobject in found),
            run_time=theme.STEP,
        )


def _product(value: float) -> Numeral:
    return Numeral(value, PRODUCT_DECIMALS, size=theme.FORMULA_SMALL_SIZE, color=theme.EXACT)


def _valued(name: str, place: tuple[float, float], value: float) -> NodeSpec:
    return NodeSpec(name, place, value, shortest(value))
