"""From somebody's manim files to their videos: list, choose, fingerprint, store, dispatch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.child import run_child
from pipeline.estimate import Past
from pipeline.files import choose_scenes, split_words
from pipeline.fingerprint import digest, list_key
from pipeline.flow.jobs import keep_video, past_of, recall_video, work_through
from pipeline.flow.workshop import MEDIA, VIDEO, Workshop
from pipeline.job import PLAYERS, SCENE, SceneJob, profile_spec
from pipeline.lock import scratch
from pipeline.outputs import Outputs
from pipeline.profiles import profile_named
from pipeline.stitch import CONTAINER, Part, stitch
from pipeline.store.cas import Record
from pipeline.types import ExitCode, Failure, Json, Subject, UsageError, Video

_LIST = "scenes"


@dataclass(frozen=True, slots=True)
class Shot:
    """A scene's video in the store: verified and whole."""

    job: SceneJob
    blob: str
    frames: int

    @property
    def subject(self) -> Subject:
        """The scene."""
        return self.job.subject


@dataclass(frozen=True, slots=True)
class Shown:
    """What a run did."""

    videos: tuple[Video, ...]
    drawn: int
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        return ExitCode.FAILED if self.failures else ExitCode.OK


def render_scenes(
    shop: Workshop,
    words: Sequence[str],
    *,
    every: bool = False,
    force: bool = False,
    drawing: str = "auto",
    inputs: Iterable[Path] = (),
) -> Shown:
    """Draw scenes of ordinary manim files, and keep each as a video of its own.

    Parameters
    ----------
    shop
        Where to work. Without an output folder of its own, each file has one.
    words
        Files, and the names of scenes in them; without a name, the only one of each file.
    every
        All scenes of every file.
    force
        Draw even what is in the store.
    drawing
        Who draws: ``stock``, ``fast`` or ``auto``.
    inputs
        Files that the scenes read: where one changes, they are drawn again.

    Raises
    ------
    UsageError
        If that names no scene, or a file cannot be imported.
    """
    files, names = split_words(words)
    inputs = tuple(sorted(path.resolve() for path in inputs))
    with ExitStack() as stack:
        stack.enter_context(shop.visited())
        listed = _list_all(shop, files, inputs)
        past = past_of(shop, SCENE)
        jobs = [
            _with_length(
                SceneJob(
                    file,
                    scene,
                    shop.profile,
                    Path.cwd(),
                    drawing,
                    inputs,
                    in_space=listed[file][scene],
                ),
                past,
            )
            for file, scene in choose_scenes(listed, names, every=every)
        ]
        shops = {job.source: _shop_of(shop, job) for job in jobs}
        _check_names(jobs, shops)
        for own in {own.folder: own for own in shops.values()}.values():
            stack.enter_context(own.opened())
        outputs = {own.folder: Outputs(own.folder) for own in shops.values()}

        def recall(job: SceneJob) -> Shot | None:
            return recall_video(shop, job, _shot, force=force)

        def draw(watched: Workshop, job: SceneJob, attempt: int) -> Shot:
            own = replace(watched, out=shops[job.source].out)
            return _shot(job, own.draw(job, attempt))

        shots, failures, drawn = work_through(shop, jobs, SCENE, recall, draw)
        videos = [_write(shop, shot, outputs[shops[shot.job.source].folder]) for shot in shots]
    return Shown(tuple(videos), drawn, tuple(failures))


def _list_all(
    shop: Workshop, files: Sequence[Path], inputs: Sequence[Path]
) -> dict[Path, dict[str, bool]]:
    with ThreadPoolExecutor(shop.slots, thread_name_prefix="list") as executor:
        try:
            lists = executor.map(lambda file: list_scenes(shop, file, inputs), files)
            return dict(zip(files, lists, strict=True))
        except BaseException:
            shop.cancelled.set()  # a file may hang while it is imported
            raise


def list_scenes(shop: Workshop, file: Path, inputs: Iterable[Path]) -> dict[str, bool]:
    """Return a file's scenes by their names, and for each whether it is in space.

    The file is imported, in a process of its own, if it is new.

    Raises
    ------
    UsageError
        If it cannot be imported.
    """
    key = list_key(file, inputs)
    known = shop.store.lookup(key)
    if known is not None:
        scenes: dict[str, bool] = json.loads(shop.store.blob(known.blob).read_bytes())
        return scenes
    with scratch(shop.store_root.resolve() / "scratch") as folder:
        spec: Json = {
            "work": "list",
            "source": str(file),
            "place": str(Path.cwd()),
            "profile": profile_spec(shop.profile),
            "output": str(folder / VIDEO),
        }
        (folder / "spec.json").write_text(json.dumps(spec), encoding="utf-8")
        report = run_child(
            folder / "spec.json",
            folder / "log",
            shop.limits,
            lambda _: None,
            shop.cancelled,
            PLAYERS,
        )
        if report.result is None:
            reason = report.reason.removesuffix(" and no video")
            raise UsageError(f"{file.name} cannot be imported: {reason}; mend that first")
        scenes = report.result["scenes"]
        kept = folder / _LIST
        kept.write_text(json.dumps(scenes), encoding="utf-8")
        if list_key(file, inputs) == key:
            shop.store.commit(key, kept, {"work": "list", "file": str(file)})
    return scenes


def _shop_of(shop: Workshop, job: SceneJob) -> Workshop:
    """Return the workshop whose output folder is that of the job's file."""
    folder = MEDIA / "scenes" / job.module / shop.profile.name
    return replace(shop, out=shop.out or folder)


def _check_names(jobs: Iterable[SceneJob], shops: dict[Path, Workshop]) -> None:
    seen: dict[Path, SceneJob] = {}
    for job in jobs:
        target = shops[job.source].folder / job.name
        if target in seen:
            raise UsageError(
                f"{job.source.name} and {seen[target].source.name} both have a scene {job.scene}, "
                "and --out would take one video for two; leave --out away, or name one file"
            )
        seen[target] = job


def _with_length(job: SceneJob, past: Past) -> SceneJob:
    """Return the job with the number of frames it had before, at any profile."""
    seconds = [
        run.frames / profile_named(profile).fps
        for (file, profile, scene), run in past.runs.items()
        if (file, scene) == (str(job.source), job.scene)
    ]
    if not seconds:
        return job
    return replace(job, planned_frames=max(1, round(seconds[-1] * job.profile.fps)))


def _shot(job: SceneJob, record: Record) -> Shot:
    return Shot(job, record.blob, record.body["frames"])


def _write(shop: Workshop, shot: Shot, outputs: Outputs) -> Video:
    tags = {"title": shot.job.scene}
    made_from = digest({"parts": [shot.blob], "tags": tags, "container": CONTAINER})

    def make(path: Path) -> Video:
        return stitch([Part(shop.store.blob(shot.blob), shot.frames)], path, (), tags, "und")

    return keep_video(shop, outputs, f"{shot.job.name}.mp4", made_from, make)
