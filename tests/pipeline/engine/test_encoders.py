"""The encoder's settings are those that were measured, and what was measured adds up."""

from pathlib import Path

import numpy as np
import pytest

from bench.parts.encoders import SETTINGS, Result, against, cut, encode_all, like, table
from pipeline.engine.plan.profiles import PROFILES, profile_named
from pipeline.machine.videos import measure_video
from pipeline.types import Profile
from pipeline.worker.encoder import Encoder

SMALL = profile_named("64x36@5")
LOSSLESS = like(SMALL, {"preset": "ultrafast", "qp": "0", "bf": "0", "threads": "1"})


@pytest.fixture
def true(tmp_path: Path) -> Path:
    """Ten frames of noise, kept without loss."""
    path, lots = tmp_path / "true.mp4", np.random.default_rng(0)
    encoder = Encoder(path, LOSSLESS)
    for _ in range(10):
        encoder.write(lots.integers(0, 256, (36, 64, 4), np.uint8))
    encoder.close()
    return path


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_the_settings_of_every_profile_are_among_those_measured(profile: Profile) -> None:
    assert profile.encoder in SETTINGS.values()


def test_ours_is_told_relative_to_stock() -> None:
    ratio = against(Result(2.0, 100, 40.0, 0.99), Result(1.0, 150, 41.0, 0.995))
    assert (ratio.seconds, ratio.size, ratio.psnr) == (0.5, 1.5, 1.0)
    assert ratio.error == pytest.approx(0.5)


def test_the_table_tells_the_middle_and_the_worst() -> None:
    stock = Result(1.0, 100, 40.0, 0.9)
    sizes = (110, 120, 190)
    rows = [{"": stock, **dict.fromkeys(SETTINGS, Result(0.5, s, 39.0, 0.95))} for s in sizes]
    last = table(rows).splitlines()[-1]
    assert last.endswith("| 0.50 | 1.20 | 1.90 | 0.50 | 0.50 | -1.0 | -1.0 |")


def test_every_setting_encodes_every_frame(true: Path, tmp_path: Path) -> None:
    folder = tmp_path / "encoded"
    folder.mkdir()
    results = encode_all(true, folder, SMALL)
    assert results.keys() == {"", *SETTINGS}
    assert all(measure_video(path).frames == 10 for path in folder.iterdir())
    assert all(0 < result.ssim < 1 and result.size > 0 for result in results.values())


def test_the_first_frames_are_cut_off_as_they_are(true: Path, tmp_path: Path) -> None:
    short = tmp_path / "short.mp4"
    cut(true, short, 4)
    assert measure_video(short).frames == 4
