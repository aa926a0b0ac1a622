"""Clip 05b, fourth act: values flow forward, slopes flow back, and paths add.

Every slope on screen is the product of two numbers that stand on screen: of the slope at the next
node, and of the factor on the arrow between them.
"""

from __future__ import annotations

from manim import DOWN, LEFT, PI, RIGHT, UP, Create, FadeIn, VGroup
from manim.typing import Vector3D

from lessons.derivatives.c05b.numbers import Numbers
from scenes import theme
from scenes.components.motion.carry import carry
from scenes.components.rigs.node_diagram import Edge, NodeSpec
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c05b_rules_the_chain.props.circuit import Circuit
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import chain_picture
from scenes.notation import per

LAST, SQUASH, FEED = ("a", "L"), ("z", "a"), ("x", "z")
WEIGH: tuple[Edge, Edge] = (("w", "z"), ("b", "z"))


NEURON = (
    ((0.1, 0.84), (0.1, 0.48), (0.1, 0.12), (0.36, 0.48), (0.63, 0.48), (0.9, 0.48)),
    ((0.14, 0.91), (0.39, 0.91), (0.64, 0.91), (0.39, 0.637), (0.39, 0.364), (0.39, 0.091)),
    ((0.175, 0.93), (0.5, 0.93), (0.88, 0.93), (0.5, 0.71), (0.5, 0.5), (0.5, 0.29)),
)
"""Where w, x, b, z, a and L stand in a wide, in a square and in an upright frame, as shares; in a
narrow one values flow downward."""
BACK_SIDE = (1, -1, 1)
"""The side of the arrows back. In a square frame it is the right one: the slopes by w and b stand
there, and the names of the nodes at the left."""
SLOPE_SHIFT = (0.15, -0.12)
"""Where a slope stands in a narrow frame, from its place beside its node: away from it and lower.
"""
GOALS_AT = (0.115, 0.02)
"""How high the slopes by w and b stand in an upright frame, as shares."""
SQUARE_GOALS_AT = (0.66, 0.2)
"""How high they stand in a square one, each in three lines."""
PATHS = (
    ((0.1, 0.56), (0.4, 0.87), (0.4, 0.25), (0.68, 0.56), (0.94, 0.56)),
    ((0.09, 0.56), (0.35, 0.87), (0.35, 0.25), (0.61, 0.56), (0.91, 0.56)),
    ((0.5, 0.93), (0.17, 0.72), (0.83, 0.72), (0.5, 0.51), (0.5, 0.3)),
)
"""Where x, both hidden nodes, y and L stand, as shares."""
PRODUCTS_AT = (0.165, 0.09)
"""How high the products along the paths stand in an upright frame, as shares."""
WEIGHT_FACTORS_AT = (
    ((1, 0.43), (1, 0.43)),
    ((-1, 0.36), (1, 0.16)),
    ((1, 0.26), (1, 0.62)),
)
"""On which side of the arrows from w and b their factors stand, and where on them: clear of what
stands at z, of names and of other arrows."""
LOW_ARC = PI / 8
"""The angle of a flight near an edge of the frame, which it must not leave."""


class SlopesFlowBack(MappedAct):
    """Values flow forward, slopes flow back, and paths add."""

    numbers: Numbers

    def values_flow_forward(self) -> None:
        self.clear_stage()
        neuron, room = self.numbers.neuron, self.layout.readable
        told = (
            ("w", "w", neuron.w),
            ("x", "x", neuron.x),
            ("b", "b", neuron.b),
            ("z", "z = w x + b", neuron.z),
            ("a", "a = sigma(z)", neuron.a),
            ("L", "L = (a - t)^2", neuron.loss),
        )
        nodes = {
            key: _valued(name, place, value)
            for (key, name, value), place in zip(told, self.layout.by_shape(*NEURON), strict=True)
        }
        arrows = [*WEIGH, FEED, SQUASH, LAST]
        self.neuron = circuit = Circuit(room, nodes, arrows, self.layout.by_shape(*BACK_SIDE))
        for name in ("w", "x", "b"):
            ring, _, letter = circuit.nodes[name]
            letter.next_to(ring, LEFT, buff=theme.LABEL_GAP)
        _, *letters = circuit.nodes["x"]
        VGroup(*letters).set_color(theme.RUN)
        target = Formula(f"t = {neuron.t:g}", size=theme.TABLE_SIZE)
        target.next_to(circuit.nodes["L"], DOWN, buff=theme.COLUMN_GAP)
        if self.layout.narrow:
            self._name_nodes(circuit, target)
        self.play(FadeIn(circuit.outline, target), circuit.fill("w", "x", "b"), run_time=theme.FADE)
        for edges, name in (((*WEIGH, FEED), "z"), ((SQUASH,), "a"), ((LAST,), "L")):
            self.play(circuit.carry(*edges), run_time=theme.FADE)
            self.play(circuit.fill(name), run_time=theme.LEAP)

    def _name_nodes(self, circuit: Circuit, target: Formula) -> None:
        """Name the nodes of a narrow frame beside them, where no arrow is."""
        for name in ("z", "a", "L"):
            ring, _, formula = circuit.nodes[name]
            formula.next_to(ring, -self._slope_side, buff=theme.GUTTER)
        loss = circuit.nodes["L"][-1]
        target.next_to(loss, DOWN, buff=theme.GUTTER)
        VGroup(loss, target).match_y(circuit.nodes["L"].ring)

    @property
    def _slope_side(self) -> Vector3D:
        """The side of a node at which its slope stands."""
        return self.layout.by_shape(DOWN, RIGHT, LEFT)

    def _at_node(self, name: str, slope: VGroup) -> VGroup:
        """Set a slope below its node, or in a narrow frame beside it."""
        side = self._slope_side
        self.neuron.beside_node(name, slope, side)
        if self.layout.narrow:
            away, lower = SLOPE_SHIFT
            slope.shift(away * side + lower * UP)
        return slope

    def slopes_flow_back(self) -> None:
        circuit, neuron = self.neuron, self.numbers.neuron
        # No slope is asked for at x: the input is given.
        back = (ray for edge, ray in circuit.returns.items() if edge != FEED)
        self.play(*(Create(ray) for ray in back), run_time=theme.FADE)
        miss, miss_rule = self._factor(LAST, "2(a - t)", neuron.dl_da)
        self.play(circuit.send_back(LAST), FadeIn(miss, miss_rule), run_time=theme.LEG)
        at_a = self._at_node("a", _slope("a", neuron.dl_da))
        self.play(
            *carry(miss.part("exact"), at_a[0], run_time=theme.STEP),
            FadeIn(at_a[1], run_time=theme.STEP),
        )
        squash, squash_rule = self._factor(SQUASH, "a(1 - a)", neuron.da_dz)
        self.play(circuit.send_back(SQUASH), FadeIn(squash, squash_rule), run_time=theme.LEG)
        at_z = self._at_node("z", _slope("z", neuron.shared))
        self.point_at(squash.part("exact"))
        self.play(
            *carry(at_a[0], at_z[0], run_time=theme.STEP),
            FadeIn(at_z[1], run_time=theme.STEP),
        )
        factors = [
            circuit.beside(edge, _times(local), *at)
            for edge, local, at in zip(
                WEIGH,
                (neuron.dz_dw, neuron.dz_db),
                self.layout.by_shape(*WEIGHT_FACTORS_AT),
                strict=True,
            )
        ]
        goals = self._goals()
        self.play(circuit.send_back(*WEIGH), FadeIn(*factors))
        # Both slopes take the shared part, and each the factor of its own arrow.
        for goal, factor in zip(goals, factors, strict=True):
            self.play(
                FadeIn(goal.without("exact", "exact1", "exact2"), run_time=theme.STEP),
                *carry(at_z[0], goal.part("exact1"), run_time=theme.STEP),
                *carry(factor.part("exact"), goal.part("exact2"), run_time=theme.STEP),
            )
        self.play(FadeIn(*(goal.part("exact") for goal in goals)), run_time=theme.FADE)

    def _goals(self) -> list[Formula]:
        """Return the slopes by w and b: beside their nodes, or where a narrow frame has room."""
        neuron, room = self.numbers.neuron, self.layout.readable
        slopes = (("w", neuron.dz_dw, neuron.dl_dw), ("b", neuron.dz_db, neuron.dl_db))
        square = self.layout.narrow and not self.layout.upright
        turn = "\\ &" if square else ""
        goals = []
        for name, local, value in slopes:
            goal = in_roles(
                f"{'&' if square else ''}{per('L', name)} {turn}= "
                f"{{{{{_bracketed(neuron.shared)} : exact1}}}} dot "
                f"{{{{{_short(local)} : exact2}}}} {turn}= {{{{{_short(value)} : exact}}}}",
                theme.TABLE_SIZE,
            )
            goal.next_to(self.neuron.nodes[name].ring, RIGHT, buff=theme.GUTTER)
            goals.append(goal)
        if self.layout.narrow:
            across, heights = (1.0, SQUARE_GOALS_AT) if square else (0.5, GOALS_AT)
            for goal, height in zip(goals, heights, strict=True):
                room.place(goal, across, height)
            return goals
        above, below = goals
        above.align_to(self.neuron.nodes["w"].ring, UP)
        below.align_to(self.neuron.nodes["b"].ring, DOWN)
        return goals

    def _factor(self, edge: Edge, rule: str, value: float) -> tuple[Formula, Formula]:
        """Return the slope of one step, below its arrows, and above them how it is found."""
        label, found = _times(value), Formula(rule, size=theme.TABLE_SIZE)
        self.neuron.beside(edge, label)
        self.neuron.beside(edge, found, -1)
        return label, found

    def paths_add(self) -> None:
        self.clear_stage()
        numbers, room = self.numbers, self.layout.readable
        told = (("x", "x"), ("a1", "a_1"), ("a2", "a_2"), ("y", "y"), ("L", "L"))
        nodes = {
            key: NodeSpec(name, place)
            for (key, name), place in zip(told, self.layout.by_shape(*PATHS), strict=True)
        }
        edges: list[Edge] = [("x", "a1"), ("x", "a2"), ("a1", "y"), ("a2", "y"), ("y", "L")]
        circuit = Circuit(room, nodes, edges)
        (first, _, _), _ = numbers.path_steps
        shared = circuit.beside(("y", "L"), _times(first))
        self.play(FadeIn(circuit, *circuit.returns.values()), run_time=theme.FADE)
        self.play(circuit.send_back(("y", "L")), FadeIn(shared))
        products: list[Formula] = []
        steps = zip(
            ("a1", "a2"), numbers.path_steps, numbers.paths.products, (UP, DOWN), strict=True
        )
        for unit, (_, outward, inward), product, outer in steps:
            factors = [
                circuit.beside(edge, _times(slope))
                for edge, slope in (((unit, "y"), outward), (("x", unit), inward))
            ]
            for edge, factor in zip(((unit, "y"), ("x", unit)), factors, strict=True):
                self.play(circuit.send_back(edge), FadeIn(factor), run_time=theme.STEP)
            sources = [shared, *factors]
            line = in_roles(
                " dot ".join(
                    f"{{{{{_bracketed(slope)} : exact{place}}}}}"
                    for place, slope in enumerate((first, outward, inward))
                )
                + f" = {{{{{_short(product)} : m}}}}",
                theme.FORMULA_SIZE,
            )
            line.next_to(circuit.nodes[unit].ring, RIGHT, buff=theme.COLUMN_GAP)
            line.align_to(circuit.nodes[unit].ring, outer)
            if self.layout.upright:  # below the diagram
                room.place(line, 0.5, PRODUCTS_AT[len(products)])
            marks = [f"exact{place}" for place in range(len(sources))]
            self.play(
                FadeIn(line.without(*marks, "m"), run_time=theme.STEP),
                *(
                    move
                    for source, mark in zip(sources, marks, strict=True)
                    for move in carry(
                        source.part("exact"), line.part(mark), angle=LOW_ARC, run_time=theme.STEP
                    )
                ),
            )
            self.play(FadeIn(line.part("m"), run_time=theme.LEAP))
            products.append(line)
        one, two = numbers.paths.products
        total = in_roles(
            f"{per('L', 'x')} = {{{{{_short(one)} : exact1}}}} + "
            f"{{{{{_bracketed(two)} : exact2}}}} = "
            f"{{{{{_short(numbers.paths.slope)} : exact3}}}}",
            theme.KEY_SIZE,
        )
        room.place(total, 0.5 if self.layout.upright else 0.0, 0.0)
        self.play(
            FadeIn(total.without("exact1", "exact2", "exact3")),
            *carry(products[0].part("m"), total.part("exact1"), angle=LOW_ARC),
            *carry(products[1].part("m"), total.part("exact2"), angle=LOW_ARC),
        )
        self.play(FadeIn(total.part("exact3"), run_time=theme.FADE))
        self.point_at(total.part("exact3"))
        self.wait(theme.BREATH)
        self.clear_stage()
        self.leave_tile("chain", chain_picture())


def _valued(name: str, place: tuple[float, float], value: float) -> NodeSpec:
    return NodeSpec(name, place, value, shortest(value))


def _times(value: float) -> Formula:
    """Return a factor of an arrow."""
    return in_roles(f"{{{{times : exact1}}}} {{{{{_bracketed(value)} : exact}}}}", theme.TABLE_SIZE)


def _slope(name: str, value: float) -> VGroup:
    """Return the slope of the loss by one node: the number, and what it is below."""
    number = Formula(_short(value), size=theme.KEY_SIZE, color=theme.EXACT)
    meaning = Formula(per("L", name), size=theme.DIGIT_SIZE)
    return VGroup(number, meaning).arrange(DOWN, buff=theme.LABEL_GAP)


def _bracketed(value: float) -> str:
    """Return a number as a factor: in brackets where it has a sign."""
    text = _short(value)
    return text if value >= 0 else f"({text})"


def _short(value: float) -> str:
    """Return a number with as few decimals as it has."""
    return spell(value, shortest(value))
