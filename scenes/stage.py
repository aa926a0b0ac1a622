"""The stage: plays a clip beat by beat from the script and measures when each really happened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from manim import (
    DOWN,
    Animation,
    CairoRenderer,
    FadeIn,
    FadeOut,
    Mobject,
    Scene,
    VGroup,
    VMobject,
    there_and_back,
)

from lessons.library import load_lesson
from lessons.model import Beat, Clip
from lessons.pacing import BeatSpan, beat_end, whole_frames
from lessons.parameters import ClipParameters
from mathcore.timing import hold_for
from scenes import theme
from scenes.act import Act
from scenes.components.motion.sweep import animated
from scenes.components.text.inscription import read_texts
from scenes.components.text.text import Heading, HeadingLines, Words
from scenes.layout import Layout


def _ignore(_beat: Beat) -> None:
    """Do nothing: plain manim plays the clip without a listener."""


@dataclass(frozen=True, slots=True)
class Direction:
    """What one performance adds to the script.

    Parameters
    ----------
    voice_seconds
        Length of the voice by beat name, where there is a voice.
    beats
        Names of the beats to draw; the others are played without drawing. ``None`` draws all.
    on_beat
        Called with each beat when it begins.
    parameters
        What the lecturer changed; ``None`` plays the lesson's own example.
    samples
        How many pictures of each motion to draw, the last one among them; each then stands for as
        many frames as follow it unseen. ``None`` draws all.
    """

    voice_seconds: Mapping[str, float] = field(default_factory=dict)
    beats: Collection[str] | None = None
    on_beat: Callable[[Beat], None] = _ignore
    parameters: ClipParameters | None = None
    samples: int | None = None


class LessonScene(Scene):
    """A clip on stage: one method per beat, played in the script's order.

    A subclass names its lesson and its clip. It has one method for each beat of that clip, or a
    tuple of acts that have them. A beat lasts as ``lessons.pacing`` says; what is left of it after
    its motion is held still. Run times are rounded to whole frames, so that the measured spans are
    exact.
    """

    lesson_name: ClassVar[str]
    clip_number: ClassVar[str]
    acts: ClassVar[tuple[type[Act], ...]] = ()
    """The parts of a long clip, in the order in which they are played."""
    parameters_kind: ClassVar[type[ClipParameters]] = ClipParameters
    """What a lecturer may change in this clip."""
    accepted: ClassVar[Mapping[tuple[str, str], str]] = {}
    """By beat and rule of the check, why what the rule finds there is right all the same."""

    def __init__(
        self,
        renderer: CairoRenderer | None = None,
        direction: Direction | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(renderer=renderer, **kwargs)
        self.direction = direction or Direction()
        self.lesson = load_lesson(self.lesson_name)
        self.parameters: Any = self.direction.parameters or self.parameters_kind()
        self.clip: Clip = self.parameters.apply_to(self.lesson[self.clip_number])
        self.layout = Layout.for_frame()
        self.timeline: tuple[BeatSpan, ...] = ()
        self._act: Act | None = None
        self._shown: dict[tuple[str, str], None] = {}
        self._cue = 0

    def setup(self) -> None:
        """Dress the stage."""
        super().setup()
        camera: Any = self.camera  # manim's type allows an OpenGL camera, which has other names
        camera.background_color = theme.BG
        self.numbers: Any = self.compute_numbers()

    def compute_numbers(self) -> Any:
        """Return every number that the clip may show; none by default."""
        return None

    def construct(self) -> None:
        """Play every beat of the clip, in the script's order."""
        for beat in self.clip.beats:
            self.play_beat(beat)

    @property
    def frame_rate(self) -> float:
        """Frames per second of this performance."""
        return float(self.camera.frame_rate)

    @property
    def frame(self) -> int:
        """The number of the next frame: how many were played so far, drawn or not."""
        return round(self.time * self.frame_rate)

    def play_beat(self, beat: Beat) -> None:
        """Play one beat, hold it to its full length, and note its span."""
        drawn = self.direction.beats is None or beat.name in self.direction.beats
        self.next_section(beat.name, skip_animations=not drawn)
        self.skip_animation_preview = not drawn
        self.direction.on_beat(beat)
        self._shown.clear()
        start = self._cue = self.frame
        self._method(beat.name)()
        still = self.frame
        end = beat_end(
            start=start,
            cue=self._cue,
            still=still,
            seconds=beat.seconds,
            voice=self.direction.voice_seconds.get(beat.name, 0.0),
            spoken=beat.spoken_seconds,
            fps=self.frame_rate,
        )
        self.wait((end - still) / self.frame_rate)
        self.timeline += (BeatSpan(beat.name, start, self._cue, still, end, tuple(self._shown)),)

    def _method(self, beat: str) -> Callable[[], None]:
        """Return what plays a beat: a method of this scene, or of the act that has it.

        Where that is a later act than the one on stage, the acts up to it begin, one after the
        other, each with what the one before hands over.
        """
        if self.acts and self._act is None:
            self._act = self.acts[0](self)
        while self._act is not None and not hasattr(self._act, beat):
            place = self.acts.index(type(self._act)) + 1
            if place == len(self.acts):
                raise AttributeError(f"no act of {type(self).__name__} has a beat {beat!r}")
            self._act = self.acts[place](self, self._act.hand_over())
        method: Callable[[], None] = getattr(self._act or self, beat)
        return method

    def play(self, *args: Any, **kwargs: Any) -> None:
        """Play, and take note of what can be read when the motion has ended."""
        super().play(*args, **kwargs)
        texts = read_texts(self.mobjects)
        self._shown |= {(text.kind, text.says): None for text in texts if not text.scale}

    def remove(self, *mobjects: Mobject) -> Self:
        """Remove mobjects with all their parts, wherever on stage these are now.

        To animate a part of a formula or of a rig, manim takes the whole apart and keeps the pieces
        as mobjects of their own; removing the whole would then leave them standing.
        """
        return super().remove(*(part for mobject in mobjects for part in mobject.get_family()))

    def show_opening(self) -> None:
        """Open the whole lesson with its title, for whom it is made and by whom."""
        heading = Heading(self.lesson.title, size=theme.OPENING_SIZE)
        subtitle = Heading(self.lesson.subtitle, size=theme.TABLE_SIZE)
        origin = f"{self.lesson.author} · {self.lesson.publisher} · {self.lesson.course}"
        below = Words(origin, size=theme.TICK_SIZE, color=theme.MUTED)
        card = VGroup(heading, subtitle, below).arrange(DOWN, buff=theme.CARD_GAP)
        self.layout.safe.place(card)
        self.play(FadeIn(heading, shift=theme.NUDGE_SHIFT * DOWN), FadeIn(subtitle, below))
        self.wait(theme.THINK)
        self._take_off(card)

    def show_title(self) -> None:
        """Open the clip with its title card, then clear the stage for its first picture."""
        heading = HeadingLines(self.clip.title, self.layout.safe.width)
        above = Words(self.lesson.title, size=theme.DIGIT_SIZE)
        below = Words(f"{self.lesson.author} · {self.lesson.course}", size=theme.TICK_SIZE)
        for line in (above, below):
            line.set_color(theme.MUTED)
        card = VGroup(above, heading, below).arrange(DOWN, buff=theme.CARD_GAP)
        self.layout.safe.place(card)
        self.play(FadeIn(above), FadeIn(heading, shift=theme.NUDGE_SHIFT * DOWN), FadeIn(below))
        longest = max((self.clip.title, below.text), key=len)
        self.wait(hold_for(longest) - theme.FADE)  # it can be read while it leaves
        self._take_off(card)

    def _take_off(self, card: VGroup) -> None:
        """Take a title card off; only now may the voice speak.

        Raises
        ------
        RuntimeError
            If this is not the clip's first beat. The keys of stored clips rely on it: the number of
            spoken words counts for the first beat alone.
        """
        if self.timeline:
            raise RuntimeError("a title card stands in the first beat of a clip, and in no other")
        self.play(FadeOut(card, run_time=theme.FADE))
        self._cue = self.frame

    def clear_stage(self, *keep: Mobject, run_time: float = theme.FADE) -> None:
        """Fade out all that is on stage, except ``keep``."""
        leaving = self.all_but(*keep)
        if leaving:
            self.play(*(FadeOut(mobject) for mobject in leaving), run_time=run_time)

    def all_but(self, *keep: Mobject) -> list[Mobject]:
        """Return all that is on stage, except ``keep``."""
        kept = {id(part) for mobject in keep for part in mobject.family_members_with_points()}
        leaving: list[Mobject] = []
        for mobject in self.mobjects:
            parts = mobject.family_members_with_points()
            gone = [part for part in parts if id(part) not in kept]
            # A group that manim once made for an animation may hold some of each.
            leaving += [mobject] if len(gone) == len(parts) else gone
        return leaving

    def point_at(self, *mobjects: VMobject, growth: float = theme.POINT_GROWTH) -> None:
        """Let the eye find something: it swells once and is itself again."""
        self.play(
            *(
                animated(mobject, rate_func=there_and_back, run_time=theme.POINT).scale(growth)
                for mobject in mobjects
            )
        )

    def get_run_time(self, animations: list[Animation]) -> float:
        """Round the length of a play to whole frames, a hair above so that none is lost.

        manim counts the frames of a still wait as ``int(duration / dt)``: without the hair the
        quotient of two floats may fall just below the whole number.
        """
        frames = whole_frames(super().get_run_time(animations), self.frame_rate)
        return frames / self.frame_rate * (1 + 1e-9)

    def get_time_progression(self, run_time: float, *args: Any, **kwargs: Any) -> Any:
        """Step through a moving play in whole frames.

        manim takes ``arange(0, run_time, dt)``, which has one step too many where the quotient
        falls just above a whole number: a quarter of a frame less makes the count certain. A
        skipped play has a single step, its end, and must reach it.
        """
        if not self.renderer.skip_animations:
            run_time -= 0.25 / self.frame_rate
        steps = super().get_time_progression(run_time, *args, **kwargs)
        if self.direction.samples is None or self.renderer.skip_animations:
            return steps
        return self._sampled(steps, self.direction.samples)

    def _sampled(self, steps: Any, count: int) -> Iterator[float]:
        """Yield ``count`` of the steps of a play, the last one among them.

        Each picture but the last is held for the steps that are left out after it, so that the
        frames count as if all had been drawn.
        """
        times = list(steps)
        places = sorted({round(place * (len(times) - 1) / count) for place in range(1, count + 1)})
        renderer: Any = self.renderer
        passed = 0
        for place in places:
            renderer.hold = place + 1 - passed
            passed = place + 1
            yield times[place]
        renderer.hold = 1
