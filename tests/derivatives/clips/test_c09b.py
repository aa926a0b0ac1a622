"""Clip 09b prints only what its programs print."""

import numpy as np
import pytest

from lessons.derivatives.c09b import numbers as c09b
from scenes.derivatives.c09b_regression_the_surprise.act4_fixes import fixes
from scenes.derivatives.c09b_regression_the_surprise.props.printing import printed, program

SURPRISE = c09b.compute()
FIXES = fixes(SURPRISE)
FIRST, LOOP, *BODY, LAST = program(SURPRISE)


def output(lines, capsys):
    data = SURPRISE.data
    exec("\n".join(lines), {"x": data.xs, "y": data.ys, "mean": np.mean, "std": np.std})  # noqa: S102 the lesson's own lines
    return capsys.readouterr().out.strip()


def test_the_program_prints_what_surprises(capsys):
    assert output([FIRST, LOOP, *BODY, LAST], capsys) == printed(SURPRISE.printed)


@pytest.mark.parametrize(("code", "at"), [fix[1:] for fix in FIXES], ids=[fix[0] for fix in FIXES])
def test_each_fix_prints_what_its_card_says(code, at, capsys):
    setting, loop, *after = code
    body = BODY
    if "# z for x" in loop:
        body = [line.replace("x", "z") for line in BODY]
    assert output([FIRST, setting, loop, *body, *after, LAST], capsys) == printed(at)
    assert printed(at) == "3.0000x + 2.0000"
