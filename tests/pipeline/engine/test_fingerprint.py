"""The key holds what decides a clip's frames, and nothing else; long: tables of changes."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.model import Beat
from pipeline.engine.keys import fingerprint
from pipeline.engine.keys.differences import differences
from pipeline.engine.keys.fingerprint import digest, review_key, take_fingerprint
from pipeline.engine.keys.sources import source_closure
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.profiles import profile_named
from pipeline.types import Speech
from tests.harness.desk import Desk, edit
from tests.pipeline.lessons.tiny.lesson import LESSON

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def job_for(root: Path, module: str) -> LessonJob:
    """Return a job whose scene lies below ``root``."""
    source = root.joinpath(*module.split(".")).with_suffix(".py")
    return LessonJob("lesson", LESSON, LESSON["01"], module, source, root, profile_named("64x36@5"))


BLOCKS = (
    "looped",
    "unlooped",
    "tried",
    "caught",
    "passed",
    "closed",
    "matched",
    "otherwise",
)


@pytest.fixture
def job(tmp_path: Path) -> LessonJob:
    """Return a job whose scene imports in every way there is."""
    sources = {
        "clips/__init__.py": "",
        "clips/scene.py": """
            import clips.plain
            from clips import submodule
            from clips.named import thing
            from . import beside
            from .inner import deep
            from clips.renamed import thing as other
            def beat():
                import clips.late
                from clips.inner.sibling import x
            if False:
                import clips.never
        """,
        "clips/beside.py": """
            class Deep:
                async def method(self):
                    for _ in ():
                        with open(__file__):
                            import clips.blocks.looped
                    else:
                        import clips.blocks.unlooped
            try:
                import clips.blocks.tried
            except ImportError:
                import clips.blocks.caught
            else:
                import clips.blocks.passed
            finally:
                import clips.blocks.closed
            match 1:
                case 1:
                    import clips.blocks.matched
            if True:
                pass
            elif True:
                import clips.blocks.otherwise
        """,
        "clips/blocks/__init__.py": "",
        **{f"clips/blocks/{name}.py": "" for name in BLOCKS},
        "clips/plain.py": "import clips.chained",
        "clips/chained.py": "import clips.plain",
        "clips/submodule.py": "",
        "clips/named.py": "thing = 1",
        "clips/renamed.py": "thing = 1",
        "clips/inner/__init__.py": "from .. import above",
        "clips/inner/deep.py": "from ..above import thing\nfrom .sibling import x",
        "clips/inner/sibling.py": "x = 1",
        "clips/above.py": "thing = 1",
        "clips/late.py": "",
        "clips/never.py": "",
        "clips/stranger.py": "# no file imports this",
        "elsewhere/__init__.py": "",
    }
    for name, text in sources.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            "\n".join(line[12:] if line[:12].isspace() else line for line in text.splitlines())
        )
    return job_for(tmp_path, "clips.scene")


def closure(job: LessonJob) -> set[str]:
    return {path.relative_to(job.root).as_posix() for path in source_closure(job)}


def test_the_closure_follows_every_kind_of_import(job: LessonJob) -> None:
    assert closure(job) == {
        "clips/__init__.py",
        "clips/scene.py",
        "clips/plain.py",
        "clips/chained.py",
        "clips/submodule.py",
        "clips/named.py",
        "clips/renamed.py",
        "clips/beside.py",
        "clips/inner/__init__.py",
        "clips/inner/deep.py",
        "clips/inner/sibling.py",
        "clips/above.py",
        "clips/late.py",
        "clips/never.py",
        "clips/blocks/__init__.py",
        *(f"clips/blocks/{name}.py" for name in BLOCKS),
    }


def test_the_closure_holds_all_that_a_real_scene_loads(tiny: Desk) -> None:
    scene = "tests.pipeline.lessons.tiny.scenes.c01_moving_dot"
    program = (
        f"import sys, {scene}; print(*(m.__file__ for m in list(sys.modules.values()) "
        "if getattr(m, '__file__', None)), sep='\\n')"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tiny.project,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    loaded = {Path(line) for line in told.splitlines()}
    ours = {path for path in loaded if path.is_relative_to(tiny.project)}
    seen = {
        tiny.project / name
        for name in take_fingerprint(job_for(tiny.project, scene)).ingredients["sources"]
    }
    assert len(ours) > 5
    assert ours <= seen


def test_a_change_in_any_imported_file_changes_the_key(job: LessonJob) -> None:
    keys = {take_fingerprint(job).key}
    for name in sorted(closure(job)):
        path = job.root / name
        path.write_text(f"{path.read_text()}\n# a comment")
        keys.add(take_fingerprint(job).key)
    assert len(keys) == len(closure(job)) + 1


def test_a_change_in_a_file_that_is_not_imported_changes_nothing(job: LessonJob) -> None:
    before = take_fingerprint(job)
    (job.root / "clips/stranger.py").write_text("x = 2")
    assert take_fingerprint(job) == before


def test_the_key_is_the_same_in_every_checkout(job: LessonJob, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    (tmp_path / "clips").rename(moved / "clips")
    before_move = job_for(moved, "clips.scene")
    key = take_fingerprint(before_move).key
    (moved / "clips").rename(tmp_path / "clips")
    assert take_fingerprint(job).key == key


def test_data_beside_a_scene_is_part_of_the_key(job: LessonJob) -> None:
    before = take_fingerprint(job)
    for folder in ("assets", "fonts"):
        data = job.root / "clips" / folder / "deep" / "file.bin"
        data.parent.mkdir(parents=True)
        data.write_bytes(b"1")
        after = take_fingerprint(job)
        assert differences(before.ingredients, after.ingredients) == [
            f"{folder}: clips/{folder}/deep/file.bin is new"
        ]
        before = after


def with_beat(job: LessonJob, **changes: Any) -> LessonJob:
    first, *rest = job.clip.beats
    return replace(job, clip=replace(job.clip, beats=(replace(first, **changes), *rest)))


def with_later_beat(job: LessonJob, **changes: Any) -> LessonJob:
    """Return the same job with another second beat."""
    first, second, *others = job.clip.beats
    beats = (first, replace(second, **changes), *others)
    return replace(job, clip=replace(job.clip, beats=beats))


def with_profile(job: LessonJob, **changes: Any) -> LessonJob:
    return replace(job, profile=replace(job.profile, **changes))


CHANGES: dict[str, Callable[[LessonJob], LessonJob]] = {
    "one word more in the first beat": lambda job: with_beat(
        job, narration="A dot appears.", seconds=1.2
    ),
    "a beat's length": lambda job: with_beat(job, seconds=1.5),
    "a beat's name": lambda job: with_beat(job, name="other"),
    "one beat more": lambda job: replace(
        job, clip=replace(job.clip, beats=(*job.clip.beats, Beat("more", 1.0, "More.")))
    ),
    "the order of beats": lambda job: replace(
        job, clip=replace(job.clip, beats=job.clip.beats[::-1])
    ),
    "the clip's title": lambda job: replace(job, clip=replace(job.clip, title="Another")),
    "the scene class": lambda job: replace(job, clip=replace(job.clip, scene="Another")),
    "the lesson's title": lambda job: replace(job, lesson=replace(LESSON, title="Another")),
    "the author": lambda job: replace(job, lesson=replace(LESSON, author="B. Teacher")),
    "a voice": lambda job: replace(job, speeches={"appear": Speech("0" * 64, 2.0)}),
    "a parameter": lambda job: replace(job, parameters={"alpha": 0.1}),
    "the theme": lambda job: replace(job, theme="light"),
    "the size": lambda job: with_profile(job, width=66),
    "the rate": lambda job: with_profile(job, fps=6),
    "the encoder": lambda job: with_profile(job, encoder={**job.profile.encoder, "crf": "24"}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_a_frame_may_depend_on_is_in_the_key(what: str, job: LessonJob) -> None:
    before, after = take_fingerprint(job), take_fingerprint(CHANGES[what](job))
    assert after.key != before.key
    assert differences(before.ingredients, after.ingredients)


UNSEEN: dict[str, Callable[[LessonJob], LessonJob]] = {
    "a comma": lambda job: with_beat(job, narration="A, dot."),
    "another word": lambda job: with_beat(job, narration="The dot."),
    "one word more in a later beat": lambda job: with_later_beat(job, narration="It moves on."),
    "what a beat shows": lambda job: with_beat(job, shows="A dot comes."),
    "another clip's title": lambda job: replace(
        job, lesson=replace(LESSON, clips=(LESSON["01"], replace(LESSON["02"], title="Another")))
    ),
    "another clip": lambda job: replace(job, lesson=replace(LESSON, clips=(LESSON["01"],))),
    "the date": lambda job: replace(job, lesson=replace(LESSON, published=date(2027, 1, 1))),
    "the language": lambda job: replace(job, lesson=replace(LESSON, language="fr")),
}


@pytest.mark.parametrize("what", UNSEEN)
def test_what_no_frame_shows_is_not_in_the_key(what: str, job: LessonJob) -> None:
    assert take_fingerprint(UNSEEN[what](job)).key == take_fingerprint(job).key


def test_the_review_of_a_clip_depends_on_its_words(job: LessonJob) -> None:
    other = with_beat(job, narration="The dot.")
    taken = take_fingerprint(job)
    assert review_key(job.clip, taken, None) != review_key(other.clip, taken, None)
    assert review_key(job.clip, taken, None) != review_key(job.clip, taken, 3)


def test_the_profile_s_name_is_not(job: LessonJob) -> None:
    assert take_fingerprint(with_profile(job, name="other")).key == take_fingerprint(job).key


@pytest.mark.parametrize("tool", ["manim", "typst", "manimpango", "av", "python"])
def test_another_version_of_a_tool_is_another_key(
    tool: str, job: LessonJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = take_fingerprint(job)
    versions = {**fingerprint.tool_versions(), tool: "99.9"}
    monkeypatch.setattr(fingerprint, "tool_versions", lambda: versions)
    after = take_fingerprint(job)
    assert after.key != before.key
    (line,) = differences(before.ingredients, after.ingredients)
    assert tool in line
    assert "99.9" in line


def test_the_pipeline_s_own_drawing_code_is_in_the_key(job: LessonJob) -> None:
    code = take_fingerprint(job).ingredients["drawing code"]
    assert {"pipeline/worker/encoder.py", "pipeline/worker/performance.py"} <= set(code)


def test_a_source_that_is_no_python_has_a_key_all_the_same(job: LessonJob) -> None:
    before = take_fingerprint(job).key
    for text in (b"def broken(:", b"x = '\0'", b"\xff\xfe"):
        job.source.write_bytes(text)
        assert take_fingerprint(job).key != before


@given(value=JSON, seed=st.integers())
def test_the_order_of_a_dictionary_never_changes_the_digest(value: Any, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 nothing secret
    assert digest(shuffled(value, draw)) == digest(value)


@given(value=JSON)
def test_a_digest_survives_writing_and_reading(value: Any) -> None:
    assert digest(json.loads(json.dumps(value))) == digest(value)


@given(one=JSON, other=JSON)
def test_values_that_differ_have_digests_that_differ(one: Any, other: Any) -> None:
    assert (digest(one) == digest(other)) == (
        json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    )


def shuffled(value: Any, draw: random.Random) -> Any:
    """Return the same value with its dictionaries in another order."""
    if isinstance(value, list):
        return [shuffled(item, draw) for item in value]
    if isinstance(value, dict):
        names = list(value)
        draw.shuffle(names)
        return {name: shuffled(value[name], draw) for name in names}
    return value


def test_a_comment_in_a_component_concerns_only_the_clips_that_import_it(edited: Desk) -> None:
    assert edited.states() == {"01": "cached", "02": "cached", "03": "no scene yet"}
    shapes = edited.project / "tests/pipeline/lessons/tiny/scenes/shapes.py"
    edit(shapes, "def big_dot", "# big\ndef big_dot")
    assert edited.states() == {"01": "to render", "02": "cached", "03": "no scene yet"}


def test_a_comment_on_the_stage_concerns_every_clip(edited: Desk) -> None:
    edit(edited.project / "scenes/stage.py", "class LessonScene", "# all\nclass LessonScene")
    assert set(edited.states("01", "02").values()) == {"to render"}


def test_a_word_less_beside_a_title_card_concerns_only_its_clip(edited: Desk) -> None:
    script = edited.project / "tests/pipeline/lessons/tiny/lesson.py"
    edit(script, '"A formula."', '"Formula."')
    assert edited.states("01", "02") == {"01": "cached", "02": "to render"}
