"""A wish becomes a value of the right kind, or one line of refusal; long: tables of cases."""

import pytest

from lessons.derivatives.c06 import numbers as c06
from lessons.derivatives.c06.parameters import ExplorerParameters
from lessons.derivatives.c07.parameters import DownhillParameters
from lessons.derivatives.c09.parameters import RegressionParameters
from lessons.derivatives.c09.spoken import spoken, spoken_count, spoken_share
from lessons.derivatives.parameters import PARAMETERS
from lessons.library import load_lesson, parameters_of
from lessons.parameters import ParameterError, Typed, limits_of, names_of

LESSON = load_lesson("derivatives")


def refused(kind, **given):
    with pytest.raises(ParameterError) as error:
        kind.read(given)
    line = str(error.value)
    assert "\n" not in line
    return line


def test_what_is_not_asked_for_is_the_lessons_own_example():
    assert ExplorerParameters.read({}) == ExplorerParameters()
    assert ExplorerParameters.read({}).changed() == {}


def test_only_what_differs_from_the_default_counts_as_changed():
    wish = ExplorerParameters.read({"x0": Typed("2.0"), "h": Typed("0.8")})
    assert wish.changed() == {"h": 0.8}


@pytest.mark.parametrize("kind", PARAMETERS)
def test_without_a_wish_every_clip_keeps_its_script(kind):
    for number in kind.clips:
        assert kind().adapt_script(LESSON[number]) == LESSON[number]


@pytest.mark.parametrize("kind", PARAMETERS)
def test_every_parameter_says_what_it_is_for(kind):
    for name in names_of(kind):
        assert limits_of(kind, name).about


def test_a_lesson_without_parameters_has_none():
    assert parameters_of("tests.pipeline.lessons.tiny") == ()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"xo": "1"}, "did you mean 'x0'"),
        ({"x0": "one"}, "must be a number from -1000 to 1000 (lesson coordinates)"),
        ({"x0": True}, "must be a number"),
        ({"x0": "nan"}, "must be a number"),
        ({"x0": 1e9}, "x0 is 1e+09"),
        ({"h": 0}, "no line between them"),
        ({"function": 3}, "as text"),
        ({"function": "x^2"}, "character 2"),
        ({"function": "__import__('os')"}, "character 12"),
        ({"function": "1/x", "x0": 0}, "no value at x0 = 0"),
        ({"function": "log(x)", "x0": -1}, "no value at x0 = -1"),
        ({"function": "sqrt(x)", "x0": 1, "h": -2}, "no value at x0 + h = -1"),
    ],
)
def test_a_wrong_wish_for_the_explorer_is_refused_in_one_line(given, words):
    assert words in refused(ExplorerParameters, **given)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("", "no points"),
        ("1,2\n", "a single point"),
        ("1,2\n1,3\n", "every x is 1"),
        ("x,y\n1,2\n2\n", "row 3: 1 columns"),
        ("1,2\n2,\n", "row 2: y is missing"),
        ("1,2\n2,two\n", "row 2: y is 'two', not a number"),
        ("1,2\nnan,3\n", "row 2: x is 'nan'; it must be finite"),
        ("1,2,3\n", "row 1: 3 columns"),
        ("\n".join(f"{x},{x}" for x in range(501)), "501 points"),
    ],
)
def test_a_wrong_csv_is_refused_with_the_row_and_the_reason(tmp_path, rows, words):
    path = tmp_path / "points.csv"
    path.write_text(rows, encoding="utf-8")
    assert words in refused(RegressionParameters, data=Typed(path))


def test_a_file_that_is_no_csv_is_refused(tmp_path):
    missing = tmp_path / "none.csv"
    assert "there is no such file" in refused(RegressionParameters, data=Typed(missing))
    binary = tmp_path / "picture.png"
    binary.write_bytes(b"\x89PNG\xff\xfe\x00")
    assert "it is not text in UTF-8" in refused(RegressionParameters, data=Typed(binary))


def test_a_csv_may_have_a_line_of_names_blank_lines_and_a_byte_order_mark(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("\ufeffhours, score\r\n1, 5\r\n\r\n2, 8.5\r\n", encoding="utf-8")
    wish = RegressionParameters.read({"data": Typed(path)})
    assert wish.data == ((1.0, 5.0), (2.0, 8.5))


def test_a_toml_file_gives_points_as_pairs_and_names_no_file():
    assert RegressionParameters.read({"data": [[1, 5], [2, 8]]}).data == ((1.0, 5.0), (2.0, 8.0))
    assert "--set data=FILE.csv" in refused(RegressionParameters, data="/etc/passwd")
    assert "row 2" in refused(RegressionParameters, data=[[1, 2], [3]])


def test_what_is_stored_reads_back_as_the_same_wish():
    wish = RegressionParameters.read({"data": [[1, 5], [2, 8]], "epochs": 20})
    assert RegressionParameters.read(wish.changed()) == wish


def narrations(**given):
    return {
        beat.name: beat.narration
        for beat in ExplorerParameters.read(given).adapt_script(LESSON["06"]).beats
    }


def test_the_error_is_called_the_gap_only_where_it_is():
    assert "the error is the gap itself" in LESSON["06"].beats[3].narration
    for formula in ("x**3 - 3*x", "sin(x)", "2*x**2"):
        assert not any("gap itself" in line for line in narrations(function=formula).values())


def test_a_corner_is_said_to_be_a_place_without_a_derivative():
    words = narrations(function="abs(x)", x0=0)
    assert list(words) == ["rows_light_up", "error_shrinks_with_the_gap"]
    assert "no derivative" in words["error_shrinks_with_the_gap"]


def test_both_sides_are_reached_for_only_where_that_helps():
    assert "both_sides_cancel" in narrations(function="sin(x)")
    assert "both_sides_cancel" not in narrations(function="1/x", x0=1)  # the pole is too near


def test_what_the_moving_point_meets_is_named_in_its_order():
    assert (
        "rising, then level, then falling"
        in narrations(function="sin(x)")["point_moves_columns_switch"]
    )
    assert (
        "now walk to the right: rising. "
        in narrations(function="exp(x)")["point_moves_columns_switch"].lower()
    )


def test_what_the_script_says_of_the_picture_is_not_said_of_another_example():
    clip = LESSON["06"]
    assert ExplorerParameters().apply_to(clip) == clip
    assert not any(beat.shows for beat in ExplorerParameters(x0=1.0).apply_to(clip).beats)


@pytest.mark.parametrize("formula", ["sin(x)", "exp(x)", "1/(x+1)", "sqrt(x)", "3*x+1", "x**3"])
def test_adapted_narrations_can_be_spoken_in_their_beats(formula):
    # The model refuses a beat with too many words for its seconds.
    assert narrations(function=formula, h=0.5)


NOISY = [[x, 1.7 * x - 4 + (0.8 if x % 2 else -0.8)] for x in range(11)]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"alpha": 1}, "choose 0.076 or less"),
        ({"alpha": 1e-8}, "nothing moves"),
        ({"data": [[0, 0], [1, 0]]}, "nothing to learn"),
        ({"data": [[2000, 1], [5000, 2]]}, "another unit"),
        ({"data": [[0.001, 1], [0.002, 2]]}, "another unit"),
        ({"data": [[900, 1], [900.2, 2]]}, "subtract 900.1"),
        ({"data": [[1, 1], [1.01, 2]]}, "spreads over 0.01 only"),
    ],
)
def test_a_wrong_wish_for_the_regression_is_refused_in_one_line(given, words):
    assert words in refused(RegressionParameters, **given)


@pytest.mark.parametrize(
    ("given", "outcome", "left_out"),
    [
        ({"data": NOISY}, "slow", set()),
        ({"alpha": 0.08, "epochs": 1000}, "settled", {"misses_magnified"}),
        (
            {"alpha": 0.09},
            "diverges",
            {"misses_magnified", "two_speeds", "counter_spins"},
        ),
        ({"alpha": 1e-5}, "hopeless", {"misses_magnified"}),
    ],
)
def test_the_surprise_says_what_is_true_for_its_numbers(given, outcome, left_out):
    wish = RegressionParameters.read(given)
    script = LESSON["09b"]
    adapted = wish.adapt_script(script)
    assert wish.surprise.outcome == outcome
    assert {beat.name for beat in script.beats} - {beat.name for beat in adapted.beats} == left_out
    assert all(wish.surprise.needed_by_dial[dial] for dial in wish.surprise.dials[1:])


def test_noise_leaves_a_loss_and_other_words():
    wish = RegressionParameters.read({"data": NOISY})
    said = {beat.name: beat.narration for beat in wish.adapt_script(LESSON["09a"]).beats}
    assert wish.machine.truth is None
    assert wish.machine.least > 0
    assert said["line_on_two_dials"].startswith("Eleven points")
    assert "minus one hundred and ninety-five" not in " ".join(said.values())
    printed = {beat.name: beat.narration for beat in wish.adapt_script(LESSON["09b"]).beats}
    assert "three and two" not in printed["guess_the_print"]


def test_a_step_that_is_too_long_is_said_to_be():
    said = {
        beat.name: beat.narration
        for beat in RegressionParameters.read({"alpha": 0.09}).adapt_script(LESSON["09a"]).beats
    }
    assert "does not fall" in said["first_step"]
    assert "times as large" in said["ten_steps"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2949, "two thousand nine hundred and forty-nine"),
        (205, "two hundred and five"),
        (1000, "one thousand"),
        (20, "twenty"),
        (1_000_001, "one million and one"),
    ],
)
def test_whole_numbers_are_spoken(number, words):
    assert spoken_count(number) == words


def test_other_numbers_are_spoken_with_the_digits_that_count():
    assert spoken(3.0553, 4) == "three point oh five five"
    assert spoken(-78) == "minus seventy-eight"
    assert spoken(0.0845) == "zero point oh eight four five"
    assert spoken(123456) == "one hundred and twenty-three thousand"
    assert spoken_share(0.99662) == "ninety-nine point seven per cent"
    assert spoken_share(0.763) == "seventy-six per cent"


def downhill_beats(**given):
    return DownhillParameters.read(given).adapt_script(LESSON["07"]).beats


QUARTIC = {"function": "x**4/4 - x**2 + x/4", "start": 2}


@pytest.mark.parametrize(
    ("alpha", "words"),
    [
        (0.2, "the same share"),
        (0.5, "lands at the bottom at once"),
        (0.9, "it settles"),
        (1.0, "for ever"),
        (1.05, "farther away than before"),
        (10, "farther away than before"),
    ],
)
def test_another_dial_on_the_lessons_hill_keeps_every_beat_and_tells_what_it_does(alpha, words):
    beats = downhill_beats(alpha=alpha)
    assert [beat.name for beat in beats] == [beat.name for beat in LESSON["07"].beats]
    changed = [b for b, was in zip(beats, LESSON["07"].beats, strict=True) if b != was]
    assert [beat.name for beat in changed] == ["distance_shrinks_by_a_fifth"]
    assert words in changed[0].narration


def test_another_start_keeps_eighty_per_cent():
    assert downhill_beats(start=-3) == LESSON["07"].beats


def test_what_holds_for_parabolas_alone_is_left_out_elsewhere():
    names = {beat.name for beat in downhill_beats(**QUARTIC)}
    assert not names & {"square_plus_one", "five_dials", "safe_factors"}
    assert {"slope_vanishes_at_two", "slope_is_a_compass", "step_too_long"} <= names


def test_a_dial_too_large_for_a_curve_is_said_to_be():
    said = {beat.name: beat.narration for beat in downhill_beats(**QUARTIC, alpha=1.05)}
    assert "higher than they began" in said["distance_shrinks_by_a_fifth"]
    said = {beat.name: beat.narration for beat in downhill_beats(**QUARTIC, alpha=0.1)}
    assert "levels out" in said["distance_shrinks_by_a_fifth"]


def test_without_a_lowest_point_no_beat_speaks_of_one():
    beats = downhill_beats(function="-x**2", start=1, steps=50)
    said = {beat.name: beat.narration for beat in beats}
    assert not said.keys() & {"slope_vanishes_at_two", "slope_is_a_compass", "step_too_long"}
    assert "no bottom in sight" in said["distance_shrinks_by_a_fifth"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"function": "x^2"}, "character 2"),
        ({"function": "abs(x)", "start": 0}, "no slope at start = 0"),
        ({"function": "log(x)", "start": 0.5}, "where step 2 lands"),
        ({"function": "x**2", "start": 0}, "is level at start = 0"),
        ({"function": "x**9", "start": 10}, "up to 1e+06"),
        ({"alpha": 1e-6}, "too little to be seen"),
        ({"function": "x**4", "start": 20, "alpha": 1000}, "in one step"),
    ],
)
def test_a_descent_that_cannot_be_shown_is_refused_in_one_line(given, words):
    assert words in refused(DownhillParameters, **given)


def test_only_the_lessons_own_function_at_its_own_point_counts_as_the_default():
    assert c06.compute(h=0.5).is_default
    assert not c06.compute("x**2 + 3*x").is_default  # its error is the gap too, but it is not x²
    assert not c06.compute("x**2", 1.2).is_default


def test_a_function_with_irrational_coefficients_still_meets_its_level_points():
    states = [reading.state for reading in c06.compute("sqrt(2)*x**3 - x", 1.0, 0.5).sweep]
    assert "level" in states
