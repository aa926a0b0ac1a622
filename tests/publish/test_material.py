"""What pages are made of: formulas, states, questions, structured data, the package."""

import xml.etree.ElementTree as ET
import zipfile

import pytest

from lessons.exploration import CurveState, DescentState, RegressionState
from lessons.model import Beat, Clip
from lessons.question import Question
from publish.rendered import RenderedBeat
from publish.site.mathml import MathSetter, without_labels
from publish.site.questions import question_data
from publish.site.scorm import write_package
from publish.site.states import state_showing, to_json
from publish.site.structured import duration
from publish.site.writer import label_of

CURVE = CurveState("x**2", 2.0, 1.5)
POINTS = ((1.0, 5.0), (2.0, 8.0), (3.0, 11.0), (4.0, 14.0), (5.0, 17.0))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("x^2", "x^2"),
        ("{{a : up}} / {{b : down}}", "group(a) / group(b)"),
        ("x^({{1/2 : hop}})", "x^(group(1/2))"),
        ("{{ {{x : inner}} + 1 : outer}}", "group(group(x) + 1)"),
        ("{{= : is}} 3", "group(=) 3"),
    ],
)
def test_a_labelled_part_is_set_as_a_whole(source, told):
    assert without_labels(source) == told


def test_formulas_become_mathml_and_a_sign_of_order_is_escaped():
    setter = MathSetter(["x^2", "a > b", "x^2"])
    assert setter("x^2") == "<math><msup><mi>𝑥</mi><mn>2</mn></msup></math>"
    assert "&gt;" in setter("a > b")
    assert "<mo>></mo>" not in setter("a > b")
    with pytest.raises(KeyError):
        setter("never asked for")


@pytest.mark.parametrize(
    ("number", "state"),
    [
        ("5.5", CURVE),
        ("12.25", CURVE),
        ("4.1", CurveState("x**2", 2.0, 0.1)),
        ("0.01", CurveState("x**2", 2.0, 0.01)),
        ("777", None),
        ("no number", None),
    ],
)
def test_a_number_opens_the_state_that_shows_it(number, state):
    states = [CURVE, CurveState("x**2", 2.0, 0.1), CurveState("x**2", 2.0, 0.01)]
    assert state_showing(number, states) == state


def test_a_number_of_a_descent_opens_the_step_that_leads_there():
    state = DescentState("x**2 - 4*x + 5", 5.0, 0.1, 8)
    assert state_showing("3.92", [state]) == DescentState("x**2 - 4*x + 5", 5.0, 0.1, 2)
    assert state_showing("−2.10", [state]) is None


def test_a_number_of_a_fit_opens_the_epoch_that_leads_there():
    state = RegressionState(POINTS, 0.01, 500)
    assert state_showing("1.8003", [state]) == state
    assert state_showing("139", [state]).epochs == 0
    assert to_json(state)["kind"] == "regression"


def test_what_stands_before_a_number_says_which_one_it_is():
    slow, fast = (DescentState("x**2", 1.0, alpha, 3) for alpha in (0.1, 1.0))
    assert state_showing("1.0", [slow, fast], "α =") == fast
    at = [CurveState("x**2", x0, 1.5) for x0 in (2.0, 0.0, -1.5)]
    assert state_showing("2.25", at) == at[2]
    assert state_showing("2.25", at, "h =") is None


def test_a_beat_without_states_opens_nothing():
    assert state_showing("3", []) is None


class Found:
    slope, unknown, word = -2.04, float("nan"), "falling"


def asked(**changed):
    question = Question("How steep?", "number", "slope", tolerance=0.1, **changed)
    beat = Beat("look", 3, "How steep?", asks=question)
    clip = Clip("01", "one", "One", "One", (beat,))
    return RenderedBeat(clip, beat, 0, 10, 5, ())


def test_a_question_is_put_with_the_answer_that_was_computed():
    told = question_data(asked(), Found())
    assert told == {
        "beat": "01.1",
        "text": "How steep?",
        "kind": "number",
        "answer": -2.04,
        "told": "−2.04",
        "tolerance": 0.1,
    }


def test_what_is_told_of_an_answer_is_always_right():
    assert question_data(asked(decimals=0), Found())["tolerance"] == 0.5


def test_a_question_without_an_answer_is_left_out():
    beat = asked()
    lost = Question("How steep?", "number", "unknown")
    other = Beat("look", 3, "How steep?", asks=lost)
    assert question_data(RenderedBeat(beat.clip, other, 0, 10, 5, ()), Found()) is None
    assert question_data(beat, None) is None


def test_a_length_of_time_is_told_as_iso_has_it():
    assert duration(59.6) == "PT1M0S"
    assert duration(3723) == "PT1H2M3S"


def test_a_formula_is_listed_as_it_is_read():
    assert label_of("x**3 - 3*x") == "x³ − 3·x"


def test_the_package_lists_exactly_its_files(published):
    path = write_package(published, "tiny")
    again = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        root = ET.fromstring(package.read("imsmanifest.xml"))  # noqa: S314 written by us
    space = {"ims": "http://www.imsproject.org/xsd/imscp_rootv1p1p2"}
    listed = {file.get("href") for file in root.iterfind(".//ims:file", space)}
    assert listed == names - {"imsmanifest.xml"}
    assert "tiny/package.html" in listed
    assert "tiny/tiny.mp4" in listed
    assert not any("moving-dot.mp4" in name for name in names)
    assert write_package(published, "tiny").read_bytes() == again
