"""After kill -9 the same command goes on where it was. bench.kills kills more often."""

from pathlib import Path

import pytest

from bench.kills import moments
from tests.harness.desk import Desk
from tests.harness.runs import Bench, frames_of_videos

SECONDS = 1.5
"""About as long as the tiny lesson takes on a machine with nothing else to do."""


@pytest.mark.parametrize("moment", moments(SECONDS, 4))
def test_a_killed_render_goes_on_and_gives_the_undisturbed_frames(
    moment: float, tiny: Desk, desk: Desk
) -> None:
    desk.kill_after(moment)
    assert not desk.faults_after(frames_of_videos(tiny.out))


def test_the_benchmark_sees_a_wrong_frame_and_a_false_blob(tiny: Desk, rendered: Desk) -> None:
    reference = frames_of_videos(tiny.out)
    (rendered.store / "cas" / ("0" * 64)).write_bytes(b"forged")
    faults = rendered.faults_after({**reference, "tiny.mp4": "0" * 64})
    assert faults == [
        "tiny.mp4 has other frames",
        f"blob {'0' * 64} is not what its name says",
    ]


def test_the_moments_of_the_benchmark_are_always_the_same() -> None:
    assert moments(2.0, 20) == moments(2.0, 20)
    assert all(0 < moment < 2 for moment in moments(2.0, 20))


def test_the_benchmark_s_commands_name_their_own_folders() -> None:
    command = Bench(Path("/somewhere")).command("render")
    assert {"/somewhere/out", "/somewhere/store"} <= set(command)
