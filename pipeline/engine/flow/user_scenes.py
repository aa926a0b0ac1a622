"""From a user's manim files to their videos: list, choose, fingerprint, store, dispatch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.engine.deliver.outputs import Outputs
from pipeline.engine.flow.scene_videos import Shot, shot_of, write_sections, write_video
from pipeline.engine.keys.fingerprint import list_key
from pipeline.engine.keys.reads import Place
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.job import PRELOADED, SCENE, SceneJob
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.plan.user_files import choose_scenes, split_wanted
from pipeline.engine.store.lock import scratch
from pipeline.engine.workers.child import run_child
from pipeline.engine.workers.estimate import Past
from pipeline.engine.workspace.jobs import record_of, take_stored_video, work_through
from pipeline.engine.workspace.known_reads import find_key, keep_reads
from pipeline.engine.workspace.locks import hold_output, hold_store
from pipeline.engine.workspace.machines import Answer, Work
from pipeline.engine.workspace.one_job import draw
from pipeline.engine.workspace.past import past_of
from pipeline.engine.workspace.run import MEDIA, Run
from pipeline.protocol import (
    TASK_FILE,
    VIDEO,
    Listed,
    ListTask,
    encode,
)
from pipeline.types import Event, ExitCode, Failure, Format, UsageError, Video

_LIST = "scenes"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a run did."""

    videos: tuple[Video, ...]
    drawn: int
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        return ExitCode.of(*self.failures)


def render_scenes(
    run: Run,
    wanted: Sequence[str],
    *,
    every: bool = False,
    force: bool = False,
    drawing: str = "auto",
    inputs: Iterable[Path] = (),
    sections: bool = False,
    insists: bool = False,
    kind: Format | None = None,
    transparent: bool = False,
) -> Shown:
    """Draw scenes of ordinary manim files, and keep each as a video of its own.

    Parameters
    ----------
    run
        Where to work. Without an output folder of its own, each file has one.
    wanted
        Files, and the names of scenes in them, as typed; without a name, the only one of each
        file.
    every
        All scenes of every file.
    force
        Draw even what is in the store.
    drawing
        Who draws: ``stock``, ``fast`` or ``auto``.
    inputs
        Files that the scenes read: where one changes, they are drawn again.
    sections
        Write a video of each section as well, and a list of them.
    insists
        The run's profile wins over a size and a rate that a file or a scene sets.
    kind, transparent
        What kind of file each scene becomes, and whether what is not drawn on is seen through;
        ``None`` and ``False`` leave both to the files.

    Raises
    ------
    UsageError
        If that names no scene, or a file cannot be imported.
    """
    files, names = split_wanted(wanted)
    inputs = tuple(sorted(path.resolve() for path in inputs))
    with ExitStack() as stack:
        stack.enter_context(hold_store(run))
        listed = _list_all(run, files, inputs)
        past = past_of(run, SCENE)
        jobs = [
            _with_length(
                SceneJob(
                    file,
                    scene,
                    run.profile,
                    Path.cwd(),
                    drawing,
                    inputs,
                    in_space=listed[file][scene],
                    insists=insists,
                    format=kind,
                    transparent=transparent,
                ),
                past,
            )
            for file, scene in choose_scenes(listed, names, every=every)
        ]
        runs = {job.source: _run_of(run, job) for job in jobs}
        _check_names(jobs, runs)
        for own in {own.folder: own for own in runs.values()}.values():
            stack.enter_context(hold_output(own))
        outputs = {own.folder: Outputs(own.folder) for own in runs.values()}

        sources = SourceFiles()

        def find_shot(job: SceneJob) -> Shot | None:
            return take_stored_video(run, job, shot_of, sources, force=force)

        def draw_shot(watched: Run, job: SceneJob, attempt: int) -> Shot:
            own = replace(watched, out=runs[job.source].out)
            return shot_of(job, draw(own, job, attempt))

        def read_shot(job: SceneJob, answer: Answer) -> Shot:
            return shot_of(job, record_of(run, answer))

        work = Work(draw_shot, "draw", read_shot)
        shots, failures, drawn = work_through(run, jobs, SCENE, find_shot, work.attempt)
        videos = []
        given = {(runs[job.source].folder, job.name.casefold()) for job in jobs}
        for shot in shots:
            folder = outputs[runs[shot.job.source].folder]
            name = _name_of(run, shot, folder.folder, given)
            videos.append(write_video(run, shot, folder, name))
            if sections or shot.keeps_sections:
                write_sections(run, shot, folder, name)
    return Shown(tuple(videos), drawn, tuple(failures))


def _list_all(
    run: Run, files: Sequence[Path], inputs: Sequence[Path]
) -> dict[Path, dict[str, bool]]:
    with ThreadPoolExecutor(run.slots, thread_name_prefix="list") as executor:
        try:
            lists = executor.map(lambda file: list_scenes(run, file, inputs), files)
            return dict(zip(files, lists, strict=True))
        except BaseException:
            run.cancelled.set()  # a file may hang while it is imported
            raise


def list_scenes(run: Run, file: Path, inputs: Iterable[Path]) -> dict[str, bool]:
    """Return a file's scenes by their names, and for each whether it is in space.

    The file is imported, in a process of its own, if it is new.

    Raises
    ------
    UsageError
        If it cannot be imported.
    """
    base, place = list_key(file, inputs), Place(file.parent, Path.cwd())
    key = find_key(run.store, base, place)
    known = run.store.verified_record(key) if key else None
    if known is not None:
        scenes: dict[str, bool] = json.loads(run.store.blob(known.blob).read_bytes())
        return scenes
    with scratch(run.scratch_root) as folder:
        task = ListTask(file, Path.cwd(), run.profile, folder / VIDEO)
        (folder / TASK_FILE).write_bytes(encode(task))
        report = run_child(
            folder / TASK_FILE,
            folder / "log",
            run.limits,
            lambda _: None,
            run.cancelled,
            PRELOADED,
        )
        if not isinstance(report.result, Listed):
            reason = report.reason.removesuffix(" and no video")
            raise UsageError(f"{file.name} cannot be imported: {reason}; mend that first")
        scenes = dict(report.result.scenes)
        kept = folder / _LIST
        kept.write_text(json.dumps(scenes), encoding="utf-8")
        if list_key(file, inputs) == base:
            key = keep_reads(run.store, base, report.result.reads, place, folder)
            run.store.commit(key, kept, {"work": "list", "file": str(file)})
    return scenes


def _run_of(run: Run, job: SceneJob) -> Run:
    """Return the run whose output folder is that of the job's file."""
    folder = MEDIA / "scenes" / job.module / run.profile.name
    return replace(run, out=run.out or folder)


def _check_names(jobs: Iterable[SceneJob], runs: dict[Path, Run]) -> None:
    # Some disks take Wave.mp4 and wave.mp4 for one file.
    seen: dict[str, SceneJob] = {}
    for job in jobs:
        target = str(runs[job.source].folder / job.name).casefold()
        other = seen.get(target)
        if other is not None and other.source == job.source:
            raise UsageError(
                f"the scenes {other.scene} and {job.scene} of {job.source.name} would have one "
                "video on disks that do not tell capitals apart; draw one after the other, with "
                "--out, or give one another name"
            )
        if other is not None:
            raise UsageError(
                f"{job.source.name} and {other.source.name} both have a scene {job.scene}, "
                "and --out would take one video for two; leave --out away, or name one file"
            )
        seen[target] = job


def _name_of(run: Run, shot: Shot, folder: Path, given: set[tuple[Path, str]]) -> str:
    """Return the name that a scene has chosen for its file, unless that is another's already."""
    name = shot.own_name
    if not name or name.casefold() == shot.job.name.casefold():
        return name or shot.job.name
    if (folder, name.casefold()) in given:
        message = f"it asks to be called {name}, as another does; it is called {shot.job.name}"
        run.listen(Event("remark", shot.subject, {"message": message}))
        return shot.job.name
    given.add((folder, name.casefold()))
    return name


def _with_length(job: SceneJob, past: Past) -> SceneJob:
    """Return the job with the number of frames it had last, at any profile."""
    for (file, profile, scene), run in past.runs.items():
        if (file, scene) == (str(job.source), job.scene):
            seconds = run.frames / profile_named(profile).fps
            return replace(job, planned_frames=max(1, round(seconds * job.profile.fps)))
    return job
