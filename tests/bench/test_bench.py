"""The bench's own logic: what it counts, compares and shares out. Nothing here is timed."""

import io
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import av
import numpy as np
import pytest

from bench.__main__ import PARTS, chosen, keep
from bench.__main__ import main as bench
from bench.parts.daily import drawn
from bench.parts.equivalence import Likeness, all_scenes, compare, scenes_in
from bench.parts.foreign import differences
from bench.parts.growth import LENGTH, cases, not_flat, write_scenes
from bench.parts.limit import Limit, batches, encode, shares
from bench.tools.commands import (
    Cost,
    Process,
    descendants,
    high_water_mb,
    median,
    run,
    scene_of,
    together,
    too_large,
)
from bench.tools.film import MOST_DIFFERENCE, MOST_PIXELS, Reel, apart, runs
from bench.tools.part import SCENES, Part, Setting
from bench.tools.tables import BLUE, GREY, Panel, bars, ceiling, panels, spread, svg, table
from bench.tools.videos import CAP, is_even, likeness, timestamps
from pipeline.engine.plan.profiles import profile_named
from pipeline.worker.encoder import Encoder

TINY = profile_named("64x36@5")
SHAPE = (36, 64, 4)
SLEEPING = [sys.executable, "-c", "import time; time.sleep(0.7)"]

reads_proc = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of all processes")
"""Elsewhere the bench measures no memory; where it does, nothing is skipped."""


def write_video(path: Path, levels: list[int]) -> Path:
    """Write a grey video with one level for each frame."""
    encoder = Encoder(path, TINY)
    for level in levels:
        encoder.write(np.full(SHAPE, level, dtype=np.uint8))
    encoder.close()
    return path


def picture(level: int, wrong: int = 0, by: int = 0) -> bytes:
    """Return a grey picture of which the first pixels differ."""
    pixels = np.full(SHAPE, level, dtype=np.uint8)
    pixels.reshape(-1, 4)[:wrong, 0] += by
    return pixels.tobytes()


class TestParts:
    def test_without_a_word_every_part_runs_and_the_limit_along_with_the_foreign_scenes(self):
        assert chosen([]) == [name for name in PARTS if name != "limit"]
        assert chosen(["growth", "limit"]) == ["limit", "growth"]

    def test_an_unknown_part_is_refused(self, capsys):
        with pytest.raises(SystemExit):
            bench(["growht"])
        assert "there is no part 'growht'" in capsys.readouterr().err

    def test_rounds_are_three_one_in_quick_or_as_asked(self):
        assert Setting().times() == 3
        assert Setting(quick=True).times() == 1
        assert Setting(quick=True, rounds=5).times() == 5
        assert Setting().times(usual=1) == 1

    def test_what_is_not_as_claimed_is_written_down(self, tmp_path):
        keep("x", Part("page\n", {"a": 1}, {"y": "<svg/>"}, ["too slow"]), Setting(), tmp_path)
        assert "not as claimed: too slow" in (tmp_path / "x.md").read_text()
        assert '"faults": [\n  "too slow"' in (tmp_path / "x.json").read_text()
        assert (tmp_path / "y.svg").read_text() == "<svg/>"


class TestCommands:
    def test_a_command_takes_as_long_as_it_takes(self, tmp_path):
        assert run(SLEEPING, tmp_path).wall >= 0.7

    @reads_proc
    def test_a_child_counts_with_its_own_memory_and_not_with_its_parents(self, tmp_path):
        ballast = np.ones(40_000_000)  # 320 MB, which ru_maxrss would hand on to the child
        took = run(SLEEPING, tmp_path)
        assert ballast.sum() > 0
        assert 1 < took.peak_mb < 150

    def test_a_command_that_fails_ends_the_bench_with_its_log(self, tmp_path):
        with pytest.raises(SystemExit, match="no such thing"):
            run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)

    @reads_proc
    def test_a_process_is_seen_with_what_it_has_started(self):
        words = [sys.executable, "-c", "input()"]
        with subprocess.Popen(words, stdin=subprocess.PIPE) as child:
            seen = dict(descendants(os.getpid()))
            assert {os.getpid(), child.pid} <= seen.keys()
            assert high_water_mb(os.getpid()) > 10
            child.communicate(b"\n")
        assert high_water_mb(child.pid) == 0

    @reads_proc
    def test_a_worker_is_known_by_its_log(self, tmp_path):
        (tmp_path / "logs").mkdir()
        names = {}
        for log in (tmp_path / "logs" / "Secant.1.log", tmp_path / "log"):
            words = [sys.executable, "-c", "input()"]
            with (
                log.open("wb") as file,
                subprocess.Popen(words, stdin=subprocess.PIPE, stderr=file) as child,
            ):
                names[log.name] = scene_of(child.pid)
                child.communicate(b"\n")
        assert names == {"Secant.1.log": "Secant", "log": ""}

    def test_costs_add_up_and_have_a_middle(self):
        costs = [Cost(wall, 10 - wall, (Process("S", 100 * wall),)) for wall in (3, 1, 2)]
        assert together(costs).wall == 6
        assert (median(costs).wall, median(costs).cpu) == (2, 8)
        assert median(costs).peak_mb == 300
        assert costs[0].of("S").peak_mb == 300


class TestVideos:
    def test_frames_at_equal_steps_are_even_and_others_are_not(self):
        assert is_even([0, 2, 4, 6])
        assert not is_even([0, 2, 4, 7])
        assert not is_even([0, 0, 0])

    def test_a_video_is_as_like_itself_as_can_be_and_less_like_another(self, tmp_path):
        one = write_video(tmp_path / "one.mp4", [60, 90, 120])
        other = write_video(tmp_path / "other.mp4", [70, 90, 120])
        assert likeness(one, one) == (CAP, 1.0)
        assert likeness(one, other)[0] < CAP
        assert len(timestamps(one)) == 3

    def test_another_number_of_frames_is_told(self, tmp_path):
        one = write_video(tmp_path / "one.mp4", [60, 90, 120])
        other = write_video(tmp_path / "other.mp4", [60, 90])
        assert differences(one, one, "scene") == []
        assert differences(one, other, "scene") == ["scene: 2 frames, but 3 of stock manim"]


class TestEquivalence:
    def reel(self, frames: list[bytes]) -> io.BytesIO:
        stream = io.BytesIO()
        reel = Reel(stream)
        for data in frames:
            reel.write(np.frombuffer(data, np.uint8).reshape(SHAPE))
        reel.close()
        stream.seek(0)
        return stream

    def test_a_picture_that_stands_is_sent_once(self):
        stream = self.reel([picture(5), picture(5), picture(6)])
        assert list(runs(stream, len(picture(5)))) == [(2, picture(5)), (1, picture(6))]

    def test_a_film_that_breaks_off_is_no_film(self):
        whole = self.reel([picture(5)]).getvalue()
        for end in (0, 2, 100, len(whole) - 1):
            with pytest.raises(EOFError):
                list(runs(io.BytesIO(whole[:end]), len(picture(5))))

    def test_frames_are_compared_however_they_are_grouped(self):
        one = [(3, picture(5)), (1, picture(9))]
        other = [(1, picture(5)), (1, picture(5, 2, 3)), (1, picture(5)), (1, picture(9, 1, 7))]
        found = compare("scene", iter(one), iter(other), SHAPE)
        assert found == Likeness("scene", 4, 2, 2 / (36 * 64), 7)

    def test_a_longer_film_is_another_film(self):
        with pytest.raises(ValueError, match="ends after 1 frames"):
            compare("s", iter([(1, picture(5))]), iter([(2, picture(5))]), SHAPE)

    def test_a_scene_is_as_claimed_up_to_both_bounds(self):
        assert not Likeness("s", 1, 1, MOST_PIXELS, MOST_DIFFERENCE).faults
        assert Likeness("s", 1, 1, MOST_PIXELS * 1.1, 1).faults
        assert Likeness("s", 1, 1, 0.0, MOST_DIFFERENCE + 1).faults

    def test_a_darker_pixel_is_as_far_away_as_a_lighter_one(self):
        dark, light = (np.full(SHAPE, level, dtype=np.uint8) for level in (250, 3))
        assert apart(dark, light) == apart(light, dark) == (1.0, 247)

    def test_the_bench_knows_each_scene_by_name(self):
        assert [scenes_in(SCENES / f"{name}.py") for name in ("morph", "surface")] == [
            ["Morph"],
            ["TangentPlane"],
        ]
        assert len(dict(all_scenes())) == 20


class TestLimit:
    def test_files_are_shared_out_evenly(self):
        files = {Path(name): frames for name, frames in zip("abcde", (5, 4, 3, 3, 3), strict=True)}
        loads = [sum(files[file] for file in share) for share in shares(files, 2)]
        assert sorted(loads) == [8, 10]
        assert len(shares(files, 9)) == 5

    def test_every_frame_is_encoded_again(self, tmp_path):
        video = write_video(tmp_path / "one.mp4", [10 * level for level in range(12)])
        assert [len(batch) for batch in batches(video, 5)] == [5, 5, 2]
        assert encode(video, TINY, tmp_path / "again.mp4") > 0
        assert timestamps(tmp_path / "again.mp4") == timestamps(video)

    def test_its_wall_time_is_spread_over_the_cores(self):
        assert Limit(9.0, 2).wall == 4.5


class TestMemory:
    def test_a_worker_that_holds_too_much_is_told_once_with_the_most_it_held(self):
        rounds = [
            Cost(1, 1, (Process("calm", 349.0), Process("wild", peak), Process("", 900.0)))
            for peak in (360.0, 420.0)
        ]
        (fault,) = too_large(rounds, profile_named("final"))
        assert "wild held 420 MB, and 350" in fault
        assert too_large(rounds, profile_named("uhd")) == []
        assert len(too_large([Cost(1, 1, (Process("huge", 601.0),))], profile_named("uhd"))) == 1

    def test_nothing_is_promised_beyond_the_largest_picture(self):
        huge = Cost(1, 1, (Process("huge", 9000.0),))
        assert too_large([huge], profile_named("7680x4320@30")) == []


class TestGrowth:
    @pytest.mark.parametrize("quick", [True, False])
    def test_each_series_grows(self, quick):
        found = list(cases(quick=quick))
        for series in {case.series for case in found}:
            values = [case.value for case in found if case.series == series]
            assert values == sorted(set(values))
            assert len(values) == 3
        assert [case.seconds for case in found if case.series == LENGTH] == [5, 15, 60]

    def test_a_case_has_a_file_with_its_scenes(self, tmp_path):
        case = list(cases(quick=True))[-2]
        source = write_scenes(case, tmp_path)
        compile(source.read_text(encoding="utf-8"), source, "exec")
        assert set(case.scenes) < {*scenes_in(source), *case.scenes}
        assert source.read_text(encoding="utf-8").count("(Growing):") == case.copies == 2

    def test_memory_that_grows_is_told(self):
        assert not_flat([200, 190, 215]) == []
        assert not_flat([200, 190, 400])


class TestDaily:
    def test_the_clips_that_were_drawn_are_read_from_the_events(self):
        log = 'a warning\n{"event": "started", "clip": "03"}\n{"event": "written", "clip": "04"}\n'
        assert drawn(log) == ["03"]


class TestTables:
    def test_a_table_has_its_heads_a_rule_and_its_rows(self):
        assert table(["a", "b"], [[1, "x"]]) == "| a | b |\n| --- | --- |\n| 1 | x |\n"

    def test_a_spread_names_the_ends_where_there_are_any(self):
        assert spread([2.0]) == "2.0"
        assert spread([3.0, 1.0, 2.0]) == "2.0 (1.0 to 3.0)"

    @pytest.mark.parametrize(("value", "top"), [(0, 1), (0.3, 0.5), (1, 1), (73, 100), (210, 500)])
    def test_an_axis_ends_at_a_round_number(self, value, top):
        assert ceiling(value) == pytest.approx(top)

    def test_plots_are_drawings_and_bars_are_to_one_scale(self):
        parts, end = bars("title", {"a": [(2.0, GREY), (1.0, BLUE)]}, "s")
        drawing = ElementTree.fromstring(svg(640, end, parts))  # noqa: S314 our own words
        ground, long, short = drawing.findall("{*}rect")
        assert float(long.attrib["width"]) == 2 * float(short.attrib["width"])
        curve = Panel("t", "x", [(5, 1), (60, 2)], BLUE)
        assert ElementTree.fromstring(panels([[curve, curve]])).findall("{*}polyline")  # noqa: S314 likewise
        assert ground.attrib["fill"] == "#ffffff"


def test_packets_of_ours_come_at_a_constant_rate(tmp_path):
    video = write_video(tmp_path / "one.mp4", [10, 20, 30, 40])
    assert is_even(timestamps(video))
    with av.open(video) as container:
        assert container.streams.video[0].average_rate == TINY.fps
