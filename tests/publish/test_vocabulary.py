"""The vocabulary that the page carries is mathcore's own, ready for JSON."""

import json
import re

import pytest

from mathcore.formulas.expression import read_function
from mathcore.formulas.vocabulary import CONSTANTS, FUNCTIONS
from mathcore.slopes.panel import LEVEL_BAND
from publish.site.vocabulary import vocabulary


def test_the_vocabulary_survives_json_unchanged():
    assert json.loads(json.dumps(vocabulary())) == vocabulary()


def test_every_name_of_mathcore_is_in_the_vocabulary():
    words = vocabulary()
    assert words["functions"] == list(FUNCTIONS)
    assert words["constants"] == {name: value for name, (value, _) in CONSTANTS.items()}
    assert words["slopes"]["levelBand"] == LEVEL_BAND


def test_a_refusal_of_mathcore_ends_with_the_sentence_of_the_vocabulary():
    with pytest.raises(ValueError, match="not a known name") as refusal:
        read_function("y")
    assert str(refusal.value).endswith(vocabulary()["allowed"])


@pytest.mark.parametrize("text", ["1", "1.5", ".5", "5.", "1e3", "2.5e-3"])
def test_the_pattern_of_numbers_takes_what_mathcore_reads(text):
    assert re.fullmatch(vocabulary()["number"], text)
    assert read_function(text).value(0.0) == float(text)


def test_the_patterns_mean_the_same_in_javascript():
    for key in ("number", "character"):
        pattern = vocabulary()[key]
        # Named groups, possessive signs and Python's own classes are spelled differently there.
        assert "(?" not in pattern
        assert not re.search(r"\\[AZbBsSwW]", pattern)


def test_the_limits_are_those_by_which_mathcore_refuses():
    limits = vocabulary()["limits"]
    for text in (
        "x" * (limits["characters"] + 1),
        "(" * (limits["depth"] + 1) + "x" + ")" * (limits["depth"] + 1),
        f"{limits['number'] * 10:.0f}",
        f"x**{limits['power'] + 1}",
    ):
        with pytest.raises(ValueError, match="allowed are"):
            read_function(text)
    assert read_function(f"x**{limits['power']}").value(1.0) == 1
