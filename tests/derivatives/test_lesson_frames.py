"""Finished clips, rendered small through the whole engine and compared frame by frame.

``UPDATE_FRAMES=1 python -m pytest tests/derivatives/test_lesson_frames.py`` draws the references
anew. Look at the clips first.
"""

import itertools
import json
import os
from pathlib import Path

import av
import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image

from lessons.library import load_lesson
from pipeline.cli.program import cli

REFERENCES = Path(__file__).parent / "frames"
PROFILE = "320x180@2"
BEATS = {
    "01": ("steps_repeat", "dots_become_a_line", "triangles_nest", "line_turns"),
    "03": (
        "gap_closes_from_the_right",
        "both_sides_meet",
        "band_and_strip",
        "h_is_divided_away",
        "microscope",
        "tangent_meets_again",
    ),
}
MEAN_DIFFERENCE = 1.5  # of 255: fonts are hinted and codecs round a little differently
STRAY_PIXELS = 0.01  # this share may differ by more than …
STRAY_DIFFERENCE = 40  # … this much of 255


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lesson")
    command = ["render", *BEATS, "--profile", PROFILE, "--out", str(folder / "out")]
    result = CliRunner().invoke(cli, [*command, "--store", str(folder / "store")])
    assert result.exit_code == 0, result.output
    return folder / "out"


@pytest.fixture(scope="module")
def last_frames(rendered):
    """Return the last frame of each beat of the stitched lesson, by clip and beat."""
    timeline = json.loads((rendered / "timeline.json").read_text())
    wanted = {
        beat["end_frame"] - 1: (clip["number"], beat["name"])
        for clip in timeline["clips"]
        for beat in clip["beats"]
    }
    with av.open(str(rendered / "derivatives.mp4")) as video:
        return {
            wanted[index]: frame.to_image()
            for index, frame in enumerate(video.decode(video=0))
            if index in wanted
        }


APPROVED = [(number, beat) for number, beats in BEATS.items() for beat in beats]


@pytest.mark.parametrize(("number", "beat"), APPROVED)
def test_a_beat_ends_on_the_picture_that_was_approved(last_frames, number, beat):
    frame = last_frames[number, beat]
    reference = REFERENCES / f"{number}-{beat}.png"
    if os.environ.get("UPDATE_FRAMES"):
        REFERENCES.mkdir(exist_ok=True)
        frame.save(reference, optimize=True)
    assert looks_like(frame, Image.open(reference).convert("RGB"))


def looks_like(frame, approved):
    """Return whether two pictures differ by no more than hinting and encoding explain."""
    difference = np.abs(np.asarray(frame, dtype=float) - np.asarray(approved, dtype=float))
    stray = (difference.max(axis=2) > STRAY_DIFFERENCE).mean()
    return difference.mean() < MEAN_DIFFERENCE and stray < STRAY_PIXELS


def test_the_tolerance_tells_every_two_beats_apart(last_frames):
    for one, other in itertools.combinations(APPROVED, 2):
        assert not looks_like(last_frames[one], last_frames[other]), (one, other)


def test_no_beat_ends_on_an_empty_stage(last_frames):
    for place, frame in last_frames.items():
        pixels = np.asarray(frame, dtype=float)
        assert pixels.std() > 4, place


def test_every_clip_lasts_as_long_as_planned_give_or_take_a_seventh(rendered):
    lesson = load_lesson("derivatives")
    timeline = json.loads((rendered / "timeline.json").read_text())
    for clip in timeline["clips"]:
        measured = clip["end_seconds"] - clip["start_seconds"]
        assert measured == pytest.approx(lesson[clip["number"]].seconds, rel=0.15)
