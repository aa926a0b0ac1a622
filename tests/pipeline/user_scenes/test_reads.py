"""A video is taken from the store only if everything that its scene read is what it was."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.keys.reads import Place, labelled, missing_from_key, reads_the_same
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.store.backend import LocalBackend
from pipeline.engine.store.store import Store
from pipeline.engine.workspace.known_reads import find_key, keep_reads
from pipeline.machine.contents import NO_FILE, digest_now, text_digest
from pipeline.protocol import Reads
from pipeline.worker.reads import ReadsWatch
from tests.harness.runs import PATIENCE, PROJECT

SCENE = """
class {name}(Scene):
    def construct(self):
        self.add(Square(4, fill_opacity=1, color={tone}))
        self.wait(0.2)
"""
BESIDE = "Path(__file__).with_name({name!r})"
FILES: Mapping[str, tuple[str, str]] = {
    "dots.in.its.name.py": ("", "'#ff0000'"),
    "by_path.py": (
        "import sys\nsys.path.insert(0, str(Path(__file__).parent / 'shared'))\n"
        "from style import TONE\n",
        "TONE",
    ),
    "by_name.py": (
        "import importlib\ntone = importlib.import_module('.'.join(['kit', 'tone'])).TONE\n",
        "tone",
    ),
    "data.py": (f"tone = {BESIDE.format(name='tone.txt')}.read_text()\n", "tone"),
    "here.py": ("tone = open('here.txt').read()\n", "tone"),
    "listing.py": (
        f"shades = sorted({BESIDE.format(name='shades')}.iterdir())\n",
        "'#' + shades[-1].name",
    ),
    "variable.py": ("import os\n", "os.environ.get('TONE', '#ff0000')"),
    "absent.py": (
        "try:\n    tone = open(Path(__file__).with_name('later.txt')).read()\n"
        "except FileNotFoundError:\n    tone = '#ff0000'\n",
        "tone",
    ),
    "package.py": ("", "'#ff0000'"),
    "linked.py": ("from beside_the_link import TONE\n", "TONE"),
    "quiet.py": ("", "'#ff0000'"),
}
CHANGED = [name for name in FILES if name != "quiet.py"]


def write(path: Path, text: str) -> None:
    """Write a file that certainly looks newer than its compiled form."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Folder:
    """A folder of scenes, each of which reads something in its own way, and a working folder."""

    files: Path
    here: Path

    def fill(self, tone: str) -> None:
        """Write everything that the scenes read."""
        said = f"TONE = {tone!r}\n"
        write(self.files / "shared/style.py", said)
        write(self.files / "kit/tone.py", said)
        write(self.files / "kit/__init__.py", "")
        write(self.files / "tone.txt", tone)
        write(self.here / "here.txt", tone)
        write(self.files / "beside_the_link.py", said)

    def scenes(self) -> Iterator[str]:
        """Write the scenes, and yield their files."""
        for name, (head, tone) in FILES.items():
            own = "".join(part.title() for part in name.removesuffix(".py").split("."))
            text = f"from pathlib import Path\n\nfrom manim import Scene, Square\n\n{head}"
            write(self.files / name, text + SCENE.format(name=own, tone=tone))
            yield name

    def states(self, **environment: str) -> dict[str, str]:
        """Draw all scenes and return for each file whether it was started or hit."""
        names = list(FILES)
        done = subprocess.run(
            [
                *(sys.executable, str(PROJECT / "render.py"), "scenes", "--json", "-a"),
                *("--profile", "64x36@5", *(str(self.files / name) for name in names)),
            ],
            cwd=self.here,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        events = [json.loads(line) for line in done.stdout.splitlines()]
        told = {
            event["scene"].rpartition(".")[0] + ".py": event["event"]
            for event in events
            if event["event"] in ("started", "hit")
        }
        assert set(told) == set(names)
        return told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Return a folder of scenes that have been drawn once, and then changed."""
    root = tmp_path_factory.mktemp("reads")
    made = Folder(root / "files", root / "here")
    made.fill("#ff0000")
    write(made.files / "shades/ff0000", "")
    list(made.scenes())
    far = root / "far/linked.py"
    far.parent.mkdir()
    (made.files / "linked.py").rename(far)
    (made.files / "linked.py").symlink_to(far)
    # A package of the file's own name is what an import would find, and not what is drawn.
    write(made.files / "package/__init__.py", "")
    return made


def edit_all(made: Folder) -> dict[str, str]:
    """Change what each scene reads, and return the variables to set."""
    made.fill("#00ff00")
    write(made.files / "shades/ff00ff", "")
    write(made.files / "later.txt", "#00ff00")
    for name in ("dots.in.its.name.py", "package.py"):
        path = made.files / name
        write(path, path.read_text().replace("#ff0000", "#00ff00"))
    return {"TONE": "#00ff00"}


def test_what_a_scene_reads_in_any_way_decides_whether_it_is_drawn_again(folder: Folder) -> None:
    assert set(folder.states().values()) == {"started"}
    assert set(folder.states().values()) == {"hit"}
    changed = folder.states(**edit_all(folder))
    assert changed == {name: "started" if name in CHANGED else "hit" for name in FILES}
    # The variable alone goes back: its scene's first video is still there.
    assert set(folder.states().values()) == {"hit"}


class TestWatch:
    def reads(self, tmp_path: Path, look: Callable[[], object]) -> Reads:
        """Return what was read while something was done."""
        with ReadsWatch([tmp_path], tmp_path / "scratch") as watch:
            look()
        return watch.reads

    def test_a_file_counts_once_with_what_it_held_when_it_was_opened(self, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"
        file.write_text("first")

        def look() -> None:
            file.read_text()
            file.write_text("second")

        seen = self.reads(tmp_path, look).files
        assert seen == {str(file): text_digest("first")}

    def test_what_was_written_here_first_is_no_input(self, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"

        def look() -> None:
            file.write_text("made here")
            file.read_text()

        assert self.reads(tmp_path, look).files == {}

    def test_what_is_installed_or_in_the_scratch_folder_does_not_count(
        self, tmp_path: Path
    ) -> None:
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        (scratch / "b.txt").write_text("")

        def look() -> None:
            (scratch / "b.txt").read_text()
            Path(os.__file__).read_bytes()
            Path(pytest.__file__).read_bytes()

        assert self.reads(tmp_path, look) == Reads()

    def test_a_relative_path_is_noted_as_such(self, tmp_path: Path) -> None:
        def look() -> None:
            with pytest.raises(FileNotFoundError):
                open("no-such-file.txt")  # noqa: SIM115, PTH123 it is not there

        seen = self.reads(tmp_path, look)
        assert seen.relative
        assert list(seen.files.values()) == [None]

    def test_a_pipe_is_never_opened(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        assert digest_now(str(pipe)) == NO_FILE

    def test_when_it_is_over_nothing_is_noted_any_more(self, tmp_path: Path) -> None:
        file = tmp_path / "a.txt"
        file.write_text("")
        with ReadsWatch([tmp_path], tmp_path / "scratch") as watch:
            pass
        file.read_text()
        assert os.environ.get("HOME", "") is not None
        assert watch.reads == Reads()


class TestLabels:
    def test_the_same_files_in_another_folder_have_the_same_names(self, tmp_path: Path) -> None:
        one, two = (Place(tmp_path / name, tmp_path / name / "here") for name in ("one", "two"))
        first = labelled(Reads({str(tmp_path / "one/a.txt"): "0"}), one)
        assert first == labelled(Reads({str(tmp_path / "two/a.txt"): "0"}), two)

    def test_another_working_folder_is_another_place_for_what_was_looked_for_there(
        self, tmp_path: Path
    ) -> None:
        here, there = Place(tmp_path, tmp_path / "here"), Place(tmp_path, tmp_path / "there")
        seen = labelled(Reads(relative=True), here)
        assert reads_the_same(seen, here)
        assert not reads_the_same(seen, there)
        assert reads_the_same(labelled(Reads(), here), there)

    def test_of_two_results_that_of_the_present_files_is_found(self, tmp_path: Path) -> None:
        store, place = Store(LocalBackend(tmp_path / "store")), Place(tmp_path, tmp_path)
        file, keys = tmp_path / "a.txt", []
        for text in ("red", "blue"):
            file.write_text(text)
            seen = Reads({str(file): digest_now(str(file))})
            keys.append(keep_reads(store, "base", seen, place, tmp_path))
        assert keys[0] != keys[1]
        assert find_key(store, "base", place) == keys[1]
        file.write_text("red")
        assert find_key(store, "base", place) == keys[0]
        file.write_text("green")
        assert find_key(store, "base", place) is None


class TestClips:
    """A clip's key is known before it is played: it may read nothing that its key lacks."""

    @pytest.mark.parametrize(
        ("name", "missing"),
        [
            ("tests/pipeline/lessons/tiny/lesson.py", []),
            ("scenes/stage.py", []),
            ("README.md", ["README.md"]),
        ],
    )
    def test_a_file_of_the_project_that_the_key_lacks_is_named(
        self, name: str, missing: list[str]
    ) -> None:
        job, *_ = make_plan("tests.pipeline.lessons.tiny", (), profile_named("64x36@5"), {}).jobs
        reads = Reads({str(PROJECT / name): "0", "/elsewhere/a.txt": "0"})
        assert missing_from_key(reads, take_fingerprint(job), job) == missing

    def test_a_variable_of_the_environment_is_named_too(self) -> None:
        job, *_ = make_plan("tests.pipeline.lessons.tiny", (), profile_named("64x36@5"), {}).jobs
        reads = Reads(variables={"TONE": None})
        assert missing_from_key(reads, take_fingerprint(job), job) == ["the variable TONE"]
