"""The upload of a published folder: planned, shown, asked for, and then done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from pipeline.types import PipelineError, UsageError
from publish.youtube.api_call import BASE
from publish.youtube.calls import Caller, Patience, WebSession
from publish.youtube.handed import HandedVideo
from publish.youtube.ledger import Ledger, UploadRecord
from publish.youtube.quota import cost_of
from publish.youtube.resumable import PIECE, SentSoFar
from publish.youtube.steps import Step, Wishes, call_of, steps_of
from publish.youtube.uploader import Uploader

_LOST = "its views, comments and links are lost"


@dataclass(frozen=True, slots=True)
class UploadPlan:
    """What is to be done for one video.

    Attributes
    ----------
    video, record
        The video, and what is known of it.
    steps
        What is to be done.
    lost
        The records of earlier pictures, which are deleted once this one is there.
    """

    video: HandedVideo
    record: UploadRecord
    steps: tuple[Step, ...]
    lost: tuple[UploadRecord, ...]


@dataclass
class UploadDesk:
    """Where uploads are planned and done.

    Attributes
    ----------
    ledger, wishes
        What remembers, and what is asked for besides.
    open_session
        Signs in, when it is needed for the first time.
    say, confirm
        Told what happens; asked before anything is changed.
    base, patience, piece
        Of ``Caller`` and of ``ResumableUpload``.
    """

    ledger: Ledger
    wishes: Wishes
    open_session: Callable[[], WebSession]
    say: Callable[[str], None]
    confirm: Callable[[str], bool]
    base: str = BASE
    patience: Patience = field(default_factory=Patience)
    piece: int = PIECE

    def show(self, videos: Sequence[HandedVideo]) -> None:
        """Show every call that an upload would send, without sending one."""
        _check_different(videos)
        plans = [self._plan(video) for video in videos]
        for plan in plans:
            for step in plan.steps:
                if step is Step.INSERT and plan.record.session:
                    self.say(f"{step}: goes on with the upload of {plan.record.begun}")
                else:
                    call = call_of(step, plan.video, plan.record, self.wishes)
                    self.say(call.shown(self.base))
                if step is Step.INSERT:
                    size = plan.video.path.stat().st_size
                    self.say(f"then PUT {size:,} bytes to the address that YouTube names")
            for older in plan.lost:
                self.say(call_of(Step.DELETE, plan.video, older, self.wishes).shown(self.base))
        self.say(f"That takes {self._cost(plans)}.")

    def upload(self, videos: Sequence[HandedVideo]) -> None:
        """Do what is missing on YouTube, after asking.

        Raises
        ------
        PipelineError
            If a picture changed and may not be replaced, the user says no, or YouTube refuses.
        """
        _check_different(videos)
        with self.ledger.alone():
            for video in videos:
                self._settle(video)
            plans = [self._plan(video) for video in videos]
            if not any(plan.steps or plan.lost for plan in plans):
                self.say("YouTube has all of this already")
                return
            for plan in plans:
                if plan.steps:
                    self.say(f"{plan.video.name}: {', '.join(plan.steps)}")
                for older in plan.lost:
                    self.say(f"{_address(older)} is deleted then: {_LOST}")
            if not self.confirm(f"This takes {self._cost(plans)}. Go on?"):
                raise PipelineError("nothing was sent to YouTube")
            playlist = ""
            if any(Step.PLAYLIST in plan.steps for plan in plans):
                playlist = self._uploader.playlist_named(self.wishes.playlist)
            for plan in plans:
                self._do(plan, playlist)

    @cached_property
    def _uploader(self) -> Uploader:
        caller = Caller(self.open_session(), self.base, self.patience)
        return Uploader(caller, self.ledger, self.wishes, self._tell, self.piece)

    def _tell(self, done: SentSoFar) -> None:
        self.say(f"  {done}")

    def _settle(self, video: HandedVideo) -> None:
        """Find out what became of unfinished uploads and of videos that were there.

        Raises
        ------
        PipelineError
            If the video was deleted on YouTube and may not be replaced.
        """
        record = self.ledger.read(video.key, video.name)
        for known in (*self.ledger.others(record), record):
            own = known.key == video.key
            if known.session and not known.video and not own:
                self._uploader.settle(known)
            if not known.video or self._uploader.exists(known.video):
                continue
            if own and not self.wishes.replace:
                raise PipelineError(
                    f"{video.name} was deleted on YouTube, where it was {_address(known)}: "
                    "with --replace it is uploaded anew"
                )
            self.say(f"{_address(known)} was deleted on YouTube")
            known.replaced_by = video.key
            self.ledger.write(known)

    def _plan(self, video: HandedVideo) -> UploadPlan:
        record = self.ledger.read(video.key, video.name)
        lost = tuple(older for older in self.ledger.others(record) if older.video)
        if lost and not self.wishes.replace:
            raise PipelineError(
                f"the picture of {video.name} is not that of {_address(lost[0])}, and YouTube "
                f"cannot replace a file: with --replace a new video takes its place, and {_LOST}"
            )
        return UploadPlan(video, record, tuple(steps_of(video, record, self.wishes)), lost)

    def _do(self, plan: UploadPlan, playlist: str) -> None:
        video, record = plan.video, plan.record
        # What is missing is found anew after each step: an upload that went on may have begun with
        # other words than the folder has now.
        while steps := steps_of(video, record, self.wishes):
            self.say(f"{video.name}: {steps[0]}")
            self._uploader.do(steps[0], video, record, playlist)
        for older in plan.lost:
            self._uploader.delete(video, older)
        self.say(f"{video.name}: {_address(record)}")

    @staticmethod
    def _cost(plans: Sequence[UploadPlan]) -> str:
        deleted = [Step.DELETE for plan in plans for _ in plan.lost]
        return str(cost_of([*(step for plan in plans for step in plan.steps), *deleted]))


def publish_time(text: str, privacy: str | None, now: datetime) -> str:
    """Return when a private video becomes public, as YouTube wants it.

    Parameters
    ----------
    text
        A date, or a date and a time, as ISO 8601 has them; without a zone, local time.
    privacy
        What was asked for; only a private video becomes public later.
    now
        The time of day.

    Raises
    ------
    UsageError
        If it cannot be read, is past, or the video is not private until then.
    """
    if privacy not in (None, "private"):
        raise UsageError("--at is for videos that are private until then: leave --privacy out")
    try:
        at = datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        raise UsageError(f"--at {text!r} is no date like 2026-12-24 or 2026-12-24T18:00") from None
    if at <= now:
        raise UsageError(f"--at {text} is past")
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _check_different(videos: Sequence[HandedVideo]) -> None:
    """Refuse the same file twice: there is one video on YouTube for one file."""
    names: dict[str, str] = {}
    for video in videos:
        other = names.setdefault(video.key, video.name)
        if other != video.name:
            raise PipelineError(
                f"{video.name} and {other} are the same video; say --whole or --clips"
            )


def _address(record: UploadRecord) -> str:
    return f"https://youtu.be/{record.video}"
