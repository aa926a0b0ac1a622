"""Clip 05b, fourth act: values flow forward, slopes flow back, and paths add."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, VMobject

from lessons.derivatives.c05b.numbers import Numbers
from scenes import theme
from scenes.components.motion.emerge import emerge
from scenes.components.rigs.node_diagram import Edge, NodeDiagram, NodeSpec
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import chain_picture
from scenes.notation import per

PRODUCT_DECIMALS = 4


class SlopesFlowBack(MappedAct):
    """Values flow forward, slopes flow back, and paths add."""

    numbers: Numbers

    def values_flow_forward(self) -> None:
        self.clear_stage()
        neuron = self.numbers.neuron
        nodes = {
            "w": _valued("w", (0.09, 0.84), neuron.w),
            "b": _valued("b", (0.09, 0.24), neuron.b),
            "z": _valued("z = w x + b", (0.4, 0.54), neuron.z),
            "a": _valued("a = sigma(z)", (0.665, 0.54), neuron.a),
            "L": _valued("L = (a - t)^2", (0.922, 0.54), neuron.loss),
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
        # The reading stands clear of the glasses on either side.
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
            ("w", per("z", "w"), neuron.dz_dw, neuron.dl_dw, UP),
            ("b", per("z", "b"), neuron.dz_db, neuron.dl_db, DOWN),
        )
        lenses = [diagram.lens((name, "z"), tag, local) for name, tag, local, _, _ in branches]
        self.play(diagram.carry(("w", "z"), ("b", "z"), back=True), FadeIn(*lenses))
        slopes = [
            # Each slope stands beside its node, away from the glass on its arrow.
            Readout(f"{per('L', name)} =", slope, decimals=2, color=theme.EXACT)
            .next_to(diagram.nodes[name].ring, RIGHT, buff=theme.LABEL_GAP)
            .shift(theme.GUTTER * away)
            for name, _, _, slope, away in branches
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
            "a1": NodeSpec("a_1", (0.4, 0.81)),
            "a2": NodeSpec("a_2", (0.4, 0.35)),
            "y": NodeSpec("y", (0.7, 0.58)),
            "L": NodeSpec("L", (0.95, 0.58)),
        }
        edges: list[Edge] = [("x", "a1"), ("x", "a2"), ("a1", "y"), ("a2", "y"), ("y", "L")]
        diagram = NodeDiagram(self.layout.full, nodes, edges)
        self.play(FadeIn(diagram))
        along = [
            in_roles(
                f"{{{{{per('L', 'y')} : exact1}}}} {{{{dot {per('y', unit)} : exact2}}}} "
                f"{{{{dot {per(unit, 'x')} : exact3}}}} {{{{= : is}}}} "
                f"{{{{{spell(product, PRODUCT_DECIMALS)} : m}}}}",
                theme.LABEL_SIZE,
            )
            for unit, product in zip(("a_1", "a_2"), paths.products, strict=True)
        ]
        for formula, unit, side in zip(along, ("a1", "a2"), (UP, DOWN), strict=True):
            formula.next_to(diagram.nodes[unit].ring, side, buff=theme.GUTTER)
        # The last step is on both paths: its slope goes into both products.
        self._trace_back(diagram, ("y", "L"), *(formula.part("exact1") for formula in along))
        for formula, unit in zip(along, ("a1", "a2"), strict=True):
            self._trace_back(diagram, (unit, "y"), formula.part("exact2"))
            self._trace_back(diagram, ("x", unit), formula.part("exact3"))
            self.play(FadeIn(formula.parts("is", "m"), run_time=theme.FADE))
        plus = Formula("+", size=theme.CONCLUSION_SIZE, color=theme.EXACT)
        # The sign stands beyond the tips of the arrows.
        plus.next_to(diagram.nodes["x"].ring, RIGHT, buff=theme.CARD_GAP)
        self.play(FadeIn(plus, scale=theme.BOX_GROWTH, run_time=theme.FADE))
        first, second = (spell(product, PRODUCT_DECIMALS) for product in paths.products)
        line = in_roles(
            f"{per('L', 'x')} = {{{{{first} : exact1}}}} {{{{+ : exact}}}} "
            f"{{{{{second} : exact2}}}} = {{{{{spell(paths.slope, PRODUCT_DECIMALS)} : m}}}}",
            theme.FORMULA_SMALL_SIZE,
        )
        self.layout.full.place(line, 0.5, 0.02)
        self.play(
            FadeIn(line.without("exact1", "exact2")),
            *(
                fly(formula.part("m"), line.part(goal))
                for formula, goal in zip(along, ("exact1", "exact2"), strict=True)
            ),
        )
        self.wait(theme.THINK + theme.FADE)
        self.clear_stage()
        self.leave_tile("chain", chain_picture())

    def _trace_back(self, diagram: NodeDiagram, edge: Edge, *found: VMobject) -> None:
        """Turn an arrow about, for the slope that runs back along it; let parts grow out of it."""
        arrow = diagram.edges[edge]
        self.play(
            FadeOut(arrow),
            Create(diagram.back(edge)),
            *(emerge(mobject, arrow) for mobject in found),
            run_time=theme.STEP,
        )


def _valued(name: str, place: tuple[float, float], value: float) -> NodeSpec:
    return NodeSpec(name, place, value, shortest(value))
