import itertools

import pytest
from manim import Circle, FadeIn, FadeOut, VGroup, tempconfig

from lessons.model import Beat, Clip
from lessons.pacing import BeatSpan
from scenes import theme
from scenes.act import Act
from scenes.components.motion.sweep import Sweep, between
from scenes.stage import Direction, LessonScene

CLIP = Clip(
    "99",
    "test",
    "Test",
    "Test",
    (
        Beat("short_motion", 2.0, "One two three."),
        Beat("long_motion", 1.0, "Four five."),
        Beat("no_motion", 1.5, "Six."),
    ),
)


class Stage(LessonScene):
    lesson_name = "derivatives"
    clip_number = "01"

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.clip = CLIP
        self.called = []

    def short_motion(self):
        self.called.append("short_motion")
        self.circle = Circle()
        self.play(FadeIn(self.circle), run_time=0.5)

    def long_motion(self):
        self.called.append("long_motion")
        self.play(FadeOut(self.circle), run_time=1.75)

    def no_motion(self):
        self.called.append("no_motion")


def perform(fps=5, **direction):
    with tempconfig({"frame_rate": fps}):
        stage = Stage(direction=Direction(**direction))
        stage.render()
    return stage


def lengths(stage, fps):
    return {span.name: (span.end - span.start) / fps for span in stage.timeline}


class TestBeats:
    def test_they_are_played_in_the_scripts_order(self):
        assert perform().called == [beat.name for beat in CLIP.beats]

    def test_they_follow_each_other_without_a_gap(self):
        spans = perform().timeline
        assert spans[0].start == 0
        assert all(a.end == b.start for a, b in itertools.pairwise(spans))

    @pytest.mark.parametrize("fps", [5, 15, 30, 60])
    def test_a_short_one_is_held_to_its_planned_length_at_every_frame_rate(self, fps):
        assert lengths(perform(fps), fps)["short_motion"] == pytest.approx(2.0)

    def test_one_whose_motion_is_longer_than_planned_ends_with_a_breath(self):
        stage = perform(60)
        span = stage.timeline[1]
        assert (span.end - span.still) / 60 == pytest.approx(theme.BREATH, abs=1 / 60)
        assert (span.still - span.start) / 60 == pytest.approx(1.75, abs=1 / 60)

    def test_a_long_voice_holds_the_picture_and_leaves_a_breath(self):
        stage = perform(60, voice_seconds={"short_motion": 3.0})
        assert lengths(stage, 60)["short_motion"] == pytest.approx(3.0 + theme.BREATH, abs=1 / 60)

    def test_the_timeline_counts_the_frames_that_were_made(self):
        stage = perform(15)
        assert stage.timeline[-1].end == stage.frame == round(stage.time * 15)

    def test_skipping_beats_changes_no_span(self):
        assert perform(15).timeline == perform(15, beats=["no_motion"]).timeline

    def test_a_listener_hears_each_beat_begin(self):
        heard = []
        perform(on_beat=lambda beat: heard.append(beat.name))
        assert heard == [beat.name for beat in CLIP.beats]


class TestStage:
    def test_removing_a_group_removes_its_parts_wherever_they_are(self):
        stage = Stage()
        pair = VGroup(Circle(), Circle())
        stage.add(pair)
        stage.add(VGroup(pair[0]))
        stage.remove(pair)
        assert not any(mobject.has_points() for mobject in stage.get_mobject_family_members())

    def test_clearing_keeps_what_is_to_stay(self):
        class Clearing(Stage):
            def construct(self):
                self.kept, self.gone = Circle(), Circle()
                self.add(self.kept, self.gone)
                self.clear_stage(self.kept)

        stage = Clearing()
        stage.render()
        assert stage.mobjects == [stage.kept]

    def test_clearing_keeps_a_part_that_shares_a_group_with_what_goes(self):
        class Clearing(Stage):
            def construct(self):
                self.kept, self.gone = Circle(), Circle()
                self.add(VGroup(self.kept, self.gone))
                self.clear_stage(self.kept)

        stage = Clearing()
        stage.render()
        assert stage.mobjects == [stage.kept]

    def test_pointing_leaves_everything_as_it_was(self):
        class Pointing(Stage):
            def construct(self):
                self.circle = Circle()
                self.add(self.circle)
                self.point_at(self.circle)

        stage = Pointing()
        stage.render()
        assert stage.circle.width == pytest.approx(2.0, abs=1e-3)

    def test_a_sweep_drives_its_rig_through_the_whole_way_and_adds_nothing(self):
        class Sweeping(Stage):
            def construct(self):
                self.circle, self.seen = Circle(), []
                self.add(self.circle)
                self.play(Sweep(self.seen.append, between(0.0, 1.0), self.circle, run_time=1.0))

        stage = Sweeping()
        stage.render()
        assert stage.seen[0] == 0.0
        assert stage.seen[-1] == 1.0
        assert stage.mobjects == [stage.circle]

    def test_manim_still_has_what_the_stage_overrides(self):
        for name in ("get_run_time", "get_time_progression", "remove", "next_section"):
            assert callable(getattr(super(LessonScene, Stage()), name))


class TestActs:
    class First(Act):
        def one(self):
            self.scene.log.append("one")

        def hand_over(self):
            return "left by the first"

    class Second(Act):
        before: str

        def two(self):
            self.scene.log.append(f"two, {self.before}")

    def scene(self):
        made = Stage(skip_animations=True)
        made.setup()
        made.acts, made.log = (self.First, self.Second), []
        return made

    def test_an_act_is_handed_what_the_one_before_has_left(self):
        scene = self.scene()
        scene._method("one")()
        scene._method("two")()
        assert scene.log == ["one", "two, left by the first"]

    def test_an_act_whose_beats_are_left_out_hands_over_all_the_same(self):
        scene = self.scene()
        scene._method("two")()
        assert scene.log == ["two, left by the first"]

    def test_a_beat_that_no_act_has_is_named(self):
        with pytest.raises(AttributeError, match="no act of Stage has a beat 'three'"):
            self.scene()._method("three")


def test_a_title_card_after_the_first_beat_is_refused():
    scene = Stage(skip_animations=True)
    scene.timeline = (BeatSpan("before", 0, 0, 1, 2),)
    with pytest.raises(RuntimeError, match="first beat"):
        scene.show_title()
